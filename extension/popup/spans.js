/** What of the pasted text each line of a card was read from: a line shows its place, a place its line. */

/** @import { ShownAnswer } from '../core/types.js' */
/** @import { Place } from '../engine/types.js' */
/** @import { HighlightedTextarea } from './highlighted-textarea.js' */

/** @typedef {Place & { card: number, part: 'scope' | 'fact', id: string }} Span `card`: its number in the answer */

const CARD = '[data-scopelens="card"]';
const LINE = '[data-part="scope"], [data-part="fact"]';

/** @param {ShownAnswer} answer @param {number} length of the text; no span leads out of it @returns {Span[]} */
export function spansOf({ cards }, length) {
  const spans = cards.flatMap(({ scopes, facts }, card) => [
    ...scopes.map(({ code, place }) => ({ ...place, card, part: /** @type {const} */ ('scope'), id: code })),
    ...facts.map(({ id, place }) => ({ ...place, card, part: /** @type {const} */ ('fact'), id })),
  ]);
  return spans.flatMap(({ start = 0, end = 0, ...line }) =>
    start < end && end <= length ? [{ start, end, ...line }] : [],
  );
}

/** The narrowest span at a place in the text. @param {Span[]} spans @param {number} offset */
export const spanAt = (spans, offset) =>
  spans
    .filter(({ start, end }) => start <= offset && offset <= end)
    .toSorted((a, b) => a.end - a.start - (b.end - b.start))[0];

/** @param {HTMLElement} line */
const idOf = ({ dataset }) => dataset.code ?? dataset.fact;

/** The card's line for a span. @param {Element} result @param {Span} span */
export function lineOf(result, { card, part, id }) {
  const lines = result.querySelectorAll(CARD)[card]?.querySelectorAll(`[data-part="${part}"]`) ?? [];
  return [.../** @type {Iterable<HTMLElement>} */ (lines)].find((line) => idOf(line) === id);
}

/** The span that a line of a card was read from, if that stands in the text. @param {Span[]} spans @param {Element} result @param {EventTarget | null} target */
export function spanOf(spans, result, target) {
  const line = /** @type {HTMLElement | null} */ (target instanceof Element ? target.closest(LINE) : null);
  const article = line?.closest(CARD);
  if (!line || !article) return undefined;
  const number = [...result.querySelectorAll(CARD)].indexOf(article);
  return spans.find(({ card, part, id }) => card === number && part === line.dataset.part && id === idOf(line));
}

/** @param {Element} result */
function unmark(result) {
  for (const line of result.querySelectorAll('[data-pointed]')) line.removeAttribute('data-pointed');
}

/**
 * @param {HighlightedTextarea} textarea
 * @param {HTMLTextAreaElement} box
 * @param {HTMLElement} result
 */
export function bindPointing(textarea, box, result) {
  /** @param {Event} event */
  const toText = ({ target }) => textarea.point(spanOf(textarea.spans, result, target));
  const fromText = () => {
    if (document.activeElement !== box) return;
    const span = textarea.atCaret();
    const line = span && lineOf(result, span);
    unmark(result);
    textarea.point(span);
    line?.setAttribute('data-pointed', '');
    line?.scrollIntoView({ block: 'nearest' });
  };
  result.addEventListener('pointerover', toText);
  result.addEventListener('focusin', toText);
  result.addEventListener('pointerleave', () => textarea.point());
  result.addEventListener('focusout', () => textarea.point());
  document.addEventListener('selectionchange', fromText);
}
