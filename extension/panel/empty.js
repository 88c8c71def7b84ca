/** What the panel says when it has no row to show. */

/** @import { Translate } from '../shared/i18n.js' */
/** @import { PanelState } from './state.js' */

const { el } = ScopelensDom;

/** @param {PanelState} state @param {Translate} t @returns {{ title: string, lines: string[] }} */
function wordsFor(state, t) {
  if (!state.rows.length) {
    return { title: t('panel_empty_title'), lines: [1, 2, 3].map((n) => t(`panel_empty_${n}`)) };
  }
  if (state.text) return { title: t('panel_none_match_title'), lines: [t('panel_none_match')] };
  return { title: t('panel_none_refused_title'), lines: [t('panel_none_refused', state.rows.length)] };
}

/**
 * @param {HTMLElement} empty
 * @param {HTMLElement} grid
 * @param {PanelState} state
 * @param {Translate} t
 */
export function showEmpty(empty, grid, state, t) {
  const isEmpty = state.shown === 0;
  empty.hidden = !isEmpty;
  grid.hidden = isEmpty;
  if (!isEmpty) return empty.replaceChildren();
  const { title, lines } = wordsFor(state, t);
  empty.replaceChildren(el('h2', {}, title), ...lines.map((line) => el('p', {}, line)));
}
