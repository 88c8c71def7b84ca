/** The element that has the focus: what it is to a person, and what is selected inside it. A classic script. */
var ScopelensField = (() => {
  'use strict';

  /** @typedef {HTMLInputElement | HTMLTextAreaElement} Field */

  /** A field that is smaller than this shows nobody a text, in px. */
  const LEAST_WIDTH = 32;
  const LEAST_HEIGHT = 12;

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
  function focused() {
    let element = document.activeElement;
    for (let inner = element; inner; inner = shadowOf(inner)?.activeElement ?? null) element = inner;
    return element;
  }

  /** @param {Element | null} element @returns {element is Field} */
  const isField = (element) => element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;

  /** @param {Element | null} element */
  const isPassword = (element) => element instanceof HTMLInputElement && element.type === 'password';

  /** @param {Element | null} element */
  const isFrame = (element) => element instanceof HTMLIFrameElement || element instanceof HTMLFrameElement;

  /** @param {Element | null} element @returns {boolean} whether keys that are typed there change a text */
  function isEditable(element) {
    if (!(element instanceof HTMLElement)) return false;
    const { editContext } = /** @type {{ editContext?: object | null }} */ (element);
    return isField(element) || element.isContentEditable || Boolean(editContext);
  }

  /** @param {Element | null} element @returns {string} what is selected inside a text field; nothing of a password's */
  function selectedIn(element) {
    if (!isField(element) || isPassword(element)) return '';
    const { selectionStart: start, selectionEnd: end } = element;
    return start === null || end === null ? '' : element.value.slice(start, end);
  }

  /**
   * Whether a person sees the field itself. Components that draw their own text take the keys in a field that is tiny,
   * transparent, clipped, or behind what they draw.
   * @param {Element} field
   */
  function isSeen(field) {
    const { left, top, right, bottom } = field.getBoundingClientRect();
    if (right - left < LEAST_WIDTH || bottom - top < LEAST_HEIGHT) return false;
    if (!field.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false;
    const tree = /** @type {Document | ShadowRoot} */ (field.getRootNode());
    const [x, y] = [
      (Math.max(left, 0) + Math.min(right, innerWidth)) / 2,
      (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2,
    ];
    // A button of the page may stand on its middle, or on its corner.
    const points = [
      [x, y],
      [Math.max(left, 0) + 6, Math.max(top, 0) + 6],
    ];
    return points.some(([across = 0, down = 0]) => tree.elementFromPoint(across, down) === field);
  }

  return { shadowOf, focused, isField, isPassword, isFrame, isEditable, selectedIn, isSeen };
})();
