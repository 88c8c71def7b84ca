// @ts-nocheck -- what is sent into the browser finds its own globals there
import { launchFirefox } from '../e2e/clients/marionette.mjs';
import { pause } from './pause.mjs';

/** @import { Browser } from './reading.mjs' */

/** Garbage goes in steps. */
const SETTLE_MS = 1_000;

/** The memory of the process that the extension's pages live in. */
async function processMemory() {
  const { children } = await ChromeUtils.requestProcInfo();
  return children.find((each) => each.type === 'extension')?.memory ?? 0;
}

function collectGarbage() {
  for (let i = 0; i < 3; i++) {
    Cu.forceGC();
    Cu.forceCC();
  }
}

/** @param {string} folder a package @param {(browser: Browser) => Promise<void>} use */
export async function inFirefox(folder, use) {
  // The clock is rounded to a millisecond otherwise.
  const browser = await launchFirefox({
    prefs: { 'privacy.reduceTimerPrecision': false },
    args: ['--width', '1280', '--height', '900'],
  });
  try {
    const id = await browser.send('Addon:Install', { path: folder, temporary: true });
    await use({
      async show(page) {
        const url = await browser.executeInWindow(
          (given, file) => WebExtensionPolicy.getByID(given).getURL(file),
          id,
          page,
        );
        await browser.send('WebDriver:Navigate', { url });
      },
      run: (run) => browser.execute(null, run),
      async memory() {
        await browser.execute('system', collectGarbage);
        await pause(SETTLE_MS);
        return browser.executeInWindow(processMemory);
      },
    });
  } finally {
    await browser.close();
  }
}
