// The keys by which the extension is asked, pressed for real: Firefox gives them to the page first.
import { after, afterEach, before, describe, it } from 'node:test';
import { samples } from '../demo/samples.mjs';
import { diagnose } from '../support/command-line.mjs';
import { at } from '../support/paths.mjs';
import { assertShows, shownCards } from './cards.mjs';
import { openFirefox } from './drivers/firefox.mjs';
import { select } from './drivers/in-page.mjs';
import { startHostile } from './hostile/server.mjs';
import { wanted } from './stage.mjs';

const TEXT = samples.go;

describe('keys in pages that take them (firefox)', { timeout: 120_000, skip: !wanted.includes('firefox') }, () => {
  /** @type {Awaited<ReturnType<typeof startHostile>>} */
  let server;
  /** @type {Awaited<ReturnType<typeof openFirefox>>} */
  let driver;

  before(async () => {
    server = await startHostile({ words: { text: TEXT } });
    driver = await openFirefox({ dist: at('dist/firefox') });
    await driver.configure({ lang: 'en' });
  });
  after(async () => {
    await driver?.close();
    await server?.close();
  });
  afterEach(() => driver.closePopup());

  /** @param {string} page */
  async function selectedIn(page) {
    await driver.visit(`${server.url}${page}.html`);
    await driver.page.run(select, '#text');
  }

  it('opens the popup with what is selected', async () => {
    await selectedIn('textarea');
    await driver.pressShortcut('_execute_action');
    assertShows(await shownCards(await driver.openedPopup(), '#result'), diagnose(TEXT));
  });
});
