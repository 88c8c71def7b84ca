/** One of several, the first being what the browser has: the language, and the theme. */

import { loadI18n } from '../../core/i18n.js';
import { say } from '../status.js';

/** @import { Section } from '../options.js' */

/** @param {'lang' | 'theme'} key of the setting, and the inputs' name @returns {Section} */
export function choiceSection(key) {
  const choices = /** @type {NodeListOf<HTMLInputElement>} */ (document.querySelectorAll(`[name="${key}"]`));
  for (const choice of choices) {
    choice.addEventListener('change', async () => {
      await (choice.value ? chrome.storage.local.set({ [key]: choice.value }) : chrome.storage.local.remove(key));
      say((await loadI18n()).t('options_kept'));
    });
  }
  return {
    keys: [key],
    async show() {
      const { [key]: chosen } = await chrome.storage.local.get(key);
      const checked = [...choices].find(({ value }) => value === chosen) ?? choices[0];
      if (checked) checked.checked = true;
    },
  };
}
