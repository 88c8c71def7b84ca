/**
 * Which entries are taken in already: told by the browser's event, or found in its own list. One entry comes both ways; two
 * that only look alike are two.
 */

import { startOf } from './entry.js';

/** @typedef {chrome.devtools.network.Request} Entry */

/** Maximum number of entries that are remembered, for a page that is left open for days. */
const MOST = 20_000;

export class SeenEntries {
  /** By the event. @type {Set<string>} */
  #live = new Set();
  /** Found in the browser's list when the tools opened, and read to the end. @type {Set<string>} */
  #early = new Set();

  /** @param {Entry} entry */
  static key(entry) {
    return `${startOf(entry)} ${entry.request.method} ${entry.request.url}`;
  }

  /** @param {string} key @returns {boolean} whether the event's entry is new, and not one that was found and read before */
  addEnded(key) {
    if (this.#live.size >= MOST) this.#live.delete(this.#live.values().next().value ?? '');
    this.#live.add(key);
    return !this.#early.delete(key);
  }

  /**
   * One that is not whole may only not have ended yet: the event that tells its end is still to be heard.
   * @param {string} key
   * @param {boolean} isWhole
   * @returns {boolean} whether an earlier entry, which has been read by now, was told of in no other way
   */
  addEarly(key, isWhole) {
    if (this.#live.has(key)) return false;
    if (isWhole) this.#early.add(key);
    return true;
  }

  /** @param {string} key */
  has(key) {
    return this.#live.has(key) || this.#early.has(key);
  }
}
