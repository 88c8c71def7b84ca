/** What the panel knows and which rows it wants to show. No DOM here. */

import { NO_TALLY } from '../core/messages.js';

/** @import { Row } from '../core/types.js' */
/** @import { PanelMessage, Tally } from '../core/messages.js' */
/** @import { Order } from './list/order.js' */

/** States of bodies of which nothing was read. */
const UNREAD = ['missing', 'unsaved', 'compressed', 'unread', 'large'];

/** Whether nothing of a reply was read. @param {Row} row */
export const isUnread = ({ failed, bodyState }) => failed || UNREAD.includes(bodyState);

/**
 * Refused for whatever reason, or not known to be granted: what cannot be read must not vanish.
 * @param {Row} row
 */
export function isTroubled(row) {
  const isUnknown = isUnread(row) || (row.bodyState === 'cut' && row.status >= 400);
  return row.verdict === 'refused' || row.verdict === 'lookalike' || isUnknown;
}

/**
 * The row's special state, as a message key: what there is of its body, or that the engine failed on it.
 * @param {Row} row
 */
export function stateKey({ failed, bodyState, source }) {
  if (failed) return 'panel_row_failed';
  if (bodyState === 'cut' && source !== null) return 'panel_body_cut_saved';
  return bodyState === 'whole' ? null : `panel_body_${bodyState}`;
}

/** @type {WeakMap<Row, string>} */
const searchTexts = new WeakMap();

/** The text that the filter searches, in lower case. @param {Row} row */
function searchTextOf(row) {
  let hay = searchTexts.get(row);
  if (hay === undefined) {
    const { method, status, host, path, name, label, platform, verdict, soft, source, scopes } = row;
    hay = [method, status, host + path, name, label, platform, verdict, soft, source, ...scopes]
      .join(' ')
      .toLowerCase();
    searchTexts.set(row, hay);
  }
  return hay;
}

/**
 * @param {string} text words, each of which must occur
 * @returns {(row: Row) => boolean}
 */
function byWords(text) {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return (row) => words.every((word) => searchTextOf(row).includes(word));
}

/**
 * @param {string} text
 * @returns {((row: Row) => boolean) | null} null where the text is no pattern
 */
function byPattern(text) {
  try {
    const pattern = new RegExp(text, 'i');
    return (row) => pattern.test(searchTextOf(row));
  } catch {
    return null;
  }
}

export class PanelState {
  /** By id, in the order of arrival. @type {Map<number, Row>} */
  rows = new Map();
  /** @type {Tally} */
  tally = NO_TALLY;
  allCalls = false;
  grouped = true;
  /** @type {Order} */
  order = { column: 'time', down: false };
  /** @type {Set<string>} */
  unfolded = new Set();
  /** Platform's name or '' for all. */
  platform = '';
  /** Verdict or '' for all. */
  kind = '';
  /** Whether the filter's text is no valid pattern; then the last valid one goes on. */
  badPattern = false;
  #text = '';
  #pattern = false;
  /** @type {(row: Row) => boolean} */
  #fits = () => true;

  /** @param {string} text @param {boolean} pattern whether the text is a regular expression */
  filter(text, pattern) {
    this.#text = text.trim();
    this.#pattern = pattern;
    const fits = this.#pattern ? byPattern(this.#text) : byWords(this.#text);
    this.badPattern = fits === null;
    if (fits) this.#fits = fits;
  }

  /** Whether anything but the list's own switch keeps rows from being shown. */
  get isFiltered() {
    return this.#text !== '' || this.platform !== '' || this.kind !== '';
  }

  /**
   * @param {PanelMessage} message
   * @returns {boolean} whether rows that are listed have changed or gone
   */
  take({ name, params }) {
    this.tally = params.tally;
    if (name === 'tally') return false;
    // Here it is spread over time, in the first filtering it would be felt.
    if (name === 'all' || name === 'rows') params.rows.forEach(searchTextOf);
    if (name === 'rows') return this.#put(params.rows);
    if (name === 'all') this.rows = new Map(params.rows.map((row) => [row.id, row]));
    if (name === 'dropped') this.#dropBelow(params.below);
    if (name === 'removed') this.rows.delete(params.id);
    return true;
  }

  /** @param {Row[]} rows @returns {boolean} whether any was there already */
  #put(rows) {
    const before = this.rows.size;
    for (const row of rows) this.rows.set(row.id, row);
    return this.rows.size < before + rows.length;
  }

  /** @param {number} id */
  #dropBelow(id) {
    for (const old of this.rows.keys()) {
      if (old >= id) return;
      this.rows.delete(old);
    }
  }

  /** Takes away whatever hides a row. @param {Row} row */
  reveal(row) {
    this.allCalls ||= !isTroubled(row);
    this.platform = '';
    this.kind = '';
    if (!this.#fits(row)) this.filter('', false);
  }

  /** The filter's text. */
  get text() {
    return this.#text;
  }

  /** @param {Row} row */
  shows = (row) =>
    (this.allCalls || isTroubled(row)) &&
    (this.platform === '' || row.platform === this.platform) &&
    (this.kind === '' || row.verdict === this.kind) &&
    this.#fits(row);
}
