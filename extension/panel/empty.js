/** What the panel says when it has no row to show. */

/** @import { PanelState } from './state.js' */
/** @import { View } from './list/view.js' */
/** @import { Words } from './list/row.js' */

const { el, isolated } = ScopelensDom;

/** @param {PanelState} state @param {Words} words @returns {{ title: string, lines: string[] }} */
function wordsFor(state, { t, platforms }) {
  if (!state.rows.size) {
    const names = [...platforms.values()].join(t('panel_list_comma'));
    const title = t(state.tally.paused ? 'panel_paused_title' : 'panel_empty_title');
    return {
      title,
      lines: [
        ...[1, 2, 3, 4].map((n) => t(`panel_empty_${n}`)),
        t('panel_empty_platforms', names),
        t('panel_empty_unseen'),
      ],
    };
  }
  if (state.isFiltered) return { title: t('panel_none_match_title'), lines: [t('panel_none_match')] };
  return { title: t('panel_none_refused_title'), lines: [t('panel_none_refused', state.rows.size)] };
}

/**
 * @param {HTMLElement} empty
 * @param {HTMLElement} grid
 * @param {PanelState} state
 * @param {View} view
 * @param {Words} words
 */
export function showEmpty(empty, grid, state, view, words) {
  const isEmpty = view.shown === 0;
  empty.hidden = !isEmpty;
  grid.hidden = isEmpty;
  if (!isEmpty) return empty.replaceChildren();
  const { title, lines } = wordsFor(state, words);
  empty.replaceChildren(el('h2', {}, title), ...lines.map((line) => el('p', {}, isolated(line))));
}
