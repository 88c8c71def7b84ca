/** What is selected in this frame, and where. A classic script, injected only on request. */
var ScopelensSelection = (() => {
  'use strict';

  /** Longest text that is handed on, in UTF-16 units: TEXT_CAP of shared/messages.js, which a script in a page cannot import. */
  const CAP = 256 * 1024;

  /** @typedef {HTMLInputElement | HTMLTextAreaElement} Field */
  /** @typedef {import('../shared/types.js').Rect} Rect */

  /**
   * A shadow tree of the page, closed ones included: what a person can select is no secret from them.
   * @param {Node | null | undefined} node
   * @returns {ShadowRoot | null}
   */
  function shadowOf(node) {
    if (!(node instanceof HTMLElement)) return null;
    // Firefox has a member of the element, Chrome a function of the extension's.
    const { openOrClosedShadowRoot } = /** @type {{ openOrClosedShadowRoot?: ShadowRoot | null }} */ (node);
    const { dom } = chrome;
    return openOrClosedShadowRoot ?? dom?.openOrClosedShadowRoot(node) ?? null;
  }

  /** The focused element, through shadow trees. */
  function focusedElement() {
    let element = document.activeElement;
    for (let inner = element; inner; inner = shadowOf(inner)?.activeElement ?? null) element = inner;
    return element;
  }

  /** @param {Element | null} element @returns {element is Field} */
  const isField = (element) => element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;

  /** @param {Element | null} element */
  const isPassword = (element) => element instanceof HTMLInputElement && element.type === 'password';

  /** @param {Element | null} element @returns {string} what is selected inside a text field */
  function fieldText(element) {
    if (!isField(element) || isPassword(element)) return '';
    const { selectionStart: start, selectionEnd: end } = element;
    return start === null || end === null ? '' : element.value.slice(start, end);
  }

  /**
   * Where the selection begins and ends. A selection in a shadow tree looks like its host until the tree is named.
   * @param {Selection} selection
   * @returns {AbstractRange | undefined}
   */
  function composedRange(selection) {
    if (!selection.getComposedRanges) return selection.rangeCount ? selection.getRangeAt(0) : undefined;
    /** @type {Set<ShadowRoot>} */
    const shadowRoots = new Set();
    for (;;) {
      const [range] = selection.getComposedRanges({ shadowRoots: [...shadowRoots] });
      const hosts = range && [range.startContainer.childNodes[range.startOffset], range.endContainer.childNodes[range.endOffset - 1]];
      const found = hosts?.map(shadowOf).find((root) => root && !shadowRoots.has(root));
      if (!found) return range;
      shadowRoots.add(found);
    }
  }

  /** @returns {Range | null} the selection, in whichever tree it stands */
  function selectedRange() {
    const selection = getSelection();
    const ends = selection && composedRange(selection);
    if (!ends) return null;
    const range = document.createRange();
    range.setStart(ends.startContainer, ends.startOffset);
    range.setEnd(ends.endContainer, ends.endOffset);
    return range.collapsed ? null : range;
  }

  /** Text fields keep their own selection; the document's does not show it in Firefox. */
  function selectedText() {
    const element = focusedElement();
    if (isPassword(element)) return '';
    return fieldText(element) || String(getSelection() ?? '') || String(selectedRange() ?? '');
  }

  /** @param {Element | null} element */
  const isFrame = (element) => element instanceof HTMLIFrameElement || element instanceof HTMLFrameElement;

  /** @param {Element | null} focused @returns {import('../shared/types.js').Lack} */
  const lackAt = (focused) => (isPassword(focused) ? 'password' : isFrame(focused) ? 'foreign' : 'empty');

  /**
   * Reads the selection. Password fields are never read.
   * @returns {import('../shared/types.js').Reading}
   */
  function read() {
    const text = selectedText();
    const lack = lackAt(focusedElement());
    return {
      text: text.slice(0, CAP),
      total: text.length,
      lack,
      width: innerWidth,
      height: innerHeight,
      // A page has the focus of its frames as well.
      focused: lack !== 'foreign' && document.hasFocus(),
    };
  }

  /** @param {DOMRect} rect @returns {Rect | null} */
  const asRect = ({ x, y, width, height }) => (width || height ? { x, y, width, height } : null);

  /** @param {Node} node */
  function isRtl(node) {
    const element = node instanceof Element ? node : node.parentElement;
    return element !== null && getComputedStyle(element).direction === 'rtl';
  }

  /**
   * Remembers the selection's place, for it is lost as soon as the focus moves.
   * @returns {{ rtl: boolean, rect: () => Rect | null }} whether its text runs to the left, and where it is now, in px of
   *   the viewport
   */
  function anchor() {
    const element = focusedElement();
    const field = isField(element) && fieldText(element) ? element : null;
    const range = field ? null : selectedRange();
    // A frame that is closed to us may have the selection: then the card must not cover it.
    const place = field ?? range ?? (isFrame(element) ? element : null);
    const rtl = isRtl(range?.commonAncestorContainer ?? field ?? document.documentElement);
    return { rtl, rect: () => place && asRect(place.getBoundingClientRect()) };
  }

  return { focusedElement, read, anchor };
})();
