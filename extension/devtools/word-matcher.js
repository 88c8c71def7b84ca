/**
 * Searches a text for many words at once. The pair of characters that ends a window, as long as the shortest word, says
 * how far the next window can be without a word between them: mostly the whole length. (Wu and Manber's search.)
 */

const SLOTS = 4096;

/** @param {number} one @param {number} other @returns {number} the place of a pair of UTF-16 units */
const slotOf = (one, other) => ((one * 37) ^ (other << 3)) & (SLOTS - 1);

export class WordMatcher {
  #length;
  /** Distance to the next window from one that ends in a pair, by the pair's slot; 0 where a word's first units end so. */
  #shifts;
  /** Words whose first units end in a pair, by the pair's slot. @type {string[][]} */
  #words = Array.from({ length: SLOTS }, () => []);

  /** @param {string[]} words of two units at least */
  constructor(words) {
    this.#length = Math.min(...words.map((word) => word.length));
    this.#shifts = new Uint8Array(SLOTS).fill(Math.min(this.#length - 1, 255));
    for (const word of words) this.#add(word);
  }

  /** @param {string} word */
  #add(word) {
    for (let end = 1; end < this.#length; end++) {
      const place = slotOf(word.charCodeAt(end - 1), word.charCodeAt(end));
      const leap = this.#length - 1 - end;
      this.#shifts[place] = Math.min(this.#shifts[place] ?? 0, leap);
      if (leap === 0) this.#words[place]?.push(word);
    }
  }

  /** Whether any of the words is in it. @param {string} text */
  matches(text) {
    const leaps = this.#shifts;
    for (let end = this.#length - 1; end < text.length; ) {
      const place = slotOf(text.charCodeAt(end - 1), text.charCodeAt(end));
      const leap = leaps[place] ?? 0;
      if (leap === 0 && this.#matchesAt(text, end + 1 - this.#length, place)) return true;
      end += leap || 1;
    }
    return false;
  }

  /** @param {string} text @param {number} start @param {number} place */
  #matchesAt(text, start, place) {
    return this.#words[place]?.some((word) => text.startsWith(word, start)) ?? false;
  }
}
