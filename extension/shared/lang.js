/** Which language our pages and the cards speak. */

import { checkedLang } from './checked.js';
import { onSetting } from './settings.js';

/** @import { Lang } from './types.js' */

/** @param {unknown} setting @param {string} uiLanguage @returns {Lang} */
export function resolveLang(setting, uiLanguage) {
  return checkedLang(setting) ?? (/^zh\b/i.test(uiLanguage) ? 'zh-CN' : 'en');
}

/** @returns {Promise<Lang>} */
export async function currentLang() {
  const { lang } = await chrome.storage.local.get('lang');
  return resolveLang(lang, chrome.i18n.getUILanguage());
}

/** @param {() => void} listener called after the setting has changed */
export const onLangChanged = (listener) => onSetting('lang', listener);
