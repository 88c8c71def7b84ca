/** From an entry to a row: the head alone decides whether the body is asked for, since that costs far more. */

import { onEngineConfigChanged } from '../core/config.js';
import { readDecision, siftPatterns } from '../engine/client.js';
import { readBody, reader } from './body.js';
import { headOf, isCall, isSocket, startOf, toExchange } from './entry.js';
import { Prefilter } from './prefilter.js';
import { noteReply } from './resources.js';
import { sideOf, socketMessages } from './streams.js';

/** @import { BodyState } from '../engine/types.js' */
/** @import { Recorded, RowBody } from '../core/types.js' */
/** @import { Origin, Recorder } from './recorder.js' */
/** @typedef {chrome.devtools.network.Request} Entry */
/** @typedef {Pick<Recorder, 'generation' | 'wasPausedAt' | 'countUnread' | 'take'>} Taker */
/** @typedef {{ text: string | null, state: BodyState }} Body */

/**
 * How an entry was met.
 * @typedef {object} Meeting
 * @property {boolean} [isOpen] whether the browser has not told of its end
 * @property {(state: RowBody) => boolean} [isWanted] asked once, when it is known what there is of the body: whether it was not
 *   taken in otherwise meanwhile
 * @property {() => Promise<number | null>} [known] the row that it has already
 */

/** A body that is not to be had. @type {Body} */
const NOTHING = { text: null, state: 'missing' };

/** @type {Promise<Prefilter> | null} */
let loading = null;

/** Made once for what the engine knows. A failed attempt is forgotten, so that the next entry tries anew. */
function prefilter() {
  loading ??= siftPatterns()
    .then((patterns) => new Prefilter(patterns))
    .catch((error) => {
      loading = null;
      throw error;
    });
  return loading;
}

/** Has the prefilter made anew where the engine's configuration changes, from now on. */
export const watchPrefilter = () => onEngineConfigChanged(() => (loading = null));

/**
 * Takes in what may matter: a platform's own answer, or a body that may hold a refusal. The body is asked for at the end of the
 * turn in which the listener is told: later Chromium has forgotten it, if the page has set its address, as routers do as soon as
 * the reply is there; sooner, within the listener, Firefox loses calls that it was about to tell.
 * @param {Taker} recorder
 * @param {Entry} entry
 * @param {Meeting} [meeting]
 * @returns {Promise<number | null>} the id of its row, if it has one
 */
export async function takeEntry(recorder, entry, meeting = {}) {
  if (!isCall(entry) || recorder.wasPausedAt(startOf(entry))) return null;
  if (isSocket(entry)) return takeSocket(recorder, entry, meeting);
  if (!meeting.isOpen) noteReply(entry);
  const { generation } = recorder;
  const decision = await readDecision(headOf(entry));
  // A platform has failed the call: nobody else would tell of it.
  if (!decision.read)
    return finish(recorder, entry, meeting, {
      part: decision.row ? NOTHING : null,
      reread: null,
      generation,
      state: 'large',
    });
  // The browser gives no body of a call that goes on: what it has is in the entry.
  const reread = meeting.isOpen ? null : reader(entry);
  const limit = prefilter().then(({ most }) => most);
  const body = await readBody(entry, reread?.() ?? null, limit);
  // What is not all there may have been a refusal.
  const isBroken = body.state !== 'whole' && entry.response.status >= 400;
  const part = (await prefilter()).partOf(body, decision.why === 'ours' || isBroken);
  const state = meeting.isOpen ? (body.text ? 'open' : 'unread') : body.state;
  return finish(recorder, entry, meeting, { part, reread, generation, state });
}

/**
 * The messages that were received are the body, those that were sent the request's.
 * @param {Taker} recorder
 * @param {Entry} entry
 * @param {Meeting} meeting
 */
async function takeSocket(recorder, entry, meeting) {
  const { generation } = recorder;
  const messages = socketMessages(entry);
  if (!messages) return finish(recorder, entry, meeting, { part: NOTHING, reread: null, generation, state: 'unheard' });
  const part = (await prefilter()).partOf({ text: sideOf(messages, false), state: 'whole' }, false);
  const state = meeting.isOpen ? 'open' : 'whole';
  return finish(recorder, entry, meeting, {
    part,
    reread: null,
    generation,
    state,
    sides: { messages, request_body: sideOf(messages, true) },
  });
}

/**
 * @param {Taker} recorder
 * @param {Entry} entry
 * @param {Meeting} meeting
 * @param {Pick<Origin, 'reread' | 'generation'> & { part: Body | null, state: RowBody, sides?: Partial<Recorded> }} found
 *   no part where nothing is to be seen; `sides` of a socket
 * @returns {Promise<number | null>}
 */
async function finish(
  recorder,
  entry,
  { isOpen = false, isWanted, known: findRow },
  { part, reread, generation, state, sides },
) {
  if (isWanted?.(state) === false || generation !== recorder.generation) return null;
  if (!part && !isOpen) recorder.countUnread();
  const id = (await findRow?.()) ?? null;
  if (!part) return null;
  return recorder.take(
    { ...toExchange(entry, part.text, part.state), ...sides },
    { source: null, reread, generation, state, id },
  );
}
