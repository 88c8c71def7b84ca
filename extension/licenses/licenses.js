/** The page of licences and notices: the build fills in its lists, the words around them follow the language. */

import { speech, translatePage } from '../shared/i18n.js';
import { onLangChanged } from '../shared/lang.js';
import { followTheme } from '../shared/theme.js';

async function show() {
  const words = await speech();
  translatePage(document, words);
  document.title = `Scopelens · ${words.t('licenses_title')}`;
}

followTheme();
onLangChanged(show);
show();
