/** Where the popover goes. Pure geometry; a classic script, for it is injected into pages. */
var ScopelensPlace = (() => {
  'use strict';

  /** Between the selection and the card, and between the card and the viewport's edge, in px. */
  const GAP = 8;
  const MARGIN = 8;
  /** A side with less height than this is no place for a card. */
  const LEAST_HEIGHT = 180;

  /** @typedef {import('../shared/types.js').Rect} Rect */
  /** @typedef {{ width: number, height: number }} Size */
  /** @typedef {'below' | 'above' | 'right' | 'left' | 'over'} Side */

  /** @param {number} value @param {number} least @param {number} most */
  const clamp = (value, least, most) => Math.max(least, Math.min(value, most));

  /** The part of the anchor that can be seen. @param {Rect} anchor @param {Size} viewport */
  function visible(anchor, viewport) {
    const left = clamp(anchor.x, 0, viewport.width);
    const top = clamp(anchor.y, 0, viewport.height);
    const right = clamp(anchor.x + anchor.width, left, viewport.width);
    const bottom = clamp(anchor.y + anchor.height, top, viewport.height);
    return { left, top, right, bottom };
  }

  /**
   * The first side with room for the whole card: below, above, beside. If none has, the roomier of
   * below and above, where the card then scrolls; if even that is tiny, over the selection.
   * @param {ReturnType<typeof visible>} box
   * @param {Size} size
   * @param {Size} viewport
   * @param {boolean} rtl
   * @returns {{ side: Side, room: number }} room: the height there
   */
  function chooseSide(box, size, viewport, rtl) {
    const below = viewport.height - box.bottom - GAP - MARGIN;
    const above = box.top - GAP - MARGIN;
    const full = viewport.height - 2 * MARGIN;
    if (size.height <= below) return { side: 'below', room: below };
    if (size.height <= above) return { side: 'above', room: above };
    const right = viewport.width - box.right - GAP - MARGIN >= size.width;
    const left = box.left - GAP - MARGIN >= size.width;
    if (right && !(rtl && left)) return { side: 'right', room: full };
    if (left) return { side: 'left', room: full };
    const roomier = Math.max(below, above);
    if (roomier < LEAST_HEIGHT) return { side: 'over', room: full };
    return { side: below >= above ? 'below' : 'above', room: roomier };
  }

  /**
   * Places a card of the given size at an anchor; all in px of the viewport.
   * @param {{ anchor: Rect | null, size: Size, viewport: Size, rtl?: boolean }} given
   *   without an anchor the card goes to the top, in the middle
   * @returns {{ x: number, y: number, side: Side, maxHeight: number }} always inside the viewport
   */
  function place({ anchor, size, viewport, rtl = false }) {
    const mostX = Math.max(MARGIN, viewport.width - size.width - MARGIN);
    if (!anchor) {
      const x = clamp((viewport.width - size.width) / 2, MARGIN, mostX);
      return { x, y: MARGIN, side: 'over', maxHeight: viewport.height - 2 * MARGIN };
    }
    const box = visible(anchor, viewport);
    const { side, room } = chooseSide(box, size, viewport, rtl);
    const height = Math.min(size.height, room);
    const along = rtl ? box.right - size.width : box.left;
    const x = {
      below: along,
      above: along,
      over: along,
      right: box.right + GAP,
      left: box.left - GAP - size.width,
    }[side];
    const y = {
      below: box.bottom + GAP,
      above: box.top - GAP - height,
      over: box.bottom + GAP,
      right: box.top,
      left: box.top,
    }[side];
    const mostY = Math.max(MARGIN, viewport.height - height - MARGIN);
    return { x: clamp(x, MARGIN, mostX), y: clamp(y, MARGIN, mostY), side, maxHeight: room };
  }

  return { place };
})();
