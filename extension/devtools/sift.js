/**
 * Which bodies the engine is given. A text is searched where it is: to copy it into the engine costs more than the search,
 * so that is left for texts that may hold a refusal. What to search for the engine derives from its rules.
 */

import { packedIn } from './packed.js';
import { Words } from './words.js';

/** @import { BodyState, SiftPatterns } from '../engine/types.js' */
/** @typedef {{ text: string | null, state: BodyState }} Body */

export class Sieve {
  #words;
  #pattern;
  #head;
  #landmarks;

  /** @param {SiftPatterns} patterns */
  constructor({ words, pattern, head, landmarks, most }) {
    /** More of a body is not read, in UTF-16 units. */
    this.most = most;
    this.#words = new Words(words);
    this.#pattern = new RegExp(pattern);
    this.#head = head;
    this.#landmarks = new RegExp(landmarks);
  }

  /**
   * The first part is searched for everything that tells a refusal. A refusal is small: what is longer is a document, whose
   * rest is searched for those words alone that most refusals bear. What is not found, then: a refusal behind the first
   * part that has no such word, or has it escaped.
   * @param {string} text
   */
  mayRefuse(text) {
    const head = text.length > this.#head ? text.slice(0, this.#head) : text;
    return this.#tells(head) || (head !== text && this.#landmarks.test(text));
  }

  /** Whether a text tells a refusal, as it is or within base64. @param {string} text @returns {boolean} */
  #tells(text) {
    if (this.#words.areIn(text) || this.#pattern.test(text)) return true;
    for (const json of packedIn(text)) if (this.#tells(json)) return true;
    return false;
  }

  /**
   * What of a body the engine is to see. A platform's own answer tells something even where it grants; of a long one its
   * beginning is enough.
   * @param {Body} body
   * @param {boolean} ours whether a platform answered
   * @returns {Body | null} null: nothing
   */
  partOf(body, ours) {
    const { text } = body;
    if (text === null || this.mayRefuse(text)) return body;
    if (!ours) return null;
    return text.length <= this.#head ? body : { text: text.slice(0, this.#head), state: 'cut' };
  }
}
