/** A line of the card shows where it was read; a place in the text shows what was read there. */

import { lineOf, spanOf } from './spans.js';

/** @import { Paper } from './paper.js' */

/** @param {Element} result */
function unmark(result) {
  for (const line of result.querySelectorAll('[data-pointed]')) line.removeAttribute('data-pointed');
}

/**
 * @param {Paper} paper
 * @param {HTMLTextAreaElement} box
 * @param {HTMLElement} result
 */
export function bindPointing(paper, box, result) {
  /** @param {Event} event */
  const toText = ({ target }) => paper.point(spanOf(paper.spans, result, target));
  const fromText = () => {
    if (document.activeElement !== box) return;
    const span = paper.atCaret();
    const line = span && lineOf(result, span);
    unmark(result);
    paper.point(span);
    line?.setAttribute('data-pointed', '');
    line?.scrollIntoView({ block: 'nearest' });
  };
  result.addEventListener('pointerover', toText);
  result.addEventListener('focusin', toText);
  result.addEventListener('pointerleave', () => paper.point());
  result.addEventListener('focusout', () => paper.point());
  document.addEventListener('selectionchange', fromText);
}
