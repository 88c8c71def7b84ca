import { closeChromium, launchChromium } from '../e2e/clients/chromium.mjs';
import { PATIENCE } from '../e2e/clients/until.mjs';
import { installExtension } from '../e2e/drivers/chromium-install.mjs';

/** @import { Browser } from './reading.mjs' */

/** @param {string} folder a package @param {(browser: Browser) => Promise<void>} use */
export async function inChromium(folder, use) {
  const browser = await launchChromium({ args: ['--window-size=1280,900'] });
  try {
    const { id } = await installExtension(browser, folder);
    const [tab] = await browser.pages();
    if (!tab) throw new Error('Chromium has no tab');
    const session = await tab.createCDPSession();
    await use({
      async show(page) {
        await tab.goto(`chrome-extension://${id}/${page}`, { timeout: PATIENCE });
      },
      run: (run) => tab.evaluate(run),
      async memory() {
        await session.send('HeapProfiler.collectGarbage');
        const { usedSize, embedderHeapUsedSize, backingStorageSize } = await session.send('Runtime.getHeapUsage');
        return usedSize + embedderHeapUsedSize + backingStorageSize;
      },
    });
  } finally {
    await closeChromium(browser);
  }
}
