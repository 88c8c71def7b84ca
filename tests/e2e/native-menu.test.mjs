// Chromium with a window: the browser's own menu and the real keys. What a headless Chromium cannot draw.
import { after, before, describe, it } from 'node:test';
import { samples } from '../demo/samples.mjs';
import { startDemo } from '../demo/server.mjs';
import { diagnose } from '../support/command-line.mjs';
import { at } from '../support/paths.mjs';
import { assertShows, readView, shownCards } from './cards.mjs';
import { pause } from './clients/until.mjs';
import { openDemo } from './demo-page.mjs';
import { openChromium } from './drivers/chromium.mjs';
import { screenPoint, startDisplay } from './drivers/display.mjs';
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

  /** @param {string} id */
  async function selected(id) {
    await openDemo(driver, `${demo.url}?${id}`);
    await driver.page.run(select, `#${id}`);
  }

  /**
   * What the popover, or another surface, shows after a gesture on the selected text. The display tells nobody when it has drawn a menu or
   * taken the focus, so on a busy machine a gesture may come too early: then it is made again, with more patience.
   * @param {string} id
   * @param {(patience: number) => Promise<void>} gesture
   * @param {() => Promise<import('./cards.mjs').View>} [shown]
   */
  async function shownAfter(id, gesture, shown = () => driver.popover().run(readView)) {
    let missed;
    for (const patience of [500, 2000, 5000]) {
      await selected(id);
      await gesture(patience);
      try {
        return await shown();
      } catch (error) {
        missed = error;
        display.xdotool('key', 'Escape');
      }
    }
    throw missed;
  }

  it('diagnoses by the menu’s item', async () => {
    const shown = await shownAfter('java', async (patience) => {
      const [x, y] = await driver.page.run(screenPoint, '#java');
      display.xdotool('mousemove', String(x), String(y), 'click', '3');
      await pause(patience);
      display.xdotool('key', 'd');
    });
    assertShows(shown, diagnose(samples.java));
  });

  it('diagnoses by Alt+Shift+D', async () => {
    const shown = await shownAfter('go', async (patience) => {
      await pause(patience - 500);
      display.xdotool('key', 'alt+shift+d');
    });
    assertShows(shown, diagnose(samples.go));
  });

  it('opens the popup with what is selected by Alt+Shift+G', async () => {
    const shown = await shownAfter(
      'java',
      async (patience) => {
        await pause(patience - 500);
        display.xdotool('key', 'alt+shift+g');
      },
      async () => shownCards(await driver.openedPopup(), '#result'),
    );
    assertShows(shown, diagnose(samples.java));
  });
});
