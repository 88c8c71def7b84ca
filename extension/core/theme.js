/** Light or dark, where the person does not want what the browser wants. The style sheets do the rest. */

import { checkedTheme } from './checked.js';
import { onSetting } from './settings.js';

/** @returns {Promise<'light' | 'dark' | null>} null: as the browser */
export async function readTheme() {
  const { theme } = await chrome.storage.local.get('theme');
  return checkedTheme(theme);
}

/** Dresses a page of ours now and whenever the choice changes. @param {() => string | null} [pageTheme] what the page wears by itself */
export function followTheme(pageTheme = () => null) {
  const apply = async () => {
    const theme = (await readTheme()) ?? pageTheme();
    if (theme) document.documentElement.dataset.theme = theme;
    else delete document.documentElement.dataset.theme;
  };
  onSetting('theme', apply);
  apply();
  return apply;
}
