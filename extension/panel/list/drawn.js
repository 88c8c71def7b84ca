/** The lines and cards that are in the document, each at its place. */

/** @import { Item } from './view.js' */
/** @import { Geometry } from './geometry.js' */
/** @import { Parts } from './list.js' */

/** What a line says beside its row. @param {Item} item */
const looks = ({ count, level, unfolded }) => `${count} ${level} ${unfolded}`;

/** @param {HTMLElement} element @param {number} top px */
function put(element, top) {
  const place = `translateY(${top}px)`;
  if (element.style.transform !== place) element.style.transform = place;
}

export class Drawn {
  /** Open cards by their line's key. @type {Map<string, { sheet: HTMLElement, height: number }>} */
  sheets = new Map();
  /** @type {Map<string, { line: HTMLElement, row: unknown, looks: string, index: number }>} */
  #lines = new Map();

  /** @param {Parts} parts @param {() => void} onMeasured called when a card has another height */
  constructor(parts, onMeasured) {
    this.parts = parts;
    this.observer = new ResizeObserver((entries) => {
      if (entries.filter((entry) => this.#measure(entry)).length) onMeasured();
    });
  }

  /** @param {string} key */
  line(key) {
    return this.#lines.get(key)?.line;
  }

  /** @param {number} index @returns {string | null} */
  keyAt(index) {
    for (const [key, line] of this.#lines) if (line.index === index) return key;
    return null;
  }

  /** All lines are to be drawn anew. */
  forgetLines() {
    for (const drawn of this.#lines.values()) drawn.row = null;
  }

  /** @param {Item} item @returns {HTMLElement} */
  open(item) {
    const present = this.sheets.get(item.key);
    if (present) return present.sheet;
    const sheet = this.parts.sheet(item);
    sheet.dataset.cardOf = item.key;
    this.parts.root.append(sheet);
    this.sheets.set(item.key, { sheet, height: sheet.offsetHeight });
    this.observer.observe(sheet);
    return sheet;
  }

  /** @param {string} key */
  close(key) {
    const sheet = this.sheets.get(key)?.sheet;
    if (!sheet) return;
    this.observer.unobserve(sheet);
    sheet.remove();
    this.sheets.delete(key);
  }

  /** @param {(key: string) => number} indexOf @returns {{ index: number, height: number }[]} in the order of their lines */
  heights(indexOf) {
    return [...this.sheets]
      .map(([key, { height }]) => ({ index: indexOf(key), height }))
      .filter(({ index }) => index >= 0)
      .sort((a, b) => a.index - b.index);
  }

  /**
   * Puts these lines into the document, with their cards, and takes all others out.
   * @param {number[]} indices sorted
   * @param {Item[]} items
   * @param {Geometry} geometry
   * @param {string} active key of the tab stop
   */
  show(indices, items, geometry, active) {
    const focused = this.#keyWithFocus();
    const visible = indices.map((index) => ({ index, item: /** @type {Item} */ (items[index]) }));
    this.#takeOut(new Set(visible.map(({ item }) => item.key)));
    /** @type {HTMLElement[]} */
    const order = [];
    for (const { index, item } of visible) {
      const line = this.#lineFor(item, index);
      line.tabIndex = item.key === active ? 0 : -1;
      put(line, geometry.top(index));
      order.push(line);
      const sheet = this.sheets.get(item.key)?.sheet;
      line.setAttribute('aria-expanded', String(Boolean(sheet)));
      if (!sheet) continue;
      put(sheet, geometry.top(index) + geometry.line);
      order.push(sheet);
    }
    this.#arrange(order);
    if (focused !== null && !this.parts.root.contains(document.activeElement))
      this.line(focused)?.focus({ preventScroll: true });
  }

  /** @returns {string | null} */
  #keyWithFocus() {
    const focus = document.activeElement;
    const line = this.parts.root.contains(focus) ? focus?.closest('[data-row]') : null;
    return line instanceof HTMLElement ? (line.dataset.row ?? null) : null;
  }

  /** @param {Set<string>} keys of the lines that stay */
  #takeOut(keys) {
    for (const [key, { line }] of this.#lines) {
      if (keys.has(key)) continue;
      line.remove();
      this.#lines.delete(key);
    }
    for (const [key, { sheet }] of this.sheets) if (!keys.has(key)) sheet.remove();
  }

  /** @param {Item} item @param {number} index */
  #lineFor(item, index) {
    const drawn = this.#lines.get(item.key);
    if (drawn && drawn.row === item.row && drawn.looks === looks(item)) {
      if (drawn.index !== index) drawn.line.setAttribute('aria-rowindex', String(index + 2));
      drawn.index = index;
      return drawn.line;
    }
    const line = this.parts.line(item);
    line.setAttribute('aria-rowindex', String(index + 2));
    drawn?.line.remove();
    this.#lines.set(item.key, { line, row: item.row, looks: looks(item), index });
    return line;
  }

  /** Readers go by the document's order. What stands right is not moved, for moving takes the focus away. @param {HTMLElement[]} order */
  #arrange(order) {
    let next = this.parts.root.firstElementChild;
    for (const element of order) {
      if (element === next) next = next.nextElementSibling;
      else this.parts.root.insertBefore(element, next);
    }
  }

  /** @param {ResizeObserverEntry} entry @returns {boolean} whether the height is another one */
  #measure({ target }) {
    const entry = [...this.sheets.values()].find(({ sheet }) => sheet === target);
    const height = /** @type {HTMLElement} */ (target).offsetHeight;
    if (!entry || !target.isConnected || entry.height === height) return false;
    entry.height = height;
    return true;
  }
}
