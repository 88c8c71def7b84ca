/** What is seen as a HAR file, masked. */

import { harEntry } from '../shared/engine.js';
import { breather } from '../shared/breathe.js';

/** @import { Recorder } from './recorder.js' */

/**
 * @param {Recorder} recorder
 * @param {{ ids: number[] }} given the rows on show
 * @returns {Promise<Blob>}
 */
export async function harOf(recorder, { ids }) {
  const breathe = breather();
  const { name, version } = chrome.runtime.getManifest();
  const creator = JSON.stringify({ name, version });
  const parts = [`{"log":{"version":"1.2","creator":${creator},"pages":[],"entries":[`];
  for (const [index, id] of ids.entries()) {
    const exchange = recorder.memory.exchange(id);
    if (!exchange) continue;
    const body = await recorder.memory.body(id).catch(() => null);
    const entry = await harEntry(JSON.stringify({ ...exchange, body }));
    parts.push(index ? ',\n' : '\n', JSON.stringify(entry));
    await breathe();
  }
  return new Blob([...parts, '\n]}}\n'], { type: 'application/json' });
}
