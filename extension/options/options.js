/** The options: each section in a file of its own, all shown in one language. */

import { loadI18n, translatePage } from '../core/i18n.js';
import { readManaged } from '../core/settings.js';
import { followTheme } from '../core/theme.js';
import { showJumps } from './jumps.js';
import { aboutSection } from './sections/about.js';
import { appsSection } from './sections/apps.js';
import { choiceSection } from './sections/choice.js';
import { keysSection } from './sections/keys.js';
import { limitsSection } from './sections/limits.js';
import { platformsSection } from './sections/platforms.js';
import { redactionSection } from './sections/redaction.js';
import { resetSection } from './sections/reset.js';
import { rulesSection } from './sections/rules.js';

/** @import { I18n } from '../core/i18n.js' */
/** @import { Managed } from '../core/settings.js' */

/**
 * A part of the page.
 * @typedef {object} Section
 * @property {string[]} keys settings on whose change it is shown anew
 * @property {(words: I18n, managed: Managed) => unknown} show puts what is stored on the page
 */

/** @type {Section[]} */
const sections = [
  choiceSection('lang'),
  choiceSection('theme'),
  platformsSection(),
  redactionSection(),
  appsSection(),
  rulesSection(),
  limitsSection(),
  keysSection(),
  resetSection(),
  aboutSection(),
];

/** A section that fails must not take the others with it. @param {Section[]} subset */
async function show(subset) {
  const [words, managed] = await Promise.all([loadI18n(), readManaged()]);
  const outcomes = await Promise.allSettled(subset.map(async (section) => section.show(words, managed)));
  for (const outcome of outcomes) if (outcome.status === 'rejected') console.error('Scopelens:', outcome.reason);
}

/** The page is busy until all that is stored stands on it. */
async function showAll() {
  const words = await loadI18n();
  translatePage(document, words);
  document.title = `Scopelens · ${words.t('options_title')}`;
  showJumps();
  await show(sections);
  document.querySelector('main')?.setAttribute('aria-busy', 'false');
}

chrome.storage.onChanged.addListener((changes, area) => {
  if (area === 'managed' || changes.lang) return showAll();
  return show(sections.filter(({ keys }) => keys.some((key) => area === 'local' && key in changes)));
});
followTheme();
showAll();
