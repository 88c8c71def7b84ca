/** The exchanges of one tool window, in memory only: the rows, and what their tabs need. */

/** @import { Recorded, Row } from '../core/types.js' */

/**
 * @typedef {object} Kept
 * @property {Row} row
 * @property {string} exchange JSON of a Recorded, which takes a fraction of the objects' room
 * @property {(() => Promise<string | null>) | null} reread asks the browser for the body again
 */

/** UTF-16 units of exchanges that are kept at most. */
const SIZE_LIMIT = 24 * 1024 * 1024;

/** Share of the limits that is dropped beyond need, for dropping rows one by one would redraw the list each time. */
const SLACK = 0.05;

export class Memory {
  /** By id, the oldest first. @type {Map<number, Kept>} */
  kept = new Map();
  #size = 0;

  /** @param {number} limit rows */
  constructor(limit) {
    this.limit = limit;
  }

  get rows() {
    return [...this.kept.values()].map(({ row }) => row);
  }

  /** One with the same id gives way, and leaves it its place. @param {Kept} entry */
  add(entry) {
    this.#size -= this.kept.get(entry.row.id)?.exchange.length ?? 0;
    this.kept.set(entry.row.id, entry);
    this.#size += entry.exchange.length;
  }

  /**
   * Drops the oldest rows beyond the limits.
   * @returns {number[]} their ids
   */
  trim() {
    if (this.kept.size <= this.limit && this.#size <= SIZE_LIMIT) return [];
    const rows = Math.ceil(this.limit * (1 - SLACK));
    const size = SIZE_LIMIT * (1 - SLACK);
    /** @type {number[]} */
    const gone = [];
    for (const id of this.kept.keys()) {
      if (this.kept.size <= rows && this.#size <= size) break;
      this.remove(id);
      gone.push(id);
    }
    return gone;
  }

  /** @param {number} id */
  remove(id) {
    this.#size -= this.kept.get(id)?.exchange.length ?? 0;
    this.kept.delete(id);
  }

  /** @param {number} id @returns {Recorded | null} */
  exchange(id) {
    const entry = this.kept.get(id);
    return entry ? JSON.parse(entry.exchange) : null;
  }

  /**
   * The body of a reply, from here or from the browser.
   * @param {number} id
   * @returns {Promise<string | null>} null where nobody has it any more
   */
  async body(id) {
    const entry = this.kept.get(id);
    return this.exchange(id)?.body ?? (await entry?.reread?.()) ?? null;
  }
}
