// A page with one text where a suite wants it, and the card beside that.
import { until } from './clients/until.mjs';
import { select } from './drivers/in-page.mjs';

/** @typedef {{left: number, top: number, right: number, bottom: number}} Box in px of the window */

/**
 * Selects a text and asks about it by the keyboard.
 * @param {import('./drivers/types.mjs').Driver} driver
 * @param {string} url of place.html
 * @param {{text: string, style: string}} place
 */
export async function cardBeside(driver, url, { text, style }) {
  await driver.visit(url);
  await driver.page.run(put, text, style);
  await driver.page.run(select, '#text');
  await driver.page.run(() => scrollTo(0, 0));
  const selection = /** @type {Box} */ (await driver.page.run(selectionBox));
  await driver.command();
  return { selection, card: await standing(driver) };
}

/** @param {import('./drivers/types.mjs').Driver} driver */
export function standing(driver) {
  return until('the card to stand still', async () => {
    const found = /** @type {ReturnType<typeof cardBox>} */ (await driver.popover().run(cardBox));
    return found.opacity === '1' ? found : null;
  });
}

/** @param {Document} root @param {string} text @param {string} style */
function put(root, text, style) {
  const place = /** @type {HTMLElement} */ (root.querySelector('#text'));
  place.textContent = text;
  place.style.cssText = style;
}

/** @param {Document} root @returns {Box} the part of the selection in the window */
function selectionBox(root) {
  const { left, top, right, bottom } = /** @type {Selection} */ (root.getSelection())
    .getRangeAt(0)
    .getBoundingClientRect();
  return {
    left: Math.max(0, left),
    top: Math.max(0, top),
    right: Math.min(right, root.documentElement.clientWidth),
    bottom: Math.min(bottom, innerHeight),
  };
}

/**
 * `whole` is how high the card would be if all of it were shown.
 * @param {ShadowRoot} root
 * @returns {Box & {room: Box, title: Box, close: Box, scrolls: boolean, whole: number, opacity: string}}
 */
function cardBox(root) {
  const parts = ['.dialog', '.overlay', '.content', '[data-part="title"]', '.close'];
  const [dialog, room, content, title, close] = parts.map((part) => /** @type {Element} */ (root.querySelector(part)));
  if (!dialog || !room || !content || !title || !close) throw new Error('no card');
  const box = (/** @type {Element} */ element) => {
    const { left, top, right, bottom } = element.getBoundingClientRect();
    return { left, top, right, bottom };
  };
  const whole = content.scrollHeight + dialog.getBoundingClientRect().height - content.clientHeight;
  const scrolls = content.scrollHeight > content.clientHeight;
  return {
    ...box(dialog),
    room: box(room),
    title: box(title),
    close: box(close),
    scrolls,
    whole,
    opacity: getComputedStyle(dialog).opacity,
  };
}
