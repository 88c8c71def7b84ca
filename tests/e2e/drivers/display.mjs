// A screen in memory, for what a headless browser does not draw.
import { execFileSync, spawn } from 'node:child_process';
import { until } from '../clients/until.mjs';

/** @import { ChromiumDriver } from './chromium.mjs' */

/** @typedef {Awaited<ReturnType<typeof startDisplay>>} Display */

export async function startDisplay() {
  const child = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1280x900x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const number = await new Promise((resolve, reject) => {
    child.once('error', reject);
    /** @type {import('node:stream').Readable} */ (child.stdio[3]).once('data', (bytes) =>
      resolve(String(bytes).trim()),
    );
  });
  const env = { ...process.env, DISPLAY: `:${number}` };
  return {
    name: env.DISPLAY,
    /** @param {...string} args */
    xdotool: (...args) => execFileSync('xdotool', args, { env, stdio: ['ignore', 'pipe', 'ignore'] }).toString(),
    close: () => child.kill(),
  };
}

/** @typedef {{ isOpen: () => boolean }} Menu */

/**
 * Opens the browser's own menu on an element's text.
 * @param {Display} display @param {ChromiumDriver} driver @param {string} selector
 * @returns {Promise<Menu>}
 */
export async function openMenu(display, driver, selector) {
  const before = windows(display);
  const [x, y] = await driver.page.run(screenPoint, selector);
  display.xdotool('mousemove', String(x), String(y), 'click', '3');
  const menu = { isOpen: () => windows(display) > before };
  await until('the menu', menu.isOpen);
  return menu;
}

/** A menu that has the keys closes at once when an item is chosen, as far as the machine is not busy. A key too many would be typed into the page. */
const CLOSING_MS = 5000;

/**
 * Chooses our item by its key. A menu is drawn before it has the keys, of which the display tells nobody: while it stays open, the
 * key was not for it.
 * @param {Menu} menu @param {() => void} press presses the key
 */
export async function chooseByKey(menu, press) {
  const isClosed = () => !menu.isOpen();
  await until('the menu to close', async () => {
    press();
    return until('it to take the key', isClosed, CLOSING_MS);
  });
}

/** A menu is a window of its own. @param {Display} display */
const windows = ({ xdotool }) => xdotool('search', '--onlyvisible', '--name', '.*').split('\n').length;

/** A point of an element's text, on the screen. @param {Document} root @param {string} selector @returns {[number, number]} */
export function screenPoint(root, selector) {
  const range = root.createRange();
  range.selectNodeContents(/** @type {Node} */ (root.querySelector(selector)));
  const { left, top } = /** @type {DOMRect} */ (range.getClientRects()[0]);
  return [Math.round(screenX + left + 30), Math.round(screenY + outerHeight - innerHeight + top + 6)];
}
