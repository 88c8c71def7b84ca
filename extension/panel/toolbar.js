/** The panel's controls. */

/** @import { PanelMessage } from '../shared/channel.js' */
/** @import { Translate } from '../shared/i18n.js' */
/** @import { View } from './list/view.js' */
/** @import { Words } from './list/row.js' */
/** @import { PanelState } from './state.js' */

const { el } = ScopelensDom;

/** @param {string} id */
const input = (id) => /** @type {HTMLInputElement} */ (document.getElementById(id));

/**
 * @param {PanelState} state
 * @param {() => void} onChange other rows are wanted
 * @param {{ tell: (message: PanelMessage) => void, silent: (on: boolean) => unknown }} act
 */
export function bindToolbar(state, onChange, { tell, silent }) {
  const pattern = input('pattern');
  const filter = () => {
    state.filter(input('filter').value, pattern.getAttribute('aria-pressed') === 'true');
    onChange();
  };
  /** @param {string} id @param {(control: HTMLInputElement) => void} take */
  const on = (id, take) => input(id).addEventListener('change', () => take(input(id)));
  input('filter').addEventListener('input', filter);
  pattern.addEventListener('click', () => {
    pattern.setAttribute('aria-pressed', String(pattern.getAttribute('aria-pressed') !== 'true'));
    filter();
  });
  on('platform', ({ value }) => ((state.platform = value), onChange()));
  on('kind', ({ value }) => ((state.kind = value), onChange()));
  on('all-calls', ({ checked }) => ((state.allCalls = checked), onChange()));
  on('group', ({ checked }) => ((state.grouped = checked), onChange()));
  on('preserve', ({ checked }) => tell({ type: 'preserve', on: checked }));
  on('silent', ({ checked }) => silent(checked));
  on('limit', ({ value }) => tell({ type: 'limit', rows: Number(value) }));
  input('clear').addEventListener('click', () => tell({ type: 'clear' }));
  input('pause').addEventListener('click', () => tell({ type: 'pause', on: !state.tally.paused }));
}

/** @param {PanelState} state @param {Words} words */
function showPlatforms(state, { t, platforms }) {
  const select = /** @type {HTMLSelectElement} */ (document.getElementById('platform'));
  const signature = `${t('panel_platform_all')} ${[...platforms.values()].join()}`;
  if (select.dataset.shown !== signature) {
    const options = [...platforms].map(([id, name]) => el('option', { value: id }, name));
    select.replaceChildren(el('option', { value: '' }, t('panel_platform_all')), ...options);
    select.dataset.shown = signature;
  }
  select.value = state.platform;
}

/** @param {PanelState} state @param {View} view @param {Translate} t */
function showCount({ tally, rows }, view, t) {
  const output = /** @type {HTMLElement} */ (document.getElementById('count'));
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
  input('kind').value = state.kind;
  if (document.activeElement !== input('limit')) input('limit').value = String(tally.limit);
  input('pause').setAttribute('aria-pressed', String(tally.paused));
  input('pause-text').textContent = t(tally.paused ? 'panel_resume' : 'panel_pause');
  input('filter').setAttribute('aria-invalid', String(state.badPattern));
  input('bad-pattern').textContent = state.badPattern ? t('panel_pattern_bad') : '';
  input('export').disabled = view.shown === 0;
}
