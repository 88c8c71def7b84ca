// The language that the page's address asks for, and the words of the page in it.
import { words } from './words.js';

export const lang =
  new URLSearchParams(top?.location.search ?? location.search).get('lang') === 'zh-CN' ? 'zh-CN' : 'en';
export const word = words[lang] ?? {};

/** Puts each word where the page asks for it. */
export function fillWords() {
  document.documentElement.lang = lang;
  for (const place of document.querySelectorAll('[data-word]')) {
    place.textContent = word[/** @type {HTMLElement} */ (place).dataset.word ?? ''] ?? '';
  }
}
