/** The tab of calls: joins what is known, what is wanted, and the list. */

import { byId } from '../core/page.js';
import { drawDetail } from './detail/detail.js';
import { bindHead, showOrder } from './list/head.js';
import { List } from './list/list.js';
import { safeLine } from './list/row.js';
import { View } from './list/view.js';
import { showEmpty } from './notices.js';

/** @import { Devtools, PanelMessage } from '../core/messages.js' */
/** @import { Row } from '../core/types.js' */
/** @import { PanelState } from './state.js' */
/** @import { Words } from './list/row.js' */

export class Calls {
  view = new View();
  /** Called when the person has changed what is shown. */
  onChange = () => {};
  /** Rows that came since the last frame. @type {Row[]} */
  #waiting = [];
  #stale = true;

  /** @param {PanelState} state @param {Words} words @param {Devtools} devtools */
  constructor(state, words, devtools) {
    this.state = state;
    this.words = words;
    const scroller = byId('scroller');
    const follow = (/** @type {number} */ id) => this.follow(id);
    this.list = new List(this.view, {
      root: byId('rows'),
      scroller,
      line: (item) => safeLine(item, words),
      detail: ({ row }) =>
        drawDetail(row, { t: words.t, devtools, follow, silent: words.silent, locked: words.locked }),
      fold: (cause) => this.#fold(cause),
    });
    bindHead(byId('head'), state, () => this.rebuild());
  }

  /** Notes what has come; the next update shows it. @param {PanelMessage} message */
  take(message) {
    if (this.state.take(message)) this.#stale = true;
    else if (message.name === 'rows') this.#waiting.push(...message.params.rows);
  }

  update() {
    if (this.#stale) return this.rebuild();
    const fits = this.#waiting.every((row) => this.view.add(row, this.state));
    if (!fits) return this.rebuild();
    if (this.#waiting.length) this.#show();
    this.#waiting = [];
  }

  /** Decides anew what is shown. */
  rebuild() {
    this.#stale = false;
    this.#waiting = [];
    this.view.build(this.state.rows.values(), this.state);
    this.list.closeGone((key) => this.#isThere(key));
    this.#show();
  }

  /** Says everything anew. Open cards go, for they speak the old language. */
  relocalize() {
    const open = [...this.list.renderer.details.keys()];
    for (const key of open) this.list.renderer.close(key);
    this.view.build(this.state.rows.values(), this.state);
    this.#show(true);
    for (const key of open) {
      const item = this.list.item(this.view.indexOf(key));
      if (item) this.list.open(item);
    }
  }

  /**
   * Goes to a call, whatever hides it.
   * @param {number} id
   * @returns {string | null} the key of its line; null where the call has gone
   */
  follow(id) {
    const row = this.state.rows.get(id);
    if (!row) return null;
    if (!this.state.shows(row)) this.#unhide(row);
    let index = this.view.items.findIndex((item) => item.row.id === id);
    if (index < 0) {
      this.state.unfolded.add(row.cause);
      this.rebuild();
      index = this.view.items.findIndex((item) => item.row.id === id);
    }
    this.list.leadTo(index);
    return this.list.active;
  }

  /** The ids of the calls on show, in their order. @returns {number[]} */
  get shownIds() {
    return [...this.state.rows.values()].filter(this.state.shows).map(({ id }) => id);
  }

  /** @param {Row} row */
  #unhide(row) {
    this.state.reveal(row);
    this.rebuild();
    this.onChange();
  }

  /** @param {string} cause */
  #fold(cause) {
    const { unfolded } = this.state;
    if (!unfolded.delete(cause)) unfolded.add(cause);
    this.rebuild();
  }

  /** @param {string} key */
  #isThere(key) {
    const [kind, ...rest] = key.split(':');
    return kind === 'cause'
      ? this.view.indexOf(key) >= 0 || this.#hasCause(rest.join(':'))
      : this.state.rows.has(Number(rest[0]));
  }

  /** @param {string} cause */
  #hasCause(cause) {
    return [...this.state.rows.values()].some((row) => row.cause === cause);
  }

  #show(anew = false) {
    showOrder(byId('head'), this.state.order);
    showEmpty(byId('empty'), byId('grid'), this.state, this.view, this.words);
    this.list.refresh(anew);
  }
}
