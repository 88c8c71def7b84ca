/** The popup's page in a tab of its own, where text and card stand side by side. */

import { leaveHandover } from '../core/handover.js';

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
