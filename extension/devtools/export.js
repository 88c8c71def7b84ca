/** What is seen as a HAR file, masked. */

import { breather } from '../core/yield.js';
import { harEntry, harFrame } from '../engine/client.js';

/** @import { Recorder } from './recorder.js' */

/**
 * @param {Recorder} recorder
 * @param {{ ids: number[] }} given the rows on show
 * @returns {Promise<Blob>}
 */
export async function harOf(recorder, { ids }) {
  const breathe = breather();
  const { before, between, after } = await harFrame();
  const parts = [before];
  for (const id of ids) {
    const exchange = recorder.memory.exchange(id);
    if (!exchange) continue;
    const body = await recorder.memory.body(id).catch(() => null);
    if (parts.length > 1) parts.push(between);
    parts.push(await harEntry({ ...exchange, body }));
    await breathe();
  }
  return new Blob([...parts, after], { type: 'application/json' });
}
