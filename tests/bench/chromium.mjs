import { launchChromium } from '../e2e/clients/cdp.mjs';
import { until } from '../e2e/clients/until.mjs';
import { installExtension } from '../e2e/drivers/chromium-install.mjs';

/** @import { Browser } from './reading.mjs' */

/** @param {string} folder a package @param {(browser: Browser) => Promise<void>} use */
export async function inChromium(folder, use) {
  const browser = await launchChromium({ args: ['--window-size=1280,900'] });
  try {
    const { id } = await installExtension(browser, folder);
    const tab = await browser.target('a tab', (each) => each.type === 'page' && each.url === 'about:blank');
    await use({
      async show(page) {
        const url = `chrome-extension://${id}/${page}`;
        await tab.send('Page.navigate', { url });
        await until(`${page} to load`, () =>
          tab.evaluate((wanted) => location.href === wanted && document.readyState === 'complete', url),
        );
      },
      run: (run) => tab.evaluate(run),
      async memory() {
        await tab.send('HeapProfiler.collectGarbage');
        const { usedSize, embedderHeapUsedSize = 0, backingStorageSize = 0 } = await tab.send('Runtime.getHeapUsage');
        return usedSize + embedderHeapUsedSize + backingStorageSize;
      },
    });
  } finally {
    await browser.close();
  }
}
