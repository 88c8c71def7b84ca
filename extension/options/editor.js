/** A text area with the numbers of its lines, and faults that lead to their place. */

/** @import { RuleFault } from '../engine/types.js' */

const { el } = ScopelensDom;

export class Editor {
  /** Lines with a fault. @type {Set<number>} */
  #faulty = new Set();
  #drawn = '';

  /** @param {HTMLTextAreaElement} box @param {HTMLElement} lines @param {HTMLElement} faults */
  constructor(box, lines, faults) {
    this.box = box;
    this.lines = lines;
    this.faults = faults;
    box.addEventListener('scroll', () => (lines.scrollTop = box.scrollTop));
    box.addEventListener('input', () => this.#number());
  }

  get text() {
    return this.box.value;
  }

  set text(text) {
    this.box.value = text;
    this.#number();
  }

  /** @param {RuleFault[]} faults @param {(fault: RuleFault) => string} wordsFor where it stands */
  showFaults(faults, wordsFor) {
    this.#faulty = new Set(faults.flatMap(({ line }) => line ?? []));
    this.box.setAttribute('aria-invalid', String(faults.length > 0));
    this.faults.replaceChildren(
      ...faults.map((fault) =>
        el(
          'li',
          {},
          this.#place(fault, wordsFor(fault)),
          ' ',
          fault.message,
          ' ',
          fault.path && el('code', {}, fault.path),
        ),
      ),
    );
    this.#number();
  }

  /** @param {RuleFault} fault @param {string} words */
  #place(fault, words) {
    const button = el('button', { type: 'button' }, words);
    button.addEventListener('click', () => this.#goTo(fault));
    return button;
  }

  /** @param {RuleFault} fault */
  #goTo({ line, column }) {
    const [row, offset] = [line ?? 1, column ?? 1];
    const before = this.text.split('\n').slice(0, row - 1);
    const position = before.join('\n').length + (before.length ? 1 : 0) + offset - 1;
    this.box.focus();
    this.box.setSelectionRange(position, position);
    const height = this.box.scrollHeight / this.text.split('\n').length;
    this.box.scrollTop = height * Math.max(0, row - 4);
  }

  #number() {
    const count = this.text.split('\n').length;
    const signature = [count, ...this.#faulty].join();
    if (signature === this.#drawn) return;
    this.#drawn = signature;
    const numbers = Array.from({ length: count }, (_, index) => index + 1);
    this.lines.replaceChildren(
      ...numbers.flatMap((n) => [this.#faulty.has(n) ? el('mark', {}, String(n)) : String(n), '\n']),
    );
    this.lines.scrollTop = this.box.scrollTop;
  }
}
