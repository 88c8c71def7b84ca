/** Light or dark, where the person does not want what the browser wants. The style sheets do the rest. */

import { onSetting, readTheme } from './settings.js';

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
