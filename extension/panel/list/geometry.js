/** Where each line stands: lines of one height, with some cards of any height below them. No DOM here. */

export class Geometry {
  /** Of a line, in px. */
  line = 26;
  /** Cards in the order of their lines: the line's index, and the card's height in px. @type {{ index: number, height: number }[]} */
  cards = [];
  count = 0;

  get total() {
    return this.count * this.line + this.cards.reduce((sum, { height }) => sum + height, 0);
  }

  /** @param {number} index @returns {number} px from the top of the list */
  top(index) {
    let top = index * this.line;
    for (const card of this.cards) {
      if (card.index >= index) break;
      top += card.height;
    }
    return top;
  }

  /** @param {number} y px from the top of the list @returns {number} the line there, or the one whose card is there */
  indexAt(y) {
    let top = 0;
    let from = 0;
    for (const { index, height } of this.cards) {
      const end = top + (index + 1 - from) * this.line;
      if (y < end) break;
      if (y < end + height) return index;
      top = end + height;
      from = index + 1;
    }
    const index = from + Math.floor((y - top) / this.line);
    return Math.max(0, Math.min(index, this.count - 1));
  }
}
