/** Looks for a text in the bodies of calls. */

import { breather } from '../core/yield.js';

/** @import { BodyMatch } from '../core/messages.js' */
/** @import { Recorder } from './recorder.js' */

/** So many places are enough to step through. */
const MOST = 1000;

/** Only the newest search goes on. */
let newest = 0;

/**
 * Upper and lower case are alike. Bodies that are not in memory are asked for one by one.
 * @param {Recorder} recorder
 * @param {{ text: string, ids: number[] }} wanted the rows on show, in their order
 * @returns {Promise<BodyMatch[]>}
 */
export async function findText(recorder, { text, ids }) {
  const search = (newest += 1);
  const needle = text.toLowerCase();
  const breathe = breather();
  /** @type {BodyMatch[]} */
  const matches = [];
  for (const id of ids) {
    if (search !== newest || matches.length >= MOST) break;
    const request = recorder.memory.exchange(id)?.request_body;
    if (request?.toLowerCase().includes(needle)) matches.push({ id, side: 'request' });
    const response = await recorder.memory.body(id).catch(() => null);
    if (response?.toLowerCase().includes(needle)) matches.push({ id, side: 'response' });
    await breathe();
  }
  return matches;
}
