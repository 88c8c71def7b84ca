/** Searches the bodies of the calls on show, and steps from place to place. */

import { byId } from '../core/page.js';
import { clearMarks, mark } from './sheet/paint.js';

/** @import { BodyMatch, Devtools, Side } from '../core/messages.js' */
/** @import { Translate } from '../core/i18n.js' */
/** @import { Calls } from './calls.js' */

/** Typing is waited for, in ms. */
const DELAY_MS = 250;

/** A sheet that has not drawn its body by then has none, in ms. */
const DRAW_MS = 15_000;

export class Finder {
  /** @type {BodyMatch[]} */
  #found = [];
  #at = -1;
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
    this.#at = -1;
    this.#found = [];
    clearMarks();
    const ids = this.calls.shownIds;
    const matches = text ? await this.devtools.ask('find', { text, ids }).catch(() => []) : [];
    if (text !== this.#text) return;
    this.#found = matches;
    this.#tell();
  }

  /** @param {1 | -1} step */
  async #step(step) {
    const count = this.#found.length;
    if (!count) return;
    this.#at = this.#at < 0 ? (step > 0 ? 0 : count - 1) : (this.#at + step + count) % count;
    this.#tell();
    const match = this.#found[this.#at];
    if (match) await this.#show(match);
  }

  #tell() {
    const t = this.words();
    const count = this.#found.length;
    const position = this.#at < 0 ? t('panel_found', count) : t('panel_found_at', this.#at + 1, count);
    byId('found').textContent = this.#text ? position : '';
  }

  /** Opens the call on the tab with the body, and marks the text there. @param {BodyMatch} match */
  async #show({ id, side }) {
    const focus = document.activeElement;
    const key = this.calls.follow(id);
    const item = key === null ? undefined : this.calls.list.item(this.calls.view.indexOf(key));
    if (!item) return;
    const pre = await bodyIn(this.calls.list.open(item), side);
    const place = pre && mark(pre, this.#text);
    const target = place?.startContainer.parentElement ?? this.calls.list.drawn.line(item.key);
    target?.scrollIntoView({ block: 'nearest' });
    if (pre && place) scrollTo(pre, place);
    if (focus instanceof HTMLElement) focus.focus({ preventScroll: true });
  }
}

/**
 * Shows a tab of a sheet and waits for its body.
 * @param {HTMLElement} sheet
 * @param {Side} side
 * @returns {Promise<HTMLElement | null>}
 */
async function bodyIn(sheet, side) {
  for (const end = Date.now() + DRAW_MS; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 20))) {
    const tab = /** @type {HTMLElement | null} */ (sheet.querySelector(`[data-tab="${side}"]`));
    if (tab?.getAttribute('aria-selected') === 'false') tab.click();
    const pre = sheet.querySelector(`[data-panel="${side}"] pre`);
    if (pre instanceof HTMLElement) return pre;
  }
  return null;
}

/** @param {HTMLElement} pre has its own scroll bar @param {Range} place */
function scrollTo(pre, place) {
  const [box, rect] = [pre.getBoundingClientRect(), place.getBoundingClientRect()];
  if (rect.top < box.top || rect.bottom > box.bottom) pre.scrollTop += rect.top - box.top - box.height / 3;
}
