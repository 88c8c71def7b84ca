/**
 * Which bodies the engine is given. A text is searched where it is: to copy it into the engine costs more than the search,
 * so that is left for texts that may hold a refusal. What to search for the engine derives from its rules.
 */

import { Words } from './words.js';

/** @import { BodyState, SiftPatterns } from '../shared/types.js' */
/** @typedef {{ text: string | null, state: BodyState }} Body */

export class Sieve {
  #words;
  #pattern;
  #head;
  #landmarks;

  /** @param {Omit<SiftPatterns, 'most'>} patterns */
  constructor({ words, pattern, head, landmarks }) {
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
    return this.#words.areIn(head) || this.#pattern.test(head) || (head !== text && this.#landmarks.test(text));
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
