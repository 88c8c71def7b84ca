/** One row of the list, and the card below it. */

import { verdictWords } from '../shared/i18n.js';
import { isTroubled } from './state.js';

/** @import { Row } from '../shared/types.js' */
/** @import { Translate } from '../shared/i18n.js' */

const { el, isolated } = ScopelensDom;

/** @param {number} at ms since 1970 */
function timeOf(at) {
  const date = new Date(at);
  /** @param {number} n */
  const two = (n) => String(n).padStart(2, '0');
  return [date.getHours(), date.getMinutes(), date.getSeconds()].map(two).join(':');
}

/** @param {string} url @returns {{ host: string, path: string }} */
function splitUrl(url) {
  if (!URL.canParse(url)) return { host: '', path: url };
  const { host, pathname } = new URL(url);
  return { host, path: pathname };
}

/**
 * The row's special state, as a message key: its body is gone, cut, or the engine failed on it.
 * @param {Row} row
 */
function stateKey(row) {
  if (row.failed) return 'panel_row_failed';
  if (row.bodyState === 'missing') return 'panel_body_missing';
  return row.bodyState === 'cut' ? 'panel_body_cut' : null;
}

/** @param {Row} row @param {Translate} t */
function labelOf(row, t) {
  const { label, verdict } = row.annotation;
  return label || (isTroubled(row) ? verdictWords(t)[verdict] : '');
}

/** @param {Row} row @param {Translate} t */
function finding(row, t) {
  const key = stateKey(row);
  const words = key && row.annotation.verdict === 'none' ? '' : labelOf(row, t);
  return el(
    'span',
    { role: 'gridcell', class: 'finding' },
    (words || key) && el('span', { class: 'shape', 'aria-hidden': 'true' }),
    words && isolated(words, { class: 'label' }),
    key && el('span', { class: 'state', 'data-state': key }, t(key)),
  );
}

/** @param {Row} row @param {Translate} t @returns {HTMLElement} */
export function drawRow(row, t) {
  const { host, path } = splitUrl(row.url);
  return el(
    'div',
    {
      class: 'line',
      role: 'row',
      tabindex: '-1',
      'aria-expanded': 'false',
      'data-row': String(row.id),
      'data-verdict': row.annotation.verdict,
      'data-body': row.bodyState,
      'data-url': row.url,
      'data-troubled': isTroubled(row) ? '' : null,
    },
    el('span', { role: 'gridcell', class: 'time' }, timeOf(row.at)),
    el('span', { role: 'gridcell', class: 'method' }, row.method),
    el('span', { role: 'gridcell', class: 'status' }, String(row.status)),
    el(
      'span',
      { role: 'gridcell', class: 'path', title: row.url },
      isolated(path),
      isolated(host, { class: 'host' }),
    ),
    finding(row, t),
  );
}

/** @param {Row} row @param {Translate} t */
function cardOf(row, t) {
  const { answer } = row.annotation;
  return answer ? ScopelensCard.render(answer, { verdicts: verdictWords(t) }) : null;
}

/** A card that cannot be drawn must not take the list with it. @param {Row} row @param {Translate} t */
function safeCardOf(row, t) {
  try {
    return cardOf(row, t);
  } catch (error) {
    console.error('Scopelens:', error);
    return el('p', { class: 'remark' }, t('panel_row_failed_why'));
  }
}

/** @param {Row} row @param {Translate} t @returns {HTMLElement} */
export function drawCardRow(row, t) {
  const key = stateKey(row);
  const card = safeCardOf(row, t);
  return el(
    'div',
    { class: 'card-line', role: 'row', 'data-card-of': String(row.id) },
    el(
      'div',
      { role: 'gridcell', 'aria-colspan': '5' },
      key && el('p', { class: 'remark' }, t(`${key}_why`)),
      card,
      !key && !card && el('p', { class: 'remark' }, t('panel_no_card')),
    ),
  );
}
