/** Mouse and keys in the list. */

/** @import { List } from './list.js' */
/** @import { Item } from './view.js' */

/** @param {EventTarget | null} target @param {string} selector @returns {HTMLElement | null} */
function closest(target, selector) {
  const match = target instanceof Element ? target.closest(selector) : null;
  return match instanceof HTMLElement ? match : null;
}

/** @param {List} list @param {Item} item */
function toggle(list, item) {
  if (list.isOpen(item.key)) list.close(item.key);
  else list.open(item);
}

/** Shows a group's calls singly, or no more. @param {List} list @param {Item} item */
function fold(list, item) {
  if (item.count > 1 && item.level === 1) list.parts.fold(item.row.cause);
}

/**
 * @param {List} list
 * @param {string} key
 * @param {number} index the line's index
 * @returns {boolean} whether the key meant something
 */
function move(list, key, index) {
  const page = Math.max(1, Math.floor(list.parts.scroller.clientHeight / list.geometry.line) - 2);
  const last = list.view.items.length - 1;
  /** @type {Record<string, number>} */
  const goals = {
    ArrowDown: index + 1,
    ArrowUp: index - 1,
    PageDown: index + page,
    PageUp: index - page,
    Home: 0,
    End: last,
  };
  const goal = goals[key];
  if (goal === undefined) return false;
  list.goTo(Math.max(0, Math.min(goal, last)));
  return true;
}

/** @param {List} list @param {string} key @param {Item} item @returns {boolean} */
function act(list, key, item) {
  const isFolded = item.count > 1 && item.level === 1 && !item.unfolded;
  if (key === 'Enter' || key === ' ') toggle(list, item);
  else if (key === 'ArrowRight' && isFolded) fold(list, item);
  else if (key === 'ArrowRight') list.open(item);
  else if (key === 'ArrowLeft' && list.isOpen(item.key)) list.close(item.key);
  else if (key === 'ArrowLeft' && item.unfolded) fold(list, item);
  else return false;
  return true;
}

/** @param {List} list @param {KeyboardEvent} event */
function onKey(list, event) {
  if (event.ctrlKey || event.altKey || event.metaKey) return;
  const detail = closest(event.target, '[data-card-of]');
  if (event.key === 'Escape') {
    const line = closest(event.target, '[data-row]');
    const key = detail?.dataset.cardOf ?? line?.dataset.row;
    if (key) list.close(key, true);
    // Chrome's tool window would open its console drawer.
    event.stopPropagation();
    event.preventDefault();
    return;
  }
  if (!(event.target instanceof HTMLElement) || !event.target.dataset.row) return;
  const index = list.view.indexOf(event.target.dataset.row);
  const item = list.item(index);
  if (item && (move(list, event.key, index) || act(list, event.key, item))) event.preventDefault();
}

/** @param {List} list @param {Event} event */
function onClick(list, event) {
  const line = closest(event.target, '[data-row]');
  const item = line && list.item(list.view.indexOf(line.dataset.row ?? ''));
  if (!item) return;
  if (closest(event.target, '.fold')) fold(list, item);
  else if (!getSelection()?.toString()) toggle(list, item);
}

/** @param {List} list @param {HTMLElement} root */
export function bindKeys(list, root) {
  root.addEventListener('click', (event) => onClick(list, event));
  root.addEventListener('keydown', (event) => onKey(list, event));
  root.addEventListener('focusin', ({ target }) => {
    const key = target instanceof HTMLElement ? target.dataset.row : undefined;
    if (!key || key === list.active) return;
    const before = list.renderer.line(list.active);
    if (before) before.tabIndex = -1;
    list.active = key;
    /** @type {HTMLElement} */ (target).tabIndex = 0;
  });
}
