/** Searches the bodies of the calls on show, and steps from place to place. */

import { byId } from '../core/page.js';
import { clearMarks, mark } from './detail/highlight.js';

/** @import { BodyMatch, Devtools } from '../core/messages.js' */
/** @import { Translate } from '../core/i18n.js' */
/** @import { Calls } from './calls.js' */

/** Pause in typing that is waited for, in ms. */
const DELAY_MS = 250;

export class Finder {
  /** @type {BodyMatch[]} */
  #matches = [];
  #index = -1;
  #text = '';
  /** @type {ReturnType<typeof setTimeout> | 0} */
  #timer = 0;

  /** @param {Calls} calls @param {Devtools} devtools @param {() => Translate} words */
  constructor(calls, devtools, words) {
    this.calls = calls;
    this.devtools = devtools;
    this.words = words;
  }

  bind() {
    const box = byId('find', HTMLInputElement);
    box.addEventListener('input', () => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#search(box.value.trim()), DELAY_MS);
    });
    box.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter') return;
      event.preventDefault();
      this.#enter(box.value.trim(), event.shiftKey ? -1 : 1);
    });
    byId('find-next').addEventListener('click', () => this.#enter(box.value.trim(), 1));
    byId('find-previous').addEventListener('click', () => this.#enter(box.value.trim(), -1));
  }

  /** @param {string} text @param {1 | -1} step */
  async #enter(text, step) {
    clearTimeout(this.#timer);
    if (text !== this.#text) await this.#search(text);
    await this.#step(step);
  }

  /** @param {string} text */
  async #search(text) {
    this.#text = text;
    this.#index = -1;
    this.#matches = [];
    clearMarks();
    const ids = this.calls.shownIds;
    const matches = text ? await this.devtools.request('find', { text, ids }).catch(() => []) : [];
    if (text !== this.#text) return;
    this.#matches = matches;
    this.#showPosition();
  }

  /** @param {1 | -1} step */
  async #step(step) {
    const count = this.#matches.length;
    if (!count) return;
    this.#index = this.#index < 0 ? (step > 0 ? 0 : count - 1) : (this.#index + step + count) % count;
    this.#showPosition();
    const match = this.#matches[this.#index];
    if (match) await this.#show(match);
  }

  #showPosition() {
    const t = this.words();
    const count = this.#matches.length;
    const position = this.#index < 0 ? t('panel_found', count) : t('panel_found_at', this.#index + 1, count);
    byId('found').textContent = this.#text ? position : '';
  }

  /** Opens the call on the tab with the body, and marks the text there. @param {BodyMatch} match */
  async #show(match) {
    const focus = document.activeElement;
    const key = this.calls.follow(match.id);
    const item = key === null ? undefined : this.calls.list.item(this.calls.view.indexOf(key));
    if (!item) return;
    const pre = await this.calls.list.open(item).showBody(match.side);
    // The person may have gone on meanwhile.
    if (match !== this.#matches[this.#index]) return;
    const place = pre && mark(pre, this.#text);
    const target = place?.startContainer.parentElement ?? this.calls.list.renderer.line(item.key);
    target?.scrollIntoView({ block: 'nearest' });
    if (pre && place) scrollTo(pre, place);
    if (focus instanceof HTMLElement) focus.focus({ preventScroll: true });
  }
}

/** @param {HTMLElement} pre has its own scroll bar @param {Range} place */
function scrollTo(pre, place) {
  const [box, rect] = [pre.getBoundingClientRect(), place.getBoundingClientRect()];
  if (rect.top < box.top || rect.bottom > box.bottom) pre.scrollTop += rect.top - box.top - box.height / 3;
}
