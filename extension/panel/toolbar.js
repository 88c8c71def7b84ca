/** The panel's controls. */

/** @import { Translate } from '../shared/i18n.js' */
/** @import { PanelState } from './state.js' */

/** @param {string} id */
const input = (id) => /** @type {HTMLInputElement} */ (document.getElementById(id));

/**
 * @param {PanelState} state
 * @param {{ filter: () => void, clear: () => void, preserve: (on: boolean) => void }} act
 */
export function bindToolbar(state, act) {
  input('refused-only').addEventListener('change', () => {
    state.refusedOnly = input('refused-only').checked;
    act.filter();
  });
  input('filter').addEventListener('input', () => {
    state.text = input('filter').value.trim().toLowerCase();
    act.filter();
  });
  input('preserve').addEventListener('change', () => act.preserve(input('preserve').checked));
  input('clear').addEventListener('click', act.clear);
  document.addEventListener('keydown', (event) => {
    const isClear = event.key.toLowerCase() === 'l' && event.ctrlKey && !event.shiftKey && !event.altKey;
    if (!isClear) return;
    event.preventDefault();
    act.clear();
  });
}

/** @param {HTMLElement} output @param {PanelState} state @param {Translate} t */
export function showCount(output, state, t) {
  const { dropped, unread, preserve } = state.tally;
  const dropping = dropped ? ` · ${t('panel_dropped', dropped)}` : '';
  output.textContent = t('panel_count', state.shown, state.rows.length) + dropping;
  output.title = unread ? t('panel_unread', unread) : '';
  input('preserve').checked = preserve;
}
