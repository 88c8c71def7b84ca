/** The key that diagnoses the selected text, and the way to another. */

import { shortcut } from '../../shared/shortcut.js';

/** @import { Section } from '../options.js' */

/** Firefox has a call for it, Chrome an address. */
function openBrowsersPage() {
  const commands = /** @type {any} */ (chrome.commands);
  if (commands.openShortcutSettings) return commands.openShortcutSettings();
  return chrome.tabs.create({ url: 'chrome://extensions/shortcuts' });
}

/** @returns {Section} */
export function keysSection() {
  const isFirefox = chrome.runtime.getURL('').startsWith('moz-');
  const change = /** @type {HTMLElement} */ (document.getElementById('change-keys'));
  change.hidden = isFirefox && !('openShortcutSettings' in chrome.commands);
  change.addEventListener('click', openBrowsersPage);
  return {
    keys: [],
    async show({ t }) {
      const key = await shortcut();
      document.getElementById('keys')?.replaceChildren(key ? ScopelensDom.el('kbd', {}, key) : t('shortcut_none'));
    },
  };
}
