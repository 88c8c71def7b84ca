/**
 * Where the selection is drawn, so that the card stands beside it. A component that takes the keys in a hidden field draws its
 * selection elsewhere: where that is not known, the component as a whole is taken for it. A classic script; those of the reading have run by the time that it is asked.
 */
var ScopelensPlace = (() => {
  'use strict';

  /** @typedef {import('../core/types.js').Rect} Rect */
  /** @typedef {{ left: number, top: number, right: number, bottom: number }} Edges in px of the viewport */

  /** Selectors of the elements that components draw their selection with; the names stand in their own style sheets. */
  const DRAWN = [
    '.monaco-editor .selected-text',
    '.cm-selectionBackground',
    '.CodeMirror-selected',
    '.ace_selection',
    '.xterm-selection div',
  ].join();

  /** Maximum number of parts of one selection that are looked at. */
  const MOST_PARTS = 500;

  /** A component that shows a text is no smaller, in px. */
  const LEAST_WIDTH = 120;
  const LEAST_HEIGHT = 60;

  /** @param {Edges} edges @returns {Rect | null} */
  const asRect = ({ left, top, right, bottom }) =>
    right > left || bottom > top ? { x: left, y: top, width: right - left, height: bottom - top } : null;

  /** @param {Edges} a @param {Edges} b @returns {Edges} the part of the first that is in the second; all of it where none is */
  function within(a, b) {
    const [left, top] = [Math.max(a.left, b.left), Math.max(a.top, b.top)];
    const [right, bottom] = [Math.min(a.right, b.right), Math.min(a.bottom, b.bottom)];
    return right > left && bottom > top ? { left, top, right, bottom } : a;
  }

  /** @param {Node} node @returns {Element | null} the one around it, out of shadow trees too */
  const around = (node) => (node.parentNode instanceof ShadowRoot ? node.parentNode.host : node.parentElement);

  /** @param {Edges} edges @param {Node} node @returns {Edges} the part that its scrollers and clips leave in sight */
  function unclipped(edges, node) {
    let visible = edges;
    for (
      let element = node instanceof Element ? node : around(node);
      element && element !== document.body;
      element = around(element)
    ) {
      const { overflowX, overflowY } = getComputedStyle(element);
      if (overflowX !== 'visible' || overflowY !== 'visible')
        visible = within(visible, element.getBoundingClientRect());
    }
    return visible;
  }

  /** @param {Element} element */
  function isComponent(element) {
    const { width, height } = element.getBoundingClientRect();
    if (width < LEAST_WIDTH || height < LEAST_HEIGHT) return false;
    return element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  }

  /** @param {Element} field a hidden one @returns {Element | null} the nearest that a person sees around it */
  function componentOf(field) {
    let element = ScopelensField.isField(field) ? around(field) : field;
    while (element && !isComponent(element)) element = around(element);
    return element;
  }

  /** @param {Element} component @returns {Edges | null} around all parts of the selection that it draws */
  function drawnIn(component) {
    const parts = [...component.querySelectorAll(DRAWN)]
      .slice(0, MOST_PARTS)
      .map((part) => part.getBoundingClientRect());
    const seen = parts.filter(({ width, height }) => width > 0 && height > 0);
    if (!seen.length) return null;
    return {
      left: Math.min(...seen.map(({ left }) => left)),
      top: Math.min(...seen.map(({ top }) => top)),
      right: Math.max(...seen.map(({ right }) => right)),
      bottom: Math.max(...seen.map(({ bottom }) => bottom)),
    };
  }

  /** @param {Element} component @returns {Rect | null} of its selection, as far as it is in sight, or of itself */
  function placeIn(component) {
    const whole = unclipped(component.getBoundingClientRect(), component);
    const drawn = drawnIn(component);
    return asRect(drawn ? within(drawn, whole) : whole);
  }

  /** @param {Node} node */
  function isRtl(node) {
    const element = node instanceof Element ? node : node.parentElement;
    return element !== null && getComputedStyle(element).direction === 'rtl';
  }

  /** @param {Range} range @returns {Rect | null} */
  const placeOf = (range) => asRect(unclipped(range.getBoundingClientRect(), range.commonAncestorContainer));

  /** @param {Element} element @param {() => Rect | null} rect */
  const placeAround = (element, rect) => ({ node: /** @type {Node} */ (element), rect });

  /** @returns {{ node: Node, rect: () => Rect | null } | null} what the card is to stand beside */
  function selectedPlace() {
    const { focused, isField, isFrame, isEditable, selectedIn, isSeen } = ScopelensField;
    const element = focused();
    const isHidden = isField(element) && !isSeen(element);
    if (isField(element) && !isHidden && selectedIn(element))
      return placeAround(element, () => asRect(element.getBoundingClientRect()));
    // What the document has besides a hidden field's selection is an old one.
    const range = isHidden ? null : ScopelensSelection.selectedRange();
    if (range) return { node: range.commonAncestorContainer, rect: () => placeOf(range) };
    const component = element && isEditable(element) ? componentOf(element) : null;
    if (component) return placeAround(component, () => placeIn(component));
    // A frame that is closed to us may have the selection: then the card must not cover it.
    return element && isFrame(element) ? placeAround(element, () => asRect(element.getBoundingClientRect())) : null;
  }

  /**
   * Remembers the selection's place, for it is lost as soon as the focus moves.
   * @returns {{ rtl: boolean, rect: () => Rect | null }} whether its text runs to the left, and where it is now, in px of
   *   the viewport
   */
  function anchor() {
    const place = selectedPlace();
    return { rtl: isRtl(place?.node ?? document.documentElement), rect: () => place?.rect() ?? null };
  }

  return { anchor };
})();
