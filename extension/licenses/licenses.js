/** The page of licences and notices: the build fills in its lists, the words around them follow the language. */

import { loadI18n, onLangChanged, translatePage } from '../core/i18n.js';
import { followTheme } from '../core/theme.js';

async function show() {
  const words = await loadI18n();
  translatePage(document, words);
  document.title = `Scopelens · ${words.t('licenses_title')}`;
}

followTheme();
onLangChanged(show);
show();
