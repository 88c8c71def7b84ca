/** Where the panel is: no extension may open the developer tools itself. */

import { byId } from '../core/page.js';

/** @import { I18n } from '../core/i18n.js' */

/** @returns {Promise<string[]>} hints that the reader has done with */
async function readDone() {
  const { hints } = await chrome.storage.local.get('hints');
  return Array.isArray(hints) ? hints : [];
}

/** @param {I18n} words @param {boolean} isMac */
export async function showHint({ t }, isMac) {
  byId('hint-text').textContent = t('popup_hint', isMac ? 'Cmd+Option+I' : 'F12 / Ctrl+Shift+I');
  byId('hint').hidden = (await readDone()).includes('panel');
}

export function bindHint() {
  byId('hint-done').addEventListener('click', async () => {
    byId('hint').hidden = true;
    byId('paste').focus();
    await chrome.storage.local.set({ hints: [...(await readDone()), 'panel'] });
  });
}
