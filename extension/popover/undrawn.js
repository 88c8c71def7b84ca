/**
 * Whether a selection goes on where nothing is drawn. Lists and editors of many lines have only those in sight in the document:
 * the rest of the way that they scroll is empty. A classic script.
 */
var ScopelensUndrawn = (() => {
  'use strict';

  /** Elements that fill a place without a text. */
  const FILLERS = 'img, picture, video, canvas, svg, iframe, object, embed, input, textarea, select';

  /** Scripts and hidden parts hold texts, too. @param {Node} node */
  const isShown = (node) => /\S/.test(node.nodeValue ?? '') && Boolean(node.parentElement?.checkVisibility());

  /** @param {Element} scroller @param {boolean} isFirst the first text that is shown in it, or the last @returns {Text | null} */
  function outermostText(scroller, isFirst) {
    const walker = document.createTreeWalker(scroller, NodeFilter.SHOW_TEXT, (node) =>
      isShown(node) ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_SKIP,
    );
    if (isFirst) return /** @type {Text | null} */ (walker.nextNode());
    while (walker.lastChild());
    return walker.currentNode === scroller ? null : /** @type {Text} */ (walker.currentNode);
  }

  /** @param {Text} text */
  function boxOf(text) {
    const range = document.createRange();
    range.selectNodeContents(text);
    return range.getBoundingClientRect();
  }

  /** @param {Element} scroller where its content begins and ends, in px of the viewport */
  function extent(scroller) {
    const isPage = scroller === document.scrollingElement;
    const top = (isPage ? 0 : scroller.getBoundingClientRect().top + scroller.clientTop) - scroller.scrollTop;
    return { top, bottom: top + scroller.scrollHeight };
  }

  /** @param {Element} scroller @param {number} top @param {number} bottom */
  const isFilled = (scroller, top, bottom) =>
    [...scroller.querySelectorAll(FILLERS)].some((each) => {
      const box = each.getBoundingClientRect();
      return box.bottom > top && box.top < bottom && box.height > 0;
    });

  /**
   * Whether the selection takes in the first or the last text of a scroller, and more than a screenful beyond it is empty.
   * @param {Element} scroller
   * @param {Range} range
   */
  function goesOn(scroller, range) {
    const height = scroller.clientHeight;
    if (scroller.scrollHeight < 2 * height) return false;
    const { top, bottom } = extent(scroller);
    const [first, last] = [outermostText(scroller, true), outermostText(scroller, false)];
    const voids = [];
    if (first && range.intersectsNode(first)) voids.push([top, boxOf(first).top]);
    if (last && range.intersectsNode(last)) voids.push([boxOf(last).bottom, bottom]);
    return voids.some(([from = 0, to = 0]) => to - from > height && !isFilled(scroller, from, to));
  }

  /** @param {Node | null} node @returns {Element | null} what scrolls around it */
  function scrollerAround(node) {
    for (
      let element = node instanceof Element ? node : (node?.parentElement ?? null);
      element;
      element = element.parentElement
    ) {
      const { overflowY } = getComputedStyle(element);
      if (overflowY === 'auto' || overflowY === 'scroll') return element;
    }
    return document.scrollingElement;
  }

  /**
   * @param {Range} range
   * @param {Iterable<Element | null>} scrollers those of what is selected; null for the one around all of it
   */
  function isBeyond(range, scrollers) {
    const distinct = new Set(scrollers);
    return [...distinct].some((scroller) => {
      const element = scroller ?? scrollerAround(range.commonAncestorContainer);
      return element !== null && goesOn(element, range);
    });
  }

  return { isBeyond };
})();
