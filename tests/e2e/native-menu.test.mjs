// Chromium with a window: the browser's own menu and the real keys. What a headless Chromium cannot draw.
import { after, before, describe, it } from 'node:test';
import { samples } from '../demo/samples.mjs';
import { startDemo } from '../demo/server.mjs';
import { diagnose } from '../support/command-line.mjs';
import { at } from '../support/paths.mjs';
import { answerTo, assertShows, shownCards } from './cards.mjs';
import { SUITE_PATIENCE } from './clients/until.mjs';
import { openDemo } from './demo-page.mjs';
import { openChromium } from './drivers/chromium.mjs';
import { chooseByKey, openMenu, startDisplay } from './drivers/display.mjs';
import { select } from './drivers/in-page.mjs';

describe('the browser’s own menu and keys (chromium, with a window)', { timeout: SUITE_PATIENCE }, () => {
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

  it('diagnoses by the menu’s item', async () => {
    await selected('java');
    const menu = await openMenu(display, driver, '#java');
    const choose = () => chooseByKey(menu, () => display.xdotool('key', 'd'));
    assertShows(await answerTo(driver, choose), diagnose(samples.java));
  });

  it('diagnoses by Alt+Shift+D', async () => {
    await selected('go');
    const press = async () => display.xdotool('key', 'alt+shift+d');
    assertShows(await answerTo(driver, press), diagnose(samples.go));
  });

  it('opens the popup with what is selected by Alt+Shift+G', async () => {
    await selected('java');
    display.xdotool('key', 'alt+shift+g');
    assertShows(await shownCards(await driver.openedPopup(), '#result'), diagnose(samples.java));
  });
});
