/** The list of rows: one grid, one tab stop, an opened card below its row. */

import { drawCardRow, drawRow } from './row.js';

/** @import { Row } from '../shared/types.js' */
/** @import { Translate } from '../shared/i18n.js' */
/** @import { PanelState } from './state.js' */

export class List {
  /** @type {Map<number, { row: Row, line: HTMLElement, card: HTMLElement | null }>} */
  #items = new Map();

  /** @param {HTMLElement} root @param {Translate} t */
  constructor(root, t) {
    this.root = root;
    this.t = t;
    root.addEventListener('click', (event) => this.#onClick(event));
    root.addEventListener('keydown', (event) => this.#onKey(event));
    root.addEventListener('focusin', (event) => this.#onFocus(event));
  }

  /** @param {Translate} t */
  speak(t) {
    this.t = t;
  }

  /** Draws everything anew; cards stay open for rows that are still there. @param {PanelState} state */
  draw(state) {
    const open = new Set([...this.#items].filter(([, item]) => item.card).map(([id]) => id));
    this.#items.clear();
    this.root.replaceChildren();
    for (const row of state.rows) this.#append(row);
    for (const id of open) this.#open(id);
    this.filter(state);
  }

  /**
   * Adds rows and drops the ones that the state no longer holds.
   * @param {Row[]} rows
   * @param {PanelState} state
   */
  add(rows, state) {
    const fresh = rows.filter((row) => !this.#items.has(row.id));
    if (!fresh.length) return;
    const atEnd = this.#isAtEnd();
    for (const row of fresh) this.#append(row).line.hidden = !state.shows(row);
    this.#dropBefore(state.rows[0]?.id ?? 0);
    this.#keepTabStop();
    if (atEnd) this.root.lastElementChild?.scrollIntoView({ block: 'nearest' });
  }

  /**
   * Ids grow, so the oldest rows stand first.
   * @param {number} oldest
   */
  #dropBefore(oldest) {
    for (const id of this.#items.keys()) {
      if (id >= oldest) return;
      this.#remove(id);
    }
  }

  /** @param {PanelState} state */
  filter(state) {
    for (const { row, line, card } of this.#items.values()) {
      line.hidden = !state.shows(row);
      if (card) card.hidden = line.hidden;
    }
    this.#keepTabStop();
  }

  /** @param {Row} row */
  #append(row) {
    const item = { row, line: drawRow(row, this.t), card: null };
    this.#items.set(row.id, item);
    this.root.append(item.line);
    return item;
  }

  /** @param {number} id */
  #remove(id) {
    const item = this.#items.get(id);
    item?.card?.remove();
    item?.line.remove();
    this.#items.delete(id);
  }

  /** @param {number} id */
  #open(id) {
    const item = this.#items.get(id);
    if (!item || item.card) return;
    item.card = drawCardRow(item.row, this.t);
    item.line.after(item.card);
    item.line.setAttribute('aria-expanded', 'true');
  }

  /** @param {number} id @param {boolean} [takeFocus] */
  #close(id, takeFocus = false) {
    const item = this.#items.get(id);
    if (!item?.card) return;
    item.card.remove();
    item.card = null;
    item.line.setAttribute('aria-expanded', 'false');
    if (takeFocus) item.line.focus();
  }

  /** Opens or closes a row's card; a new card comes into view together with its row. @param {number} id */
  #toggle(id) {
    const item = this.#items.get(id);
    if (item?.card) return this.#close(id);
    this.#open(id);
    const box = this.root.closest('main')?.getBoundingClientRect();
    const bottom = item?.card?.getBoundingClientRect().bottom ?? 0;
    if (box && bottom > box.bottom) item?.line.scrollIntoView({ block: 'start' });
  }

  /** The id of the row that holds a node, its card included. @param {EventTarget | null} target */
  #idOf(target) {
    const line = target instanceof Element ? target.closest('[data-row], [data-card-of]') : null;
    return line instanceof HTMLElement ? Number(line.dataset.row ?? line.dataset.cardOf) : null;
  }

  /** @param {Event} event */
  #onClick(event) {
    const line = event.target instanceof Element ? event.target.closest('[data-row]') : null;
    if (line instanceof HTMLElement && !getSelection()?.toString()) this.#toggle(Number(line.dataset.row));
  }

  /** @param {KeyboardEvent} event */
  #onKey(event) {
    const id = this.#idOf(event.target);
    if (id === null) return;
    if (event.key === 'Escape') {
      this.#close(id, true);
      // Chrome's tool window would open its console drawer.
      event.stopPropagation();
      event.preventDefault();
      return;
    }
    const line = event.target instanceof HTMLElement && event.target.dataset.row ? event.target : null;
    if (line && this.#act(event.key, id, line)) event.preventDefault();
  }

  /**
   * @param {string} key
   * @param {number} id
   * @param {HTMLElement} line
   * @returns {boolean} whether the key meant something
   */
  #act(key, id, line) {
    const lines = this.#visible();
    const at = lines.indexOf(line);
    const goal = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: lines.length - 1 }[key];
    if (goal !== undefined) lines[goal]?.focus();
    else if (key === 'Enter' || key === ' ') this.#toggle(id);
    else if (key === 'ArrowRight') this.#open(id);
    else if (key === 'ArrowLeft') this.#close(id);
    else return false;
    return true;
  }

  /** @param {Event} event */
  #onFocus(event) {
    if (!(event.target instanceof HTMLElement) || !event.target.dataset.row) return;
    for (const { line } of this.#items.values()) line.tabIndex = line === event.target ? 0 : -1;
  }

  #visible() {
    return [...this.#items.values()].map(({ line }) => line).filter((line) => !line.hidden);
  }

  /** Exactly one visible row can be reached by Tab. */
  #keepTabStop() {
    const lines = this.#visible();
    if (lines.some((line) => line.tabIndex === 0)) return;
    if (lines[0]) lines[0].tabIndex = 0;
  }

  #isAtEnd() {
    const box = /** @type {HTMLElement} */ (this.root.closest('main'));
    return box.scrollTop > 0 && box.scrollHeight - box.scrollTop - box.clientHeight < 4;
  }
}
