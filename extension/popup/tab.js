/** The tabs around the popup: the page behind it, and the popup's page in a tab of its own. */

import { meantFrame, readFrames } from '../core/frames.js';
import { leaveHandover } from '../core/handover.js';

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

/** Whether the window in front is a private one: nothing is kept of those. */
export async function isPrivate() {
  const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
  return tab?.incognito ?? chrome.extension.inIncognitoContext;
}

/**
 * Takes the text along, and what is to be said of it. Not out of a private window: in Chromium the tab would be in another one.
 * @param {HTMLButtonElement} button
 * @param {() => { text: string, notes: string[] }} contents
 */
export async function bindWide(button, contents) {
  button.addEventListener('click', async () => {
    await leaveHandover({ ...contents(), why: null });
    await chrome.tabs.create({ url: chrome.runtime.getURL('popup/popup.html') });
    window.close();
  });
  button.hidden = await isPrivate();
}
