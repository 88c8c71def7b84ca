/** What is selected in the page behind the popup: a way in where the page has no menu of the browser's. */

import { meantFrame, readFrames } from '../core/frames.js';

/** @import { Reading } from '../core/types.js' */

/** Whether the popup stands at its button. In a tab or a window of its own no page is behind it. */
const isAtButton = () => chrome.extension.getViews({ type: 'popup' }).includes(window);

/** @returns {Promise<Reading | null>} null where nothing is selected, or nothing that may be read */
export async function readSelected() {
  if (!isAtButton()) return null;
  const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
  if (tab?.id === undefined) return null;
  const frame = meantFrame(await readFrames(tab.id, { allFrames: true }));
  return frame?.reading.text.trim() ? frame.reading : null;
}
