/** What is selected in this frame. A classic script, injected only on request. */
var ScopelensSelection = (() => {
  'use strict';

  const { shadowOf, focused, isField, isPassword, isFrame, isEditable, selectedIn, isSeen } = ScopelensField;

  /** @typedef {{ text: string, part: import('../core/types.js').Partly }} Selected */

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
      const hosts = range && [
        range.startContainer.childNodes[range.startOffset],
        range.endContainer.childNodes[range.endOffset - 1],
      ];
      const inner = hosts?.map(shadowOf).find((root) => root && !shadowRoots.has(root));
      if (!inner) return range;
      shadowRoots.add(inner);
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

  /** A text without the blank lines that stand between any two of its lines, where each was a paragraph of its own. @param {string} text */
  function contiguous(text) {
    const gaps = text.trim().match(/\n(?:[^\S\n]*\n)*/g) ?? [];
    const isSpaced = gaps.length > 1 && gaps.every((gap) => gap.lastIndexOf('\n') > 0);
    return isSpaced ? text.replace(/\n[^\S\n]*\n/g, '\n') : text;
  }

  /** @returns {Selected} what the document shows as selected */
  function inDocument() {
    const range = selectedRange();
    const text = String(getSelection() ?? '');
    if (!range || !text) return { text: text || String(range ?? ''), part: null };
    const pieces = ScopelensRows.piecesOf(range);
    const isCut = ScopelensUndrawn.isBeyond(
      range,
      pieces.map(({ scroller }) => scroller),
    );
    return { text: contiguous(ScopelensRows.broken(text, pieces)), part: isCut ? 'rows' : null };
  }

  /**
   * Whether a frame where nothing was read is the one that is meant. Others need not hear of it, and none where only the popup
   * was opened.
   * @param {Element | null} element the focused one
   */
  const isMeant = (element) => !isFrame(element) && (isEditable(element) || document.hasFocus());

  /**
   * Whether a text holds each line of another, in order.
   * @param {string} whole @param {string} part
   */
  function holds(whole, part) {
    const bare = (/** @type {string} */ text) => text.replace(/\s+/g, '');
    const inWhole = bare(whole);
    let offset = 0;
    return part
      .split('\n')
      .map(bare)
      .every((line) => {
        const index = inWhole.indexOf(line, offset);
        offset = index + line.length;
        return index >= 0;
      });
  }

  /** The selection as it is read without the page's word. @param {Element | null} element the focused one @returns {Selected} */
  function seen(element) {
    // Text fields keep their own selection; the document's does not show it in Firefox.
    const text = selectedIn(element);
    if (!text) return inDocument();
    return { text, part: element && isSeen(element) ? null : 'field' };
  }

  /**
   * Asks the page what it would copy. Asking shows there (a toast, a counter), so it is asked only where its word is the better
   * one: in what is edited but is no plain field, where nothing was read, and, if it holds all that was read, where that is a part.
   * @param {Element | null} element the focused one @param {Selected} selected
   */
  function copied(element, { text, part }) {
    const isEdited = isEditable(element) && !(isField(element) && isSeen(element));
    if (text ? !isEdited && !part : !isMeant(element)) return '';
    const place = isEdited || !text ? element : getSelection()?.anchorNode;
    const answer = ScopelensCopied.ask(place ?? document.documentElement);
    return isEdited || holds(answer, text) ? answer : '';
  }

  /**
   * What is selected. A field that is seen shows its selection itself. One that is not holds what its component put into it:
   * perhaps all of what it draws as selected, perhaps a part, so that is what the reader is told if the page does not answer.
   * @returns {Selected}
   */
  function selected() {
    const element = focused();
    if (isPassword(element)) return { text: '', part: null };
    const visible = seen(element);
    const answer = copied(element, visible);
    if (answer) return { text: contiguous(answer), part: null };
    // Some fill their field as soon as they are asked.
    return visible.part === 'field' ? { ...visible, text: selectedIn(element) || visible.text } : visible;
  }

  /** @param {Element | null} element the focused one @returns {import('../core/types.js').Lack} */
  const lackAt = (element) => (isPassword(element) ? 'password' : isFrame(element) ? 'foreign' : 'empty');

  /**
   * Reads the selection. Password fields are never read.
   * @returns {import('../core/types.js').Reading}
   */
  function read() {
    const lack = lackAt(focused());
    const { text, part } = selected();
    return {
      text: text.slice(0, ScopelensTextCap),
      total: text.length,
      part,
      lack,
      width: innerWidth,
      height: innerHeight,
      // A page has the focus of its frames as well.
      focused: lack !== 'foreign' && document.hasFocus(),
    };
  }

  return { selectedRange, read };
})();
