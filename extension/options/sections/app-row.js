/** One remembered app: what it is called, whose it is, and of which kind. */

import { changeApps, forgetApp } from '../../core/kept-apps.js';
import { isSameApp, KINDS, MOST } from '../../core/checked.js';
import { say } from '../status.js';

/** @import { App } from '../../core/checked.js' */
/** @import { I18n } from '../../core/i18n.js' */

const { el, isolated } = ScopelensDom;

/** @param {App} app @param {Partial<App>} change @param {I18n} words */
async function edit(app, change, { t }) {
  await changeApps((apps) => apps.map((each) => (isSameApp(each, app) ? { ...each, ...change } : each)));
  say(t('options_kept'));
}

/** @param {App} app @param {I18n} words */
async function forget(app, { t }) {
  const before = await forgetApp(app);
  say(t('options_forgotten', app.name || app.id), () => changeApps(() => before));
  // The button that had the focus goes with the row.
  document.getElementById('take-back')?.focus();
}

/** @param {'name' | 'organisation'} field @param {App} app @param {I18n} words */
function textField(field, app, words) {
  const attributes = {
    type: 'text',
    'data-field': field,
    maxlength: String(MOST.name),
    autocomplete: 'off',
    value: app[field] ?? '',
  };
  const input = el('input', attributes);
  input.addEventListener('change', () => edit(app, { [field]: input.value }, words));
  return el('label', {}, el('span', {}, words.t(`options_app_${field}`)), input);
}

/** @param {App} app @param {I18n} words */
function kindField(app, words) {
  const { t } = words;
  const kinds = KINDS.map((kind) => el('option', { value: kind }, t(`options_app_${kind.replace('-', '_')}`)));
  const select = el('select', { 'data-field': 'kind' }, el('option', { value: '' }, t('options_app_unsaid')), ...kinds);
  select.value = app.kind ?? '';
  select.addEventListener('change', () => edit(app, { kind: KINDS.find((kind) => kind === select.value) }, words));
  return el('label', {}, el('span', {}, t('options_app_kind')), select);
}

/** @param {App} app @param {string} platform its name @param {I18n} words */
export function appRow(app, platform, words) {
  const { t } = words;
  const button = el(
    'button',
    { type: 'button', 'aria-label': t('options_forget_app', app.name || app.id) },
    t('options_forget'),
  );
  button.addEventListener('click', () => forget(app, words));
  return el(
    'li',
    { class: 'app', 'data-app': app.id, 'data-platform': app.platform },
    el('span', { class: 'tag' }, isolated(platform)),
    el('code', {}, isolated(app.id)),
    button,
    el(
      'div',
      { class: 'fields' },
      textField('name', app, words),
      textField('organisation', app, words),
      kindField(app, words),
    ),
  );
}
