/** The bar that says what was just done, and takes it back where that can be done. */

import { byId } from '../core/page.js';

/** @type {(() => unknown) | null} */
let takeBack = null;

/** @param {string} text @param {(() => unknown) | null} [undo] */
export function say(text, undo = null) {
  takeBack = undo;
  byId('status').textContent = text;
  byId('take-back').hidden = !undo;
  byId('bar').hidden = !text;
}

byId('take-back').addEventListener('click', async () => {
  const undo = takeBack;
  say('');
  await undo?.();
});
byId('bar-close').addEventListener('click', () => say(''));
