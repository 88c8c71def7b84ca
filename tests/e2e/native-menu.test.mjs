// Chromium with a window: the browser's own menu and the real keys. What a headless Chromium cannot draw.
import { execFileSync, spawn } from 'node:child_process';
import { after, before, describe, it } from 'node:test';
import { samples } from '../demo/samples.mjs';
import { startDemo } from '../demo/server.mjs';
import { diagnose } from '../support/command-line.mjs';
import { at } from '../support/paths.mjs';
import { assertShows, readView } from './cards.mjs';
import { pause } from './clients/until.mjs';
import { openDemo } from './demo-page.mjs';
import { openChromium } from './drivers/chromium.mjs';
import { select } from './drivers/in-page.mjs';

describe('the browser’s own menu and keys (chromium, with a window)', { timeout: 120_000 }, () => {
  /** @type {Awaited<ReturnType<typeof startDisplay>>} */
  let display;
  /** @type {Awaited<ReturnType<typeof startDemo>>} */
  let demo;
  /** @type {Awaited<ReturnType<typeof openChromium>>} */
  let driver;

  before(async () => {
    display = await startDisplay();
    demo = await startDemo();
    driver = await openChromium({ dist: at('dist/chrome'), headless: false, env: { DISPLAY: display.name } });
    await driver.configure({ lang: 'en' });
  });
  after(async () => {
    await driver?.close();
    await demo?.close();
    display?.close();
  });

  /** @param {...string} args */
  const xdotool = (...args) => execFileSync('xdotool', args, { env: { ...process.env, DISPLAY: display.name } });

  /** @param {string} id */
  async function selected(id) {
    await openDemo(driver, `${demo.url}?${id}`);
    await driver.page.run(select, `#${id}`);
  }

  /**
   * What the popover shows after a gesture on the selected text. The display tells nobody when it has drawn a menu or
   * taken the focus, so on a busy machine a gesture may come too early: then it is made again, with more patience.
   * @param {string} id
   * @param {(patience: number) => Promise<void>} gesture
   */
  async function shownAfter(id, gesture) {
    let missed;
    for (const patience of [500, 2000, 5000]) {
      await selected(id);
      await gesture(patience);
      try {
        return await driver.popover().run(readView);
      } catch (error) {
        missed = error;
        xdotool('key', 'Escape');
      }
    }
    throw missed;
  }

  it('diagnoses by the menu’s item', async () => {
    const shown = await shownAfter('java', async patience => {
      const [x, y] = await driver.page.run(screenPoint, '#java');
      xdotool('mousemove', String(x), String(y), 'click', '3');
      await pause(patience);
      xdotool('key', 'd');
    });
    assertShows(shown, diagnose(samples.java));
  });

  it('diagnoses by Alt+Shift+D', async () => {
    const shown = await shownAfter('go', async patience => {
      await pause(patience - 500);
      xdotool('key', 'alt+shift+d');
    });
    assertShows(shown, diagnose(samples.go));
  });
});

/** A point of an element's text, on the screen. @param {Document} root @param {string} selector @returns {[number, number]} */
function screenPoint(root, selector) {
  const range = root.createRange();
  range.selectNodeContents(/** @type {Node} */ (root.querySelector(selector)));
  const { left, top } = /** @type {DOMRect} */ (range.getClientRects()[0]);
  return [Math.round(screenX + left + 30), Math.round(screenY + outerHeight - innerHeight + top + 6)];
}

/** A screen in memory. @returns {Promise<{name: string, close: () => void}>} */
async function startDisplay() {
  const child = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1280x900x24', '-nolisten', 'tcp'], { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const number = await new Promise((resolve, reject) => {
    child.once('error', reject);
    /** @type {import('node:stream').Readable} */ (child.stdio[3]).once('data', bytes => resolve(String(bytes).trim()));
  });
  return { name: `:${number}`, close: () => child.kill() };
}
