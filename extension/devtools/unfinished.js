/**
 * Calls that the browser has in its own list and never tells as finished: a failed `fetch` whose body its page does not read
 * (Chromium), and streams and sockets that go on.
 */

import { isCall, startOf } from './entry.js';
import { SeenEntries } from './seen-entries.js';
import { countMessages } from './streams.js';

/** @import { Meeting } from './take.js' */
/** @typedef {chrome.devtools.network.Request} Entry */
/** @typedef {{ size: number, row: Promise<number | null> }} Sight how many messages a call had, and its row */

/** A page takes less to read a reply that it will read, in ms since the call began. */
const READ_MS = 1500;

/** @param {Entry} entry */
const isLeftUnread = (entry) => entry.response.status >= 400 && startOf(entry) < Date.now() - READ_MS;

export class Unfinished {
  #ended;
  #take;
  /** By key. @type {Map<string, Sight>} */
  #seen = new Map();

  /**
   * @param {SeenEntries} seen
   * @param {(entry: Entry, meeting: Meeting) => Promise<number | null>} take
   */
  constructor(seen, take) {
    this.#ended = seen;
    this.#take = take;
  }

  /** Takes in what is new since the last time. @param {Entry[]} entries all that the browser has */
  async look(entries) {
    const open = entries.filter((entry) => isCall(entry) && !this.#ended.has(SeenEntries.key(entry)));
    const keys = new Set(open.map(SeenEntries.key));
    for (const key of this.#seen.keys()) if (!keys.has(key)) this.#seen.delete(key);
    for (const entry of open) await this.#consider(SeenEntries.key(entry), entry);
  }

  /** A call that has a row, though it may not have ended. @param {string} key @param {number} row */
  note(key, row) {
    this.#seen.set(key, { size: 0, row: Promise.resolve(row) });
  }

  /**
   * The row of a call that has ended after all; it is forgotten here.
   * @param {string} key
   * @returns {Promise<number | null>}
   */
  async claim(key) {
    const sight = this.#seen.get(key);
    this.#seen.delete(key);
    return (await sight?.row) ?? null;
  }

  /** @param {string} key @param {Entry} entry */
  async #consider(key, entry) {
    const size = countMessages(entry);
    const before = this.#seen.get(key);
    if (before?.size === size || (size === 0 && !isLeftUnread(entry))) return;
    const findRow = async () => (await before?.row) ?? null;
    const row = this.#take(entry, { isOpen: true, isWanted: () => !this.#ended.has(key), known: findRow });
    this.#seen.set(key, { size, row: row.catch(() => null) });
    await row;
  }
}
