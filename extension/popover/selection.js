/** What is selected in this frame, and where. A classic script, injected only on request. */
var ScopelensSelection = (() => {
  'use strict';

  /** Longest text that is handed on, in UTF-16 units: TEXT_CAP of shared/messages.js, which a script in a page cannot import. */
  const CAP = 256 * 1024;

  /** @typedef {HTMLInputElement | HTMLTextAreaElement} Field */

  /** The focused element, through open shadow roots. */
  function focusedElement() {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
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

  /** Text fields keep their own selection; the document's does not show it in Firefox. */
  function selectedText() {
    const element = focusedElement();
    return isPassword(element) ? '' : fieldText(element) || String(getSelection() ?? '');
  }

  /**
   * Reads the selection. Password fields are never read.
   * @returns {import('../shared/types.js').Reading}
   */
  function read() {
    const text = selectedText();
    return {
      text: text.slice(0, CAP),
      total: text.length,
      password: isPassword(focusedElement()),
      width: innerWidth,
      height: innerHeight,
      focused: document.hasFocus(),
    };
  }

  /** @param {DOMRect} rect @returns {import('../shared/types.js').Rect | null} */
  const asRect = ({ x, y, width, height }) => (width || height ? { x, y, width, height } : null);

  /**
   * Remembers the selection's place, for it is lost as soon as the focus moves.
   * @returns {() => import('../shared/types.js').Rect | null} where it is now, in px of the viewport
   */
  function anchor() {
    const element = focusedElement();
    if (isField(element) && fieldText(element)) return () => asRect(element.getBoundingClientRect());
    const selection = getSelection();
    if (!selection?.rangeCount || selection.isCollapsed) return () => null;
    const range = selection.getRangeAt(0).cloneRange();
    return () => asRect(range.getBoundingClientRect());
  }

  return { read, anchor };
})();
