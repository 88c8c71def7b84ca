/**
 * The paste box: a text field with a copy of its text behind it, laid out alike, that bears the marks. So the text
 * stays one that can be edited, and the marks are not in the document.
 */

import { TEXT_CAP } from '../core/messages.js';
import { spanAt } from './spans.js';

/** @import { Span } from './spans.js' */

/** Space that is left around a span which is scrolled to, in px. */
const SCROLL_MARGIN = 24;

export class HighlightedTextarea {
  #box;
  #backdrop;
  #text = document.createTextNode('');
  /** @type {Span[]} */
  #spans = [];

  /**
   * @param {HTMLTextAreaElement} box
   * @param {HTMLElement} backdrop stands behind the box
   * @param {(total: number) => void} onCut told how long a text was that did not fit; 0 where all fits
   */
  constructor(box, backdrop, onCut) {
    this.#box = box;
    this.#backdrop = backdrop;
    backdrop.append(this.#text);
    box.addEventListener('scroll', () => this.#syncScroll());
    box.addEventListener('beforeinput', (event) => this.#insertWhatFits(event, onCut));
    box.addEventListener('input', () => this.#truncate(onCut));
    box.addEventListener('input', () => this.mark([]));
  }

  get text() {
    return this.#box.value;
  }

  set text(text) {
    this.#box.value = text.slice(0, TEXT_CAP);
    this.mark([]);
  }

  get spans() {
    return this.#spans;
  }

  /** Marks what was read. @param {Span[]} spans */
  mark(spans) {
    this.#spans = spans;
    const { value } = this.#box;
    const last = Math.max(0, ...spans.map(({ end }) => end));
    const lineEnd = value.indexOf('\n', last);
    // What stands behind the last span is laid out by nobody.
    this.#text.data = last ? value.slice(0, lineEnd < 0 ? undefined : lineEnd) : '';
    this.#highlight(
      'scope',
      spans.filter(({ part }) => part === 'scope'),
    );
    this.#highlight(
      'fact',
      spans.filter(({ part }) => part === 'fact'),
    );
    this.point();
    this.#syncScroll();
  }

  /** Marks one span strongly and brings it into sight; without one, none. @param {Span} [span] */
  point(span) {
    this.#highlight('pointed', span ? [span] : []);
    if (span) this.#show(this.#range(span));
  }

  /** The span that the caret stands in, while nothing is selected. */
  atCaret() {
    const { selectionStart, selectionEnd } = this.#box;
    return selectionStart === selectionEnd ? spanAt(this.#spans, selectionStart) : undefined;
  }

  /** @param {string} name @param {Span[]} spans */
  #highlight(name, spans) {
    const highlight = new Highlight(...spans.map((span) => this.#range(span)));
    highlight.priority = name === 'pointed' ? 1 : 0;
    CSS.highlights.set(name, highlight);
  }

  /** @param {Span} span */
  #range({ start, end }) {
    const range = new Range();
    range.setStart(this.#text, start);
    range.setEnd(this.#text, end);
    return range;
  }

  /** @param {Range} range */
  #show(range) {
    this.#syncScroll();
    const rect = range.getBoundingClientRect();
    const { top, bottom } = this.#box.getBoundingClientRect();
    if (rect.top < top + SCROLL_MARGIN) this.#box.scrollTop -= top + SCROLL_MARGIN - rect.top;
    else if (rect.bottom > bottom - SCROLL_MARGIN) this.#box.scrollTop += rect.bottom - bottom + SCROLL_MARGIN;
    this.#syncScroll();
  }

  #syncScroll() {
    this.#backdrop.style.translate = `0 ${-this.#box.scrollTop}px`;
  }

  /**
   * Takes in what fits of a text that is too long. The field itself would take it all, and lay it out for seconds.
   * @param {InputEvent} event @param {(total: number) => void} onCut
   */
  #insertWhatFits(event, onCut) {
    const { value, selectionStart, selectionEnd } = this.#box;
    const capacity = TEXT_CAP - value.length + selectionEnd - selectionStart;
    const length = event.data?.length ?? 0;
    if (length <= capacity) return;
    onCut(TEXT_CAP - capacity + length);
    event.preventDefault();
    this.#box.setRangeText((event.data ?? '').slice(0, capacity), selectionStart, selectionEnd, 'end');
    this.#box.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: event.inputType }));
  }

  /** For ways in that tell nothing beforehand. A text of just the longest length may be what was left of one. @param {(total: number) => void} onCut */
  #truncate(onCut) {
    const { value } = this.#box;
    if (value.length < TEXT_CAP) onCut(0);
    if (value.length <= TEXT_CAP) return;
    this.#box.value = value.slice(0, TEXT_CAP);
    onCut(value.length);
  }
}
