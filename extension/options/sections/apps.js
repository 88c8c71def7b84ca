/** The apps that the person has named. */

import { readApps, rememberApp } from '../../core/kept-apps.js';
import { appsText } from '../../core/apps-file.js';
import { loadI18n } from '../../core/i18n.js';
import { byId, download } from '../../core/page.js';
import { about } from '../../engine/client.js';
import { say } from '../status.js';
import { appRow } from './app-row.js';
import { bindImport, wrongId } from './apps-import.js';

/** @import { Section } from '../options.js' */

const { el } = ScopelensDom;
const platformBox = byId('add-app-platform', HTMLSelectElement);
const idBox = byId('add-app-id', HTMLInputElement);

/** @param {SubmitEvent} event */
async function add(event) {
  event.preventDefault();
  const { lang, t } = await loadI18n();
  const app = { platform: platformBox.value, id: idBox.value.trim() };
  const wrong = await wrongId(app, lang);
  byId('add-app-wrong').textContent = wrong;
  idBox.setAttribute('aria-invalid', String(wrong !== ''));
  if (wrong) return;
  await rememberApp(app);
  idBox.value = '';
  say(t('options_kept'));
}

async function save() {
  const text = appsText(await readApps());
  download(new Blob([text], { type: 'application/json' }), 'scopelens-apps', 'json');
}

/** @param {Map<string, string>} names of the platforms, by id */
function showPlatforms(names) {
  const chosen = platformBox.value;
  platformBox.replaceChildren(...[...names].map(([id, name]) => el('option', { value: id }, name)));
  if (names.has(chosen)) platformBox.value = chosen;
}

/** @returns {Section} */
export function appsSection() {
  /** Signature of the rows on the page: what the person has just typed there must not be drawn anew below the caret. */
  let drawn = '';
  byId('add-app').addEventListener('submit', add);
  byId('export-apps').addEventListener('click', save);
  bindImport();
  return {
    keys: ['apps', 'platformsOff', 'rules'],
    async show(words) {
      const [apps, { platforms }] = await Promise.all([readApps(), about(words.lang)]);
      const names = new Map(platforms.map(({ id, name }) => [id, name]));
      showPlatforms(names);
      const signature = JSON.stringify([words.lang, [...names], apps.map(({ platform, id }) => [platform, id])]);
      if (signature === drawn) return;
      drawn = signature;
      byId('apps').replaceChildren(...apps.map((app) => appRow(app, names.get(app.platform) ?? app.platform, words)));
      byId('no-apps').hidden = apps.length > 0;
      byId('export-apps', HTMLButtonElement).disabled = !apps.length;
    },
  };
}
