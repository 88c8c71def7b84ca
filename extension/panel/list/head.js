/** The list's head: each column's name is a button that sorts by it. */

/** @import { Column, Order } from './order.js' */

/** @param {HTMLElement} head @returns {NodeListOf<HTMLElement>} */
const columns = (head) => head.querySelectorAll('[data-column]');

/** The first press sorts upwards, the second downwards, the third is the order of time again. @param {Order} order @param {Column} column @returns {Order} */
function nextOrder(order, column) {
  if (order.column !== column) return { column, down: false };
  if (!order.down) return { column, down: true };
  return { column: 'time', down: false };
}

/**
 * @param {HTMLElement} head
 * @param {{ order: Order }} state
 * @param {() => void} onChange
 */
export function bindHead(head, state, onChange) {
  for (const cell of columns(head)) {
    cell.querySelector('button')?.addEventListener('click', () => {
      state.order = nextOrder(state.order, /** @type {Column} */ (cell.dataset.column));
      onChange();
    });
  }
}

/** @param {HTMLElement} head @param {Order} order */
export function showOrder(head, { column, down }) {
  for (const cell of columns(head)) {
    const isBy = cell.dataset.column === column;
    cell.setAttribute('aria-sort', isBy ? (down ? 'descending' : 'ascending') : 'none');
  }
}
