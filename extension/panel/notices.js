/** What the panel says beside its list: that it has no row to show, and what was cleared, which can be had back. */

import { byId } from '../core/page.js';

/** @import { Translate } from '../core/i18n.js' */
/** @import { Devtools, Tally } from '../core/messages.js' */
/** @import { Words } from './list/row.js' */
/** @import { View } from './list/view.js' */
/** @import { PanelState } from './state.js' */

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

/** @param {Devtools} devtools */
export function bindUndo(devtools) {
  byId('undo-do').addEventListener('click', () => devtools.notify('undoClear', {}));
  byId('undo-close').addEventListener('click', () => devtools.notify('discardCleared', {}));
}

/** @param {Tally} tally @param {Translate} t */
export function showUndo({ cleared }, t) {
  const bar = byId('undo');
  // The focus must not go with the bar.
  if (!cleared && bar.contains(document.activeElement)) byId('clear').focus();
  bar.hidden = !cleared;
  const text = cleared ? t('panel_cleared', cleared) : '';
  if (byId('undo-text').textContent !== text) byId('undo-text').textContent = text;
}
