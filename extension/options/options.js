/** The options: each is kept as soon as it is chosen. */

import { forgetApp, readApps } from '../shared/apps.js';
import { about } from '../shared/engine.js';
import { speech, translatePage } from '../shared/i18n.js';
import { onLangChanged } from '../shared/lang.js';
import { shortcut } from '../shared/shortcut.js';

/** @import { App } from '../shared/apps.js' */
/** @import { Speech } from '../shared/i18n.js' */

const { el, isolated } = ScopelensDom;

/** @param {string} id */
const byId = (id) => /** @type {HTMLElement} */ (document.getElementById(id));
const languages = /** @type {NodeListOf<HTMLInputElement>} */ (document.querySelectorAll('[name="lang"]'));
const sure = /** @type {HTMLDialogElement} */ (byId('sure'));

/** @param {string} text */
const say = (text) => (byId('status').textContent = text);

/** @param {App} app @param {string} platform @param {Speech} words */
function appItem(app, platform, { t }) {
  const forget = el('button', { type: 'button', 'aria-label': t('options_forget_app', app.id) }, t('options_forget'));
  forget.addEventListener('click', async () => {
    await forgetApp(app);
    say(t('options_forgotten', app.id));
  });
  return el('li', { 'data-app': app.id }, isolated(platform), el('code', {}, isolated(app.id)), forget);
}

/** @param {Speech} words */
async function showApps(words) {
  const [apps, { platforms }] = await Promise.all([readApps(), about(words.lang)]);
  const name = (/** @type {string} */ id) => platforms.find((platform) => platform.id === id)?.name ?? id;
  byId('apps').replaceChildren(...apps.map((app) => appItem(app, name(app.platform), words)));
  byId('no-apps').hidden = apps.length > 0;
}

async function show() {
  const words = await speech();
  translatePage(document, words);
  document.title = `Scopelens · ${words.t('options_title')}`;
  const { lang = '' } = await chrome.storage.local.get('lang');
  for (const choice of languages) choice.checked = choice.value === lang;
  const key = await shortcut();
  byId('keys').replaceChildren(key ? el('kbd', {}, key) : words.t('shortcut_none'));
  await showApps(words);
}

for (const choice of languages) {
  choice.addEventListener('change', async () => {
    await (choice.value ? chrome.storage.local.set({ lang: choice.value }) : chrome.storage.local.remove('lang'));
    say((await speech()).t('options_kept'));
  });
}
byId('reset').addEventListener('click', () => {
  sure.returnValue = '';
  sure.showModal();
});
sure.addEventListener('close', async () => {
  if (sure.returnValue !== 'yes') return;
  await Promise.all([chrome.storage.local.clear(), chrome.storage.session.clear()]);
  await show();
  say((await speech()).t('options_reset_done'));
});
chrome.storage.onChanged.addListener(async (changes, area) => {
  if (area === 'local' && changes.apps) await showApps(await speech());
});
onLangChanged(show);
show();
