/** The keys that diagnose the selected text and open the popup, and the way to others. */

import { byId } from '../../core/page.js';
import { DIAGNOSE, OPEN_POPUP, pagesTakeKeys, shortcut } from '../../core/shortcut.js';

/** @import { I18n } from '../../core/i18n.js' */
/** @import { Section } from '../options.js' */

/** Firefox has a call for it, Chrome an address. */
function openBrowsersPage() {
  const commands = /** @type {{ openShortcutSettings?: () => Promise<void> }} */ (chrome.commands);
  if (commands.openShortcutSettings) return commands.openShortcutSettings();
  return chrome.tabs.create({ url: 'chrome://extensions/shortcuts' });
}

/** @param {string} id of the element that shows it @param {string} command @param {I18n} words */
async function showKey(id, command, { t }) {
  const key = await shortcut(command);
  byId(id).replaceChildren(key ? ScopelensDom.el('kbd', {}, key) : t('shortcut_none'));
}

/** @returns {Section} */
export function keysSection() {
  const change = byId('change-keys');
  change.hidden = pagesTakeKeys() && !('openShortcutSettings' in chrome.commands);
  byId('keys-taken').hidden = !pagesTakeKeys();
  change.addEventListener('click', openBrowsersPage);
  return {
    keys: [],
    async show(words) {
      await Promise.all([showKey('keys', DIAGNOSE, words), showKey('popup-keys', OPEN_POPUP, words)]);
    },
  };
}
