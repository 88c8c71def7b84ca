/** The rows of one tool window, in memory only. */

import { ROW_LIMIT } from '../shared/channel.js';

/** @import { Row } from '../shared/types.js' */
/** @import { Tally } from '../shared/channel.js' */

export class Log {
  /** @type {Row[]} */
  rows = [];
  /** @type {Tally} */
  tally = { dropped: 0, unread: 0, preserve: false };
  /** Counts the clearings, so that an exchange from before one is not added after it. */
  generation = 0;
  #nextId = 1;

  /** @param {Omit<Row, 'id'>} row @returns {Row} */
  add(row) {
    const added = { id: this.#nextId++, ...row };
    this.rows.push(added);
    if (this.rows.length > ROW_LIMIT) {
      this.rows.shift();
      this.tally.dropped += 1;
    }
    return added;
  }

  countUnread() {
    this.tally.unread += 1;
  }

  /** @param {boolean} on */
  preserve(on) {
    this.tally.preserve = on;
  }

  clear() {
    this.generation += 1;
    this.#keep([]);
  }

  /** Leaves what the new page has already asked for. @param {number} time in ms since 1970 */
  dropBefore(time) {
    this.#keep(this.rows.filter((row) => row.at >= time));
  }

  /** @param {Row[]} rows */
  #keep(rows) {
    this.rows = rows;
    this.tally = { ...this.tally, dropped: 0, unread: 0 };
  }
}
