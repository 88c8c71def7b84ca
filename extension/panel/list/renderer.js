/** The lines and cards that are in the document, each at its place. */

/** @import { Detail } from '../detail/detail.js' */
/** @import { Item } from './view.js' */
/** @import { Geometry } from './geometry.js' */
/** @import { Parts } from './list.js' */

/** Signature of what a line shows beside its row. @param {Item} item */
const appearance = ({ count, level, unfolded }) => `${count} ${level} ${unfolded}`;

/** @param {HTMLElement} element @param {number} top px */
function put(element, top) {
  const place = `translateY(${top}px)`;
  if (element.style.transform !== place) element.style.transform = place;
}

export class RowRenderer {
  /** Open cards by their line's key. @type {Map<string, { detail: Detail, height: number }>} */
  details = new Map();
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

  /** @param {Item} item @returns {Detail} */
  open(item) {
    const present = this.details.get(item.key);
    if (present) return present.detail;
    const detail = this.parts.detail(item);
    const { element } = detail;
    element.dataset.cardOf = item.key;
    this.parts.root.append(element);
    this.details.set(item.key, { detail, height: element.offsetHeight });
    this.observer.observe(element);
    return detail;
  }

  /** @param {string} key */
  close(key) {
    const element = this.details.get(key)?.detail.element;
    if (!element) return;
    this.observer.unobserve(element);
    element.remove();
    this.details.delete(key);
  }

  /** @param {(key: string) => number} indexOf @returns {{ index: number, height: number }[]} in the order of their lines */
  heights(indexOf) {
    return [...this.details]
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
      const detail = this.details.get(item.key)?.detail.element;
      line.setAttribute('aria-expanded', String(Boolean(detail)));
      if (!detail) continue;
      put(detail, geometry.top(index) + geometry.line);
      order.push(detail);
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
    for (const [key, { detail }] of this.details) if (!keys.has(key)) detail.element.remove();
  }

  /** @param {Item} item @param {number} index */
  #lineFor(item, index) {
    const drawn = this.#lines.get(item.key);
    if (drawn && drawn.row === item.row && drawn.looks === appearance(item)) {
      if (drawn.index !== index) drawn.line.setAttribute('aria-rowindex', String(index + 2));
      drawn.index = index;
      return drawn.line;
    }
    const line = this.parts.line(item);
    line.setAttribute('aria-rowindex', String(index + 2));
    drawn?.line.remove();
    this.#lines.set(item.key, { line, row: item.row, looks: appearance(item), index });
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
    const entry = [...this.details.values()].find(({ detail }) => detail.element === target);
    const height = /** @type {HTMLElement} */ (target).offsetHeight;
    if (!entry || !target.isConnected || entry.height === height) return false;
    entry.height = height;
    return true;
  }
}
