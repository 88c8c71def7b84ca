/**
 * Words of our own pages. The browser's own lookup knows its interface language only; ours must
 * follow the setting and agree with the card's language, so the message files are read directly.
 */

import { checkedLang } from './checked.js';
import { onSetting } from './settings.js';

/** @import { Lang } from '../engine/types.js' */
/** @import { VerdictWords } from './types.js' */
/** @typedef {(key: string, ...values: (string | number)[]) => string} Translate */
/** @typedef {{ lang: Lang, t: Translate }} I18n */

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

/** @type {Record<Lang, string>} */
const FOLDERS = { en: 'en', 'zh-CN': 'zh_CN' };

/** @type {Map<Lang, Promise<Record<string, { message: string }>>>} */
const files = new Map();

/** @param {Lang} lang */
function messagesOf(lang) {
  let file = files.get(lang);
  if (!file) {
    file = fetch(chrome.runtime.getURL(`_locales/${FOLDERS[lang]}/messages.json`)).then((reply) => reply.json());
    file.catch(() => files.delete(lang));
    files.set(lang, file);
  }
  return file;
}

/**
 * Fills $1 to $9, numbers as the language writes them. `[call|calls]` is the first for one, the second for more, by the number before.
 * @param {string} message @param {Lang} lang @param {(string | number)[]} values
 */
export function fill(message, lang, values) {
  let isOne = false;
  return message.replace(/\$([1-9])|\[([^|\]]*)\|([^\]]*)\]/g, (_, n, one, more) => {
    if (!n) return isOne ? one : more;
    const value = values[n - 1] ?? '';
    if (typeof value !== 'number') return value;
    isOne = new Intl.PluralRules(lang).select(value) === 'one';
    return value.toLocaleString(lang);
  });
}

/**
 * The words of the current language; an unknown key shows as itself.
 * @returns {Promise<I18n>}
 */
export async function loadI18n() {
  const lang = await currentLang();
  const messages = await messagesOf(lang);
  /** @type {Translate} */
  const t = (key, ...values) => fill(messages[key]?.message ?? key, lang, values);
  return { lang, t };
}

/** @param {Translate} t @returns {VerdictWords} */
export const verdictWords = (t) => ({
  refused: t('verdict_refused'),
  lookalike: t('verdict_lookalike'),
  mention: t('verdict_mention'),
  none: t('verdict_none'),
});

/**
 * Puts words into a page: `data-t` names an element's text, `data-t-<attribute>` an attribute's.
 * @param {Document} page
 * @param {I18n} speech
 */
export function translatePage(page, { lang, t }) {
  page.documentElement.lang = lang;
  for (const element of page.querySelectorAll('[data-t]')) {
    element.textContent = t(/** @type {HTMLElement} */ (element).dataset.t ?? '');
  }
  for (const attribute of ['placeholder', 'title', 'aria-label']) {
    for (const element of page.querySelectorAll(`[data-t-${attribute}]`)) {
      element.setAttribute(attribute, t(element.getAttribute(`data-t-${attribute}`) ?? ''));
    }
  }
}
