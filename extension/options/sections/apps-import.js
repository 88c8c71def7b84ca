/** Apps from a file: what would change is shown first. */

import { changeApps, readApps } from '../../core/kept-apps.js';
import { mergeApps, readAppsFile } from '../../core/apps-file.js';
import { loadI18n } from '../../core/i18n.js';
import { byId } from '../../core/page.js';
import { applyLinks } from '../../engine/client.js';
import { bindFile } from '../files.js';
import { say } from '../status.js';

/** @import { App } from '../../core/checked.js' */
/** @import { Lang } from '../../engine/types.js' */
/** @import { I18n } from '../../core/i18n.js' */

const { el, isolated } = ScopelensDom;
const dialog = byId('coming', HTMLDialogElement);

/**
 * @param {{ platform: string, id: string }} app
 * @param {Lang} lang
 * @returns {Promise<string>} what is wrong with its id, as the engine says it; empty where it is right
 */
export async function wrongId({ platform, id }, lang) {
  try {
    await applyLinks({ platform, scopes: [], international: false }, id, lang);
    return '';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** @param {App} app @param {string} tag @param {string} state */
const line = ({ id, name }, tag, state) =>
  el(
    'li',
    { 'data-state': state },
    el('span', { class: 'tag' }, tag),
    ' ',
    name && isolated(name),
    name && ' ',
    el('code', {}, isolated(id)),
  );

/** The list of apps as it would be with the file's. @type {App[]} */
let mergedApps = [];

/** @param {App[]} read @param {number} odd entries that are no apps @param {I18n} words */
async function preview(read, odd, { lang, t }) {
  const faults = await Promise.all(read.map((app) => wrongId(app, lang)));
  const { apps, merged } = mergeApps(
    await readApps(),
    read.filter((_, index) => !faults[index]),
  );
  const wrong = faults
    .filter(Boolean)
    .map((fault) =>
      el(
        'li',
        { 'data-state': 'wrong' },
        el('span', { class: 'tag' }, t('options_coming_wrong')),
        ' ',
        isolated(fault),
      ),
    );
  const lines = merged.map(({ app, state }) => line(app, t(`options_coming_${state}`), state));
  const rest = odd ? [el('li', { 'data-state': 'odd' }, t('options_coming_odd', odd))] : [];
  byId('coming-apps').replaceChildren(...lines, ...wrong, ...rest);
  const isIdle = merged.every(({ state }) => state === 'same' || state === 'over');
  /** @type {HTMLButtonElement} */ (dialog.querySelector('[value="yes"]')).disabled = isIdle;
  mergedApps = apps;
  dialog.returnValue = '';
  dialog.showModal();
}

/** @param {string} text */
async function take(text) {
  const words = await loadI18n();
  const read = readAppsFile(text);
  byId('import-apps-wrong').textContent = 'fault' in read ? words.t(`options_${read.fault}`) : '';
  if (!('fault' in read)) await preview(read.apps, read.odd, words);
}

async function takeOver() {
  if (dialog.returnValue !== 'yes') return;
  const before = await changeApps(() => mergedApps);
  say((await loadI18n()).t('options_taken'), () => changeApps(() => before));
}

export function bindImport() {
  bindFile('import-apps', take);
  dialog.addEventListener('close', takeOver);
}
