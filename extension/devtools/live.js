/** The traffic of the inspected tab: decides from an entry's head alone whether its body is asked for, since that costs far more. */

import { readDecision, siftPatterns } from '../shared/engine.js';
import { onKnowledgeChanged } from '../shared/knowledge.js';
import { reader, readBody } from './body.js';
import { headOf, isCall, startOf, toExchange } from './entry.js';
import { Sieve } from './sift.js';

/** @import { Recorder } from './recorder.js' */
/** @typedef {chrome.devtools.network.Request} Entry */

/** An entry, told by the listener and found among the earlier ones, is one. Two that only look alike are two. */
class Twins {
  /** @type {Set<string> | null} */
  #live = new Set();
  /** @type {Set<string>} */
  #early = new Set();

  /** @param {Entry} entry */
  static key(entry) {
    return `${startOf(entry)} ${entry.request.method} ${entry.request.url}`;
  }

  /** @param {Entry} entry @returns {boolean} whether the listener's entry was among the earlier ones */
  wasEarly(entry) {
    if (!this.#live) return false;
    const key = Twins.key(entry);
    this.#live.add(key);
    return this.#early.delete(key);
  }

  /** @param {Entry} entry @returns {boolean} whether the listener has told this earlier one already */
  wasLive(entry) {
    const key = Twins.key(entry);
    if (this.#live?.has(key)) return true;
    this.#early.add(key);
    return false;
  }

  /** None of the earlier ones is to be told any more. */
  end() {
    this.#live = null;
    this.#early.clear();
  }
}

/** An entry may be told late: so long after the earlier ones came, twins are still looked for, in ms. */
const LATE_MS = 3000;

/** @type {Promise<Sieve> | null} */
let loading = null;

/** Made once for what the engine knows. A failed attempt is forgotten, so that the next entry tries anew. */
function sieve() {
  loading ??= siftPatterns()
    .then((patterns) => new Sieve(patterns))
    .catch((error) => {
      loading = null;
      throw error;
    });
  return loading;
}

/**
 * Takes in what may matter: a platform's own answer, or a body that may hold a refusal.
 * @param {Pick<Recorder, 'generation' | 'wasPausedAt' | 'countUnread' | 'take'>} recorder
 * @param {Entry} entry
 */
export async function takeEntry(recorder, entry) {
  const { generation } = recorder;
  if (!isCall(entry) || recorder.wasPausedAt(startOf(entry))) return;
  const decision = await readDecision(headOf(entry));
  if (generation !== recorder.generation) return;
  if (!decision.read) return recorder.countUnread();
  const reread = reader(entry);
  const body = await readBody(entry, reread);
  // What is not all there may have been a refusal.
  const isBroken = body.state !== 'whole' && entry.response.status >= 400;
  const part = (await sieve()).partOf(body, decision.why === 'ours' || isBroken);
  if (!part) return recorder.countUnread();
  await recorder.take(toExchange(entry, part.text, part.state), { source: null, reread, generation, state: body.state });
}

/** @param {unknown} error */
const report = (error) => console.error('Scopelens:', error);

/**
 * Hears every exchange from now on, and fetches those that the browser has already.
 * @param {Recorder} recorder
 */
export function hearTraffic(recorder) {
  onKnowledgeChanged(() => (loading = null));
  const twins = new Twins();
  /** @param {Entry} entry */
  const hear = (entry) => void takeEntry(recorder, entry).catch(report);
  chrome.devtools.network.onRequestFinished.addListener((entry) => twins.wasEarly(entry) || hear(entry));
  earlierEntries()
    .then((entries) => entries.forEach((entry) => twins.wasLive(entry) || hear(entry)))
    .catch(report)
    .finally(() => setTimeout(() => twins.end(), LATE_MS));
}

/** Firefox has none unless its network tool was opened; Chrome has all since its tool window is open. @returns {Promise<Entry[]>} */
function earlierEntries() {
  return new Promise((resolve, reject) => {
    /** @param {any} log */
    const settle = (log) => resolve(log?.entries ?? []);
    const reply = /** @type {unknown} */ (chrome.devtools.network.getHAR(settle));
    if (reply instanceof Promise) reply.then(settle, reject);
  });
}
