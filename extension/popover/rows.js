/**
 * Line breaks of rows that stand out of the flow. Browsers write no break between boxes of absolute position (Chromium) and
 * between texts of a drawing (Firefox), so that the rows of a virtual list become one line. A classic script.
 */
var ScopelensRows = (() => {
  'use strict';

  /** A selection of more text nodes is left as the browser writes it. */
  const MOST_NODES = 10_000;

  /** Glyphs of one line stand closer than this, as a share of their height. */
  const LEAST_GAP = 0.25;

  /** Elements of a drawing that may begin a line. */
  const DRAWN_LINES = 'text, tspan[x], tspan[y], tspan[dy]';

  /**
   * @typedef {{ box: Element | null, scroller: Element | null, isSelectable: boolean }} Look box: the nearest one that is out of
   *   the flow; scroller: the nearest that scrolls; each null where it is that of the whole selection
   * @typedef {{ node: Text, start: number, end: number, box: Element | null, scroller: Element | null }} Piece the part of a
   *   text node that is selected and holds more than blanks
   */

  /** @type {Look} */
  const WHOLE = { box: null, scroller: null, isSelectable: true };

  /** @param {Element} element @param {Look} above @returns {Look} */
  function lookWithin(element, above) {
    const { position, userSelect, webkitUserSelect, display, visibility, overflowY } = getComputedStyle(element);
    const isOut = position === 'absolute' || position === 'fixed' || element.matches(DRAWN_LINES);
    const select = userSelect || webkitUserSelect;
    const isHidden = display === 'none' || visibility !== 'visible';
    return {
      box: isOut ? element : above.box,
      scroller: overflowY === 'auto' || overflowY === 'scroll' ? element : above.scroller,
      isSelectable: !isHidden && (select === 'auto' ? above.isSelectable : select !== 'none'),
    };
  }

  /** @param {Node} root @returns {(node: Node) => Look} remembers what it has found */
  function looksBelow(root) {
    /** @type {Map<Node | null, Look>} */
    const looks = new Map([[root, WHOLE]]);
    return (node) => {
      const unknown = [];
      let parent = node.parentNode;
      for (; parent && !looks.has(parent); parent = parent.parentNode) unknown.push(parent);
      let look = looks.get(parent) ?? WHOLE;
      for (const each of unknown.reverse()) {
        if (each instanceof Element) look = lookWithin(each, look);
        looks.set(each, look);
      }
      return look;
    };
  }

  /** @param {Range} range @returns {Generator<Text>} its text nodes, in order */
  function* textNodes(range) {
    const { commonAncestorContainer: root, startContainer, startOffset } = range;
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    walker.currentNode = startContainer.childNodes[startOffset] ?? startContainer;
    let hasBegun = false;
    for (
      let node = walker.currentNode instanceof Text ? walker.currentNode : walker.nextNode();
      node;
      node = walker.nextNode()
    ) {
      const isWithin = range.intersectsNode(node);
      if (hasBegun && !isWithin) return;
      hasBegun ||= isWithin;
      if (isWithin) yield/** @type {Text} */ (node);
    }
  }

  /** @param {Range} range @returns {Piece[]} none where there are too many */
  function piecesOf(range) {
    const { startContainer, startOffset, endContainer, endOffset } = range;
    const lookOf = looksBelow(range.commonAncestorContainer);
    const pieces = [];
    let count = 0;
    for (const node of textNodes(range)) {
      count += 1;
      if (count > MOST_NODES) return [];
      const start = node === startContainer ? startOffset : 0;
      const end = node === endContainer ? endOffset : node.length;
      if (!/\S/.test(node.data.slice(start, end))) continue;
      const { box, scroller, isSelectable } = lookOf(node);
      if (isSelectable) pieces.push({ node, start, end, box, scroller });
    }
    return pieces;
  }

  /** @param {Piece} piece */
  const wordsOf = ({ node, start, end }) => node.data.slice(start, end);

  /** @param {string} text */
  const bare = (text) => text.replace(/\s+/g, '');

  /** @param {Piece} piece @param {boolean} isFirst its first glyph, or its last @returns {DOMRect} */
  function glyph(piece, isFirst) {
    const words = wordsOf(piece);
    const offset = piece.start + (isFirst ? words.search(/\S/) : words.trimEnd().length - 1);
    const range = document.createRange();
    range.setStart(piece.node, offset);
    range.setEnd(piece.node, offset + 1);
    return range.getBoundingClientRect();
  }

  /**
   * What stands between two neighbours, by where they are drawn.
   * @param {Piece} before @param {Piece} after
   * @returns {'\n' | ' ' | ''}
   */
  function separator(before, after) {
    if (before.box === after.box) return '';
    const [a, b] = [glyph(before, false), glyph(after, true)];
    const height = Math.min(a.height, b.height);
    const shared = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
    if (shared < height / 2) return '\n';
    return Math.max(b.left - a.right, a.left - b.right) > height * LEAST_GAP ? ' ' : '';
  }

  /**
   * The blanks between two neighbours with what they lack. Blanks that a row begins with stay its own.
   * @param {string} blanks @param {Piece} before @param {Piece} after
   */
  function mended(blanks, before, after) {
    if (blanks.includes('\n')) return blanks;
    const between = separator(before, after);
    if (between !== '\n') return blanks || between;
    const words = wordsOf(before);
    const trailing = Math.min(words.length - words.trimEnd().length, blanks.length);
    return `${blanks.slice(0, trailing)}\n${blanks.slice(trailing)}`;
  }

  /**
   * The pieces as they stand in the text, each with the blanks before it.
   * @param {string} text @param {Piece[]} pieces
   */
  function* placed(text, pieces) {
    let offset = 0;
    for (const piece of pieces) {
      const first = offset + text.slice(offset).search(/\S/);
      let end = first;
      for (let lettersLeft = bare(wordsOf(piece)).length; lettersLeft > 0; end += 1)
        if (/\S/.test(text[end] ?? '-')) lettersLeft -= 1;
      yield { piece, blanks: text.slice(offset, first), words: text.slice(first, end) };
      offset = end;
    }
  }

  /**
   * Puts the breaks in. A text that is not just that of the pieces is left as it is.
   * @param {string} text as the browser writes the selection
   * @param {Piece[]} pieces what is selected
   * @returns {string}
   */
  function broken(text, pieces) {
    if (pieces.every(({ box }) => box === pieces[0]?.box)) return text;
    if (bare(text) !== bare(pieces.map(wordsOf).join(''))) return text;
    let written = '';
    /** @type {Piece | null} */
    let before = null;
    for (const { piece, blanks, words } of placed(text, pieces)) {
      written += (before ? mended(blanks, before, piece) : blanks) + words;
      before = piece;
    }
    return written;
  }

  return { piecesOf, broken };
})();
