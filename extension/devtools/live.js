/** The traffic of the inspected tab: decides from an entry's head alone whether its body is asked for, since that costs far more. */

import { readDecision } from '../shared/engine.js';
import { reader, readBody } from './body.js';
import { headOf, isCall, startOf, toExchange } from './entry.js';

/** @import { Recorder } from './recorder.js' */
/** @typedef {chrome.devtools.network.Request} Entry */

/** Entries that came early enough to be met twice: by the listener, and among the browser's earlier ones. */
class Twins {
  /** @type {Set<string> | null} */
  #met = new Set();

  /** @param {Entry} entry @returns {boolean} whether it was met before */
  has(entry) {
    if (!this.#met) return false;
    const key = `${startOf(entry)} ${entry.request.method} ${entry.request.url}`;
    if (this.#met.delete(key)) return true;
    this.#met.add(key);
    return false;
  }

  /** No more earlier entries are to come. */
  end() {
    this.#met = null;
  }
}

/** An entry may be told late: so long after the earlier ones came, twins are still looked for, in ms. */
const LATE_MS = 3000;

/** @param {Recorder} recorder @param {Entry} entry */
async function take(recorder, entry) {
  const { generation } = recorder;
  if (!isCall(entry) || recorder.wasPausedAt(startOf(entry))) return;
  const decision = await readDecision(headOf(entry));
  if (generation !== recorder.generation) return;
  if (!decision.read) return recorder.countUnread();
  const reread = reader(entry);
  const { text, state } = await readBody(entry, reread);
  await recorder.take(toExchange(entry, text, state), { source: null, reread, generation });
}

/** @param {unknown} error */
const report = (error) => console.error('Scopelens:', error);

/**
 * Hears every exchange from now on, and fetches those that the browser has already.
 * @param {Recorder} recorder
 */
export function hearTraffic(recorder) {
  const twins = new Twins();
  /** @param {Entry} entry */
  const hear = (entry) => {
    if (!twins.has(entry)) take(recorder, entry).catch(report);
  };
  chrome.devtools.network.onRequestFinished.addListener(hear);
  earlierEntries()
    .then((entries) => entries.forEach(hear))
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
