/**
 * The list of calls: only the lines in sight are in the document, however many there are. Cards that
 * are open stay in it, and so does the line with the focus.
 */

import { Geometry } from './geometry.js';
import { bindKeys } from './keys.js';
import { RowRenderer } from './renderer.js';

/** @import { Detail } from '../detail/detail.js' */
/** @import { Item, View } from './view.js' */

/** Height beyond the edges in which lines are drawn, in px. */
const OVERSCAN = 160;

/** Time for which the line that a jump leads to is marked, in ms. */
const MARK_MS = 1600;

/**
 * @typedef {object} Parts
 * @property {HTMLElement} root holds the lines
 * @property {HTMLElement} scroller
 * @property {(item: Item) => HTMLElement} line
 * @property {(item: Item) => Detail} detail
 * @property {(cause: string) => void} fold
 */

export class List {
  geometry = new Geometry();
  /** Key of the line that Tab reaches. */
  active = '';
  #due = 0;
  #atEnd = false;

  /** @param {View} view @param {Parts} parts */
  constructor(view, parts) {
    this.view = view;
    this.parts = parts;
    this.renderer = new RowRenderer(parts, () => this.#measured());
    parts.scroller.addEventListener('scroll', () => this.#later(), { passive: true });
    new ResizeObserver(() => this.#resized()).observe(parts.scroller);
    bindKeys(this, parts.root);
  }

  /**
   * The view has changed: draws what is in sight of it. Who reads at the end stays at the end, others stay where they are.
   * @param {boolean} [anew] whether lines that look the same say something else now
   */
  refresh(anew = false) {
    const anchor = this.#anchor();
    if (anew) this.renderer.forgetLines();
    this.#layOut();
    if (this.#atEnd) this.parts.scroller.scrollTop = this.parts.scroller.scrollHeight;
    else this.#holdTo(anchor);
    this.#draw();
  }

  /** @param {number} index @returns {Item | undefined} */
  item(index) {
    return this.view.items[index];
  }

  get activeIndex() {
    return this.view.indexOf(this.active);
  }

  /** Moves the focus to a line. @param {number} index */
  goTo(index) {
    const item = this.item(index);
    if (!item) return;
    this.active = item.key;
    this.#bringIntoView(index);
    this.#draw();
    this.renderer.line(item.key)?.focus({ preventScroll: true });
  }

  /** Moves the focus to a line by a jump from elsewhere: the line is marked for a moment. @param {number} index */
  leadTo(index) {
    this.goTo(index);
    const line = this.renderer.line(this.active);
    line?.setAttribute('data-led', '');
    setTimeout(() => line?.removeAttribute('data-led'), MARK_MS);
  }

  /** @param {string} key */
  isOpen(key) {
    return this.renderer.details.has(key);
  }

  /** Opens a line's card, and brings as much of it into sight as there is space for. @param {Item} item @returns {Detail} */
  open(item) {
    const detail = this.renderer.open(item);
    this.#layOut();
    this.#draw();
    return detail;
  }

  /** @param {string} key @param {boolean} [takeFocus] */
  close(key, takeFocus = false) {
    this.renderer.close(key);
    this.#layOut();
    this.#draw();
    if (takeFocus) this.goTo(this.view.indexOf(key));
  }

  /** Forgets the cards of calls that have gone. @param {(key: string) => boolean} isThere */
  closeGone(isThere) {
    for (const key of this.renderer.details.keys()) if (!isThere(key)) this.renderer.close(key);
  }

  #later() {
    this.#due ||= requestAnimationFrame(() => {
      this.#due = 0;
      this.#draw();
    });
  }

  /** A card came to its height, or changed it. */
  #measured() {
    const anchor = this.#anchor();
    this.#layOut();
    this.#holdTo(anchor);
    this.#draw();
  }

  #resized() {
    const height = Number.parseFloat(getComputedStyle(this.parts.root).getPropertyValue('--line-height'));
    if (height > 0) this.geometry.line = height;
    this.refresh();
  }

  #layOut() {
    this.geometry.count = this.view.items.length;
    this.geometry.cards = this.renderer.heights((key) => this.view.indexOf(key));
    this.parts.root.style.blockSize = `${this.geometry.total}px`;
  }

  /** The line at the upper edge, and how far above the edge it begins, in px. @returns {{ key: string, offset: number } | null} */
  #anchor() {
    const { scrollTop } = this.parts.scroller;
    const index = this.geometry.indexAt(scrollTop);
    const key = this.renderer.keyAt(index);
    return key === null || scrollTop === 0 ? null : { key, offset: scrollTop - this.geometry.top(index) };
  }

  /** @param {{ key: string, offset: number } | null} anchor */
  #holdTo(anchor) {
    const index = anchor ? this.view.indexOf(anchor.key) : -1;
    if (!anchor || index < 0) return;
    const top = this.geometry.top(index) + anchor.offset;
    if (Math.abs(top - this.parts.scroller.scrollTop) >= 1) this.parts.scroller.scrollTop = top;
  }

  /** @param {number} index */
  #bringIntoView(index) {
    const { scroller } = this.parts;
    const top = this.geometry.top(index);
    const visibleHeight = scroller.clientHeight - this.#headHeight();
    if (top < scroller.scrollTop) scroller.scrollTop = top;
    else if (top + this.geometry.line > scroller.scrollTop + visibleHeight)
      scroller.scrollTop = top + this.geometry.line - visibleHeight;
  }

  /** The head stays above the lines. */
  #headHeight() {
    return this.parts.root.offsetTop;
  }

  #draw() {
    const { scroller, root } = this.parts;
    const { scrollTop, clientHeight, scrollHeight } = scroller;
    this.#atEnd = scrollTop > 0 && scrollHeight - scrollTop - clientHeight < 4;
    if (this.activeIndex < 0) this.active = this.view.items[0]?.key ?? '';
    const from = this.geometry.indexAt(scrollTop - OVERSCAN);
    const to = this.geometry.indexAt(scrollTop + clientHeight + OVERSCAN);
    /** @type {Set<number>} */
    const indices = new Set();
    for (let index = from; index <= Math.min(to, this.view.items.length - 1); index += 1) indices.add(index);
    for (const key of [this.active, ...this.renderer.details.keys()]) indices.add(this.view.indexOf(key));
    indices.delete(-1);
    this.renderer.show(
      [...indices].sort((a, b) => a - b),
      this.view.items,
      this.geometry,
      this.active,
    );
    root.parentElement?.setAttribute('aria-rowcount', String(this.view.items.length + 1));
  }
}
