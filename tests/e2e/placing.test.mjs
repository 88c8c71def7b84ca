// Where the card stands: below the selection, above it, beside it, over it; always whole, or to be scrolled.
import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import { samples } from '../demo/samples.mjs';
import { until } from './clients/until.mjs';
import { select } from './drivers/in-page.mjs';
import { startHostile } from './hostile/server.mjs';
import { inBothBrowsers } from './stage.mjs';

const GAP = 8;
const LONG = samples.go;
const SHORT = samples.nothing;

/** @typedef {{left: number, top: number, right: number, bottom: number}} Box */

/**
 * side: where the card stands; edge: which of its edges stands at the selection's or, for `window`, at the window's own.
 * @type {{what: string, text: string, style: string, side: 'below' | 'above' | 'right' | 'left' | 'over', edge?: 'left' | 'right' | 'window', scrolls?: true}[]}
 */
const places = [
  { what: 'below, from its left edge', text: SHORT, style: 'left: 100px; top: 100px; width: 300px', side: 'below', edge: 'left' },
  { what: 'below, within the window', text: SHORT, style: 'left: 1100px; top: 100px; width: 150px', side: 'below', edge: 'window' },
  { what: 'below, from the right edge of a text that runs to the left', text: SHORT, style: 'direction: rtl; left: 700px; top: 100px; width: 300px', side: 'below', edge: 'right' },
  { what: 'above', text: SHORT, style: 'left: 100px; top: 690px; width: 300px', side: 'above', edge: 'left' },
  { what: 'to the right of it', text: LONG, style: 'left: 40px; top: 250px; width: 500px', side: 'right' },
  { what: 'to the left of it', text: LONG, style: 'left: 740px; top: 250px; width: 500px', side: 'left' },
  { what: 'below, scrolling', text: LONG, style: 'left: 20px; top: 20px; width: 1240px', side: 'below', edge: 'left', scrolls: true },
  { what: 'above, scrolling', text: LONG, style: 'left: 20px; top: 600px; width: 1240px', side: 'above', edge: 'left', scrolls: true },
  { what: 'over a selection that fills the window', text: `${LONG}\n${'a line of the log '.repeat(5000)}`, style: 'left: 0; top: 10px; width: 1270px', side: 'over', scrolls: true },
];

inBothBrowsers('placing', stage => {
  /** @type {Awaited<ReturnType<typeof startHostile>>} */
  let server;

  before(async () => {
    server = await startHostile({ words: {} });
    await stage.driver.configure({ lang: 'en' });
  });
  after(() => server.close());

  /** @param {string} text @param {string} style */
  async function stands(text, style) {
    await stage.driver.visit(`${server.url}place.html`);
    await stage.driver.page.run(put, text, style);
    await stage.driver.page.run(select, '#text');
    await stage.driver.page.run(() => scrollTo(0, 0));
    const selection = await stage.driver.page.run(selectionBox);
    await stage.driver.command();
    const card = await until('the card to stand still', async () => {
      const found = await stage.driver.popover().run(cardBox);
      return found.opacity === '1' ? found : null;
    });
    await stage.driver.popover().press('Escape');
    return { selection, card };
  }

  for (const { what, text, style, side, edge, scrolls = false } of places) {
    it(`stands ${what}`, async () => {
      const { selection, card } = await stands(text, style);
      const [width, height] = [card.room.right, card.room.bottom];
      const gaps = { below: card.top - selection.bottom, above: selection.top - card.bottom, right: card.left - selection.right, left: selection.left - card.right, over: GAP };
      assert.ok(Math.abs(gaps[side] - GAP) < 1, `${side} by ${gaps[side]}: ${JSON.stringify({ selection, card })}`);
      if (edge) assert.ok(Math.abs({ left: card.left - selection.left, right: card.right - selection.right, window: card.right - width + GAP }[edge]) < 1, `${edge}: ${JSON.stringify({ selection, card })}`);
      const margins = [card.left, card.top, width - card.right, height - card.bottom];
      assert.ok(Math.min(...margins) > GAP - 0.1, `whole: ${JSON.stringify(card)}`);
      assert.equal(card.scrolls, scrolls || card.bottom - card.top >= height - 2 * GAP - 1);
    });
  }
});

/** @param {Document} root @param {string} text @param {string} style */
function put(root, text, style) {
  const place = /** @type {HTMLElement} */ (root.querySelector('#text'));
  place.textContent = text;
  place.style.cssText = style;
}

/** @param {Document} root @returns {Box} the part of the selection in the window */
function selectionBox(root) {
  const { left, top, right, bottom } = /** @type {Selection} */ (root.getSelection()).getRangeAt(0).getBoundingClientRect();
  return { left: Math.max(0, left), top: Math.max(0, top), right: Math.min(right, root.documentElement.clientWidth), bottom: Math.min(bottom, innerHeight) };
}

/** @param {ShadowRoot} root @returns {Box & {room: Box, scrolls: boolean, opacity: string}} */
function cardBox(root) {
  const [dialog, room, content] = ['.dialog', '.room', '.content'].map(part => /** @type {Element} */ (root.querySelector(part)));
  if (!dialog || !room || !content) throw new Error('no card');
  const box = (/** @type {Element} */ element) => {
    const { left, top, right, bottom } = element.getBoundingClientRect();
    return { left, top, right, bottom };
  };
  return { ...box(dialog), room: box(room), scrolls: content.scrollHeight > content.clientHeight, opacity: getComputedStyle(dialog).opacity };
}
