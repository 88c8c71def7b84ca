/** What is selected in a tab's frames: read by scripts that are injected for that, on a click alone. */

import { READ_SCRIPTS } from '../popover/scripts.js';
import { isReading } from './messages.js';

/** @import { Reading } from './types.js' */
/** @typedef {{ frameId: number, reading: Reading }} Frame */

/**
 * Reads frames of a tab. Frames that bar scripts are left out; an empty list means that all do.
 * @param {number} tabId
 * @param {{ frameIds: number[] } | { allFrames: true }} frames
 * @returns {Promise<Frame[]>}
 */
export async function readFrames(tabId, frames) {
  try {
    const results = await chrome.scripting.executeScript({ target: { tabId, ...frames }, files: READ_SCRIPTS });
    return results.flatMap(({ frameId, result }) => (isReading(result) ? [{ frameId, reading: result }] : []));
  } catch {
    return [];
  }
}

/**
 * The frame that is meant where none was clicked: where the focus and the selection are.
 * @param {Frame[]} frames
 * @returns {Frame | undefined}
 */
export function meantFrame(frames) {
  /**
   * While the popup has the focus, no frame says that it has; but the one around it says that an inner one had it. Of frames without
   * a text the one is meant that can say why.
   * @param {Reading} reading
   */
  const rank = ({ text, focused, lack }) =>
    (text ? 4 : 0) + (focused ? 2 : 0) + Number((lack === 'empty') === Boolean(text));
  return frames.toSorted((a, b) => rank(b.reading) - rank(a.reading))[0];
}

/** Notes for the card on how the text was read. @param {Reading} reading @returns {string[]} message keys */
export const notesOf = ({ text, total, part }) => [
  ...(total > text.length ? ['note_capped'] : []),
  ...(part ? [`note_${part}`] : []),
];
