/** One line of the list. */

import { verdictWords } from '../../core/i18n.js';
import { isTroubled, stateKey } from '../state.js';

/** @import { Row } from '../../core/types.js' */
/** @import { Translate } from '../../core/i18n.js' */
/** @import { Item } from './view.js' */

const { el, isolated } = ScopelensDom;

/** The words of a line: the language's, and the platforms' names. @typedef {{ t: Translate, platforms: Map<string, string>, silent: boolean, locked: boolean }} Words */

/** @param {number | null} time ms since 1970; null where it is not known */
function timeOf(time) {
  if (time === null) return '';
  const date = new Date(time);
  /** @param {number} n */
  const two = (n) => String(n).padStart(2, '0');
  return [date.getHours(), date.getMinutes(), date.getSeconds()].map(two).join(':');
}

/** @param {Row} row @param {Words} words */
function labelOf(row, { t, silent }) {
  if (row.verdict === 'none') return (silent && row.soft) || '';
  return row.label || (isTroubled(row) ? verdictWords(t)[row.verdict] : '');
}

/** @param {Row} row @param {Words} words */
function finding(row, words) {
  const key = stateKey(row);
  const label = key && row.verdict === 'none' && !row.soft ? '' : labelOf(row, words);
  return el(
    'span',
    { role: 'gridcell', class: 'finding', title: label || null },
    (label || key) && el('span', { class: 'shape', 'aria-hidden': 'true' }),
    label && isolated(label, { class: 'label' }),
    row.quoted && el('span', { class: 'state', 'data-state': 'panel_row_quoted' }, words.t('panel_row_quoted')),
    key && el('span', { class: 'state', 'data-state': key }, words.t(key)),
  );
}

/** Button with the number of calls that a line stands for; shows them singly. @param {Item} item @param {Translate} t */
const fold = ({ count, unfolded }, t) =>
  el(
    'button',
    {
      type: 'button',
      class: 'fold',
      tabindex: '-1',
      'aria-expanded': String(unfolded),
      'aria-label': t('panel_fold', count),
      title: t('panel_fold', count),
    },
    `×${count}`,
  );

/** @param {Item} item @param {Translate} t */
function place({ row, count, level, unfolded }, t) {
  const address = `${row.method} ${row.host}${row.path}`;
  return el(
    'span',
    { role: 'gridcell', class: 'path', title: row.source ? `${address}\n${row.source}` : address },
    count > 1 && level === 1 && fold({ row, count, level, unfolded, key: '' }, t),
    row.name && isolated(row.name, { class: 'name' }),
    isolated(row.path, { class: row.name ? 'where' : 'name' }),
    isolated(row.host, { class: 'host' }),
    row.source && isolated(row.source, { class: 'source' }),
  );
}

/** @param {Item} item @param {Words} words @returns {HTMLElement} */
export function drawLine(item, words) {
  const { row, key, level } = item;
  const platform = row.platform && (words.platforms.get(row.platform) ?? row.platform);
  return el(
    'div',
    {
      class: 'line',
      role: 'row',
      tabindex: '-1',
      'aria-level': String(level),
      'aria-expanded': 'false',
      'data-row': key,
      'data-id': String(row.id),
      'data-verdict': row.verdict,
      'data-soft': words.silent && row.soft ? '' : null,
      'data-body': row.bodyState,
      'data-path': row.path,
      'data-count': String(item.count),
      'data-troubled': isTroubled(row) ? '' : null,
    },
    el('span', { role: 'gridcell', class: 'time' }, timeOf(row.at)),
    el('span', { role: 'gridcell', class: 'method' }, row.method),
    place(item, words.t),
    el('span', { role: 'gridcell', class: 'status' }, String(row.status || '')),
    el('span', { role: 'gridcell', class: 'platform' }, platform && isolated(platform)),
    finding(row, words),
  );
}

/** A line that cannot be drawn is one bad line. @param {Item} item @param {Words} words @returns {HTMLElement} */
export function safeLine(item, words) {
  try {
    return drawLine(item, words);
  } catch (error) {
    console.error('Scopelens:', error);
    const cell = el('span', { role: 'gridcell', class: 'finding' }, words.t('panel_row_failed'));
    return el(
      'div',
      { class: 'line', role: 'row', tabindex: '-1', 'data-row': item.key, 'aria-expanded': 'false' },
      cell,
    );
  }
}
