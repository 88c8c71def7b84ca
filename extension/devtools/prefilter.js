/**
 * Which bodies the engine is given. A text is searched where it is: to copy it into the engine costs more than the search,
 * so that is left for texts that may hold a refusal. What to search for the engine derives from its rules.
 */

import { WordMatcher } from './word-matcher.js';

/** @import { BodyState, Patterns } from '../engine/types.js' */

/** Strings that begin as base64 of JSON does, in quotes, with whatever escapes it. */
const STRINGS = /["'](?:e[wy]|W[wy3])[A-Za-z0-9+/_=\-\\%\r\n]{22,65536}/g;

/** @param {string} _ @param {string} unicode @param {string} percent */
const unit = (_, unicode, percent) => String.fromCharCode(parseInt(unicode ?? percent, 16));

/** The letters of a string without its quote, line breaks, escapes and padding. @param {string} string */
const lettersOf = (string) =>
  string
    .slice(1)
    .replace(/\\+u00([0-9A-Fa-f]{2})|%(?:25)*([0-9A-Fa-f]{2})/g, unit)
    .replace(/\\+[nr]|[\\\s=]/g, '')
    .replaceAll('-', '+')
    .replaceAll('_', '/');

/**
 * What base64 holds as UTF-8; nothing where it is none. A last group that is cut off is left out.
 * @param {string} letters
 */
function textOf(letters) {
  const whole = letters.length % 4 === 1 ? letters.slice(0, -1) : letters;
  try {
    return new TextDecoder().decode(Uint8Array.from(atob(whole), (byte) => byte.charCodeAt(0)));
  } catch {
    return '';
  }
}

/** The JSON in each base64 string of a text. @param {string} text @returns {Generator<string>} */
function* packedIn(text) {
  for (const [string] of text.matchAll(STRINGS)) {
    const json = textOf(lettersOf(string));
    if (/^[{[]/.test(json)) yield json;
  }
}

/** @typedef {{ text: string | null, state: BodyState }} Body */

export class Prefilter {
  #words;
  #pattern;
  #head;
  #longTextPattern;

  /** @param {Patterns} patterns */
  constructor({ words, pattern, head, landmarks, most }) {
    /** Maximum length of a body that is read, in UTF-16 units. */
    this.most = most;
    this.#words = new WordMatcher(words);
    this.#pattern = new RegExp(pattern);
    this.#head = head;
    this.#longTextPattern = new RegExp(landmarks);
  }

  /**
   * The first part is searched for everything that tells a refusal. A refusal is small: what is longer is a document, whose
   * rest is searched for those words alone that most refusals bear. What is not found, then: a refusal behind the first
   * part that has no such word, or has it escaped.
   * @param {string} text
   */
  mayRefuse(text) {
    const head = text.length > this.#head ? text.slice(0, this.#head) : text;
    return this.#matches(head) || (head !== text && this.#longTextPattern.test(text));
  }

  /** Whether a text tells a refusal, as it is or within base64. @param {string} text @returns {boolean} */
  #matches(text) {
    if (this.#words.matches(text) || this.#pattern.test(text)) return true;
    for (const json of packedIn(text)) if (this.#matches(json)) return true;
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
