/** The panel's controls. */

import { byId } from '../core/page.js';

/** @import { Devtools } from '../core/messages.js' */
/** @import { Translate } from '../core/i18n.js' */
/** @import { View } from './list/view.js' */
/** @import { Words } from './list/row.js' */
/** @import { PanelState } from './state.js' */

const { el } = ScopelensDom;

/** @param {string} id */
const input = (id) => byId(id, HTMLInputElement);

/** @param {string} id */
const select = (id) => byId(id, HTMLSelectElement);

/**
 * @param {PanelState} state
 * @param {() => void} onChange other rows are wanted
 * @param {{ devtools: Devtools, silent: (on: boolean) => unknown }} act
 */
export function bindToolbar(state, onChange, { devtools, silent }) {
  const pattern = byId('pattern');
  const filter = () => {
    state.filter(input('filter').value, pattern.getAttribute('aria-pressed') === 'true');
    onChange();
  };
  /** @param {string} id @param {(control: HTMLInputElement) => void} take */
  const on = (id, take) => input(id).addEventListener('change', () => take(input(id)));
  /** @param {string} id @param {(value: string) => void} take */
  const onChoice = (id, take) => select(id).addEventListener('change', () => take(select(id).value));
  input('filter').addEventListener('input', filter);
  pattern.addEventListener('click', () => {
    pattern.setAttribute('aria-pressed', String(pattern.getAttribute('aria-pressed') !== 'true'));
    filter();
  });
  onChoice('platform', (value) => {
    state.platform = value;
    onChange();
  });
  onChoice('kind', (value) => {
    state.kind = value;
    onChange();
  });
  on('all-calls', ({ checked }) => {
    state.allCalls = checked;
    onChange();
  });
  on('group', ({ checked }) => {
    state.grouped = checked;
    onChange();
  });
  on('preserve', ({ checked }) => devtools.notify('preserve', { on: checked }));
  on('silent', ({ checked }) => silent(checked));
  on('limit', ({ valueAsNumber: rows }) => Number.isInteger(rows) && rows > 0 && devtools.notify('limit', { rows }));
  byId('clear').addEventListener('click', () => devtools.notify('clear', {}));
  byId('pause').addEventListener('click', () => devtools.notify('pause', { on: !state.tally.paused }));
}

/** @param {PanelState} state @param {Words} words */
function showPlatforms(state, { t, platforms }) {
  const box = select('platform');
  const signature = `${t('panel_platform_all')} ${[...platforms.values()].join()}`;
  if (box.dataset.shown !== signature) {
    const options = [...platforms].map(([id, name]) => el('option', { value: id }, name));
    box.replaceChildren(el('option', { value: '' }, t('panel_platform_all')), ...options);
    box.dataset.shown = signature;
  }
  box.value = state.platform;
}

/** @param {PanelState} state @param {View} view @param {Translate} t */
function showCount({ tally, rows }, view, t) {
  const output = byId('count');
  const dropping = tally.dropped ? ` · ${t('panel_dropped', tally.dropped)}` : '';
  output.textContent = t('panel_count', view.shown, rows.size) + dropping;
  const notes = [t('panel_limit_is', tally.limit), tally.unread ? t('panel_unread', tally.unread) : ''];
  output.title = notes.filter(Boolean).join('\n');
}

/** @param {PanelState} state @param {View} view @param {Words} words */
export function showState(state, view, words) {
  const { t } = words;
  const { tally } = state;
  showCount(state, view, t);
  showPlatforms(state, words);
  input('preserve').checked = tally.preserve;
  input('all-calls').checked = state.allCalls;
  select('kind').value = state.kind;
  if (document.activeElement !== input('limit')) input('limit').value = String(tally.limit);
  byId('pause').setAttribute('aria-pressed', String(tally.paused));
  byId('pause-text').textContent = t(tally.paused ? 'panel_resume' : 'panel_pause');
  input('filter').setAttribute('aria-invalid', String(state.badPattern));
  byId('bad-pattern').textContent = state.badPattern ? t('panel_pattern_bad') : '';
  byId('export', HTMLButtonElement).disabled = view.shown === 0;
}
