// The page stops here, and the one who drives the browser reads how much memory it has.

import { place } from './report.js';

const POLL_MS = 50;

/** @param {'before' | 'after'} stage @returns {Promise<void>} once it was read */
export async function memoryAt(stage) {
  const { dataset } = place();
  dataset.stage = stage;
  while (dataset.stage) await new Promise((resolve) => setTimeout(resolve, POLL_MS));
}
