/** Which rows are listed, in which order: filtered, grouped, sorted. No DOM here. */

import { compareRows } from './order.js';

/** @import { Row } from '../../core/types.js' */
/** @import { Order } from './order.js' */

/**
 * One line of the list.
 * @typedef {object} Item
 * @property {string} key the same as long as the line stands for the same thing
 * @property {Row} row the call, or the first one of a group
 * @property {number} count calls that the line stands for
 * @property {1 | 2} level 2 for a single call below its group
 * @property {boolean} unfolded whether the group's calls stand below it
 *
 * @typedef {object} ViewOptions what the person wants to see
 * @property {(row: Row) => boolean} shows
 * @property {Order} order
 * @property {boolean} grouped
 * @property {Set<string>} unfolded causes whose calls are listed singly below the group
 */

export class View {
  /** @type {Item[]} */
  items = [];
  /** Calls that pass the filter, in groups or not. */
  shown = 0;
  /** @type {Map<string, Item>} */
  #groups = new Map();
  /** Indices at which lines were found last, by key. @type {Map<string, number>} */
  #places = new Map();

  /** @param {Iterable<Row>} rows @param {ViewOptions} options */
  build(rows, options) {
    this.items = [];
    this.shown = 0;
    this.#groups.clear();
    this.#places.clear();
    /** @type {Map<string, Row[]>} */
    const members = new Map();
    for (const row of rows) {
      if (!options.shows(row)) continue;
      const item = this.#join(row, options);
      if (item) this.items.push(item);
      if (options.unfolded.has(row.cause)) listIn(members, row.cause).push(row);
    }
    this.items.sort(comparator(options.order));
    if (options.grouped) this.#unfold(members, options.order);
  }

  /**
   * Adds a row where it belongs, without looking at the others.
   * @param {Row} row
   * @param {ViewOptions} options
   * @returns {boolean} false where the view has to be built anew
   */
  add(row, options) {
    if (!options.shows(row)) return true;
    if (options.grouped && options.unfolded.size) return false;
    const item = this.#join(row, options);
    if (item) this.items.splice(placeFor(item, this.items, comparator(options.order)), 0, item);
    return true;
  }

  /** @param {string} key @returns {number} -1 where no line has it */
  indexOf(key) {
    // Lines seldom move, and each frame asks for some.
    const hint = this.#places.get(key) ?? -1;
    if (this.items[hint]?.key === key) return hint;
    const index = this.items.findIndex((item) => item.key === key);
    if (index >= 0) this.#places.set(key, index);
    return index;
  }

  /**
   * Counts a row, in its group if it has one.
   * @param {Row} row
   * @param {ViewOptions} options
   * @returns {Item | null} a line of its own, if it needs one
   */
  #join(row, { grouped }) {
    this.shown += 1;
    const group = grouped && row.cause ? this.#groups.get(row.cause) : undefined;
    if (group) {
      group.count += 1;
      return null;
    }
    const isGroup = grouped && row.cause !== '';
    /** @type {Item} */
    const item = { key: isGroup ? `cause:${row.cause}` : `row:${row.id}`, row, count: 1, level: 1, unfolded: false };
    if (isGroup) this.#groups.set(row.cause, item);
    return item;
  }

  /** @param {Map<string, Row[]>} members @param {Order} order */
  #unfold(members, order) {
    this.items = this.items.flatMap((item) => {
      const rows = item.count > 1 ? members.get(item.row.cause) : undefined;
      if (!rows) return [item];
      item.unfolded = true;
      const singles = rows.toSorted((a, b) => compareRows(a, b, order)).map(single);
      return [item, ...singles];
    });
  }
}

/**
 * The list under a key, which is empty at first.
 * @param {Map<string, Row[]>} lists
 * @param {string} key
 */
function listIn(lists, key) {
  const list = lists.get(key) ?? [];
  lists.set(key, list);
  return list;
}

/** @param {Row} row @returns {Item} */
const single = (row) => ({ key: `row:${row.id}`, row, count: 1, level: 2, unfolded: false });

/** @param {Order} order @returns {(a: Item, b: Item) => number} */
const comparator = (order) => (a, b) => compareRows(a.row, b.row, order);

/** @param {Item} item @param {Item[]} items sorted @param {(a: Item, b: Item) => number} compare */
function placeFor(item, items, compare) {
  let [low, high] = [0, items.length];
  // Most come at the end.
  const last = items.at(-1);
  if (!last || compare(last, item) <= 0) return high;
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = /** @type {Item} */ (items[middle]);
    if (compare(other, item) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
