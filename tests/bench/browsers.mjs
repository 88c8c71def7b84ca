// Prints one table: what the built package costs in Chromium and in Firefox. node tests/bench/browsers.mjs
// A page of the package itself measures, so that the module and the policy are those that ship.
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { launchChromium } from '../e2e/clients/cdp.mjs';
import { launchFirefox } from '../e2e/clients/marionette.mjs';
import { pause } from '../e2e/clients/until.mjs';
import { installExtension } from '../e2e/drivers/chromium.mjs';
import { at } from '../support/paths.mjs';
import { table } from './table.mjs';

/** @import { Figure } from './page/measure.js' */

/** Measuring takes minutes; longer than this and something hangs. */
const LIMIT_MS = 10 * 60_000;

/** Copies a built package and puts the measuring page into it. @param {'chrome' | 'firefox'} name */
function packageWithPage(name) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'scopelens-bench-'));
  cpSync(at('dist', name), folder, { recursive: true });
  cpSync(at('tests/bench/page'), path.join(folder, 'bench'), { recursive: true });
  cpSync(at('crate/benches/small.json'), path.join(folder, 'bench/small.json'));
  return folder;
}

/** @param {() => Promise<string>} read @returns {Promise<Figure[]>} */
async function figuresOf(read) {
  for (const end = Date.now() + LIMIT_MS; Date.now() < end; await pause(500)) {
    const text = await read();
    if (!text) continue;
    const { figures, error } = JSON.parse(text);
    if (error) throw new Error(error);
    return figures;
  }
  throw new Error('the page gave no figures in time');
}

const readFigures = () => document.getElementById('figures')?.textContent ?? '';

/** @param {string} folder */
async function inChromium(folder) {
  const browser = await launchChromium();
  try {
    const { id } = await installExtension(browser, folder);
    const tab = await browser.target('a tab', each => each.type === 'page' && each.url === 'about:blank');
    await tab.send('Page.navigate', { url: `chrome-extension://${id}/bench/bench.html` });
    return await figuresOf(() => tab.evaluate(readFigures));
  } finally {
    await browser.close();
  }
}

/** @param {string} folder */
async function inFirefox(folder) {
  // The clock is rounded to a millisecond otherwise.
  const browser = await launchFirefox({ prefs: { 'privacy.reduceTimerPrecision': false } });
  try {
    const id = await browser.send('Addon:Install', { path: folder, temporary: true });
    await browser.context('chrome');
    // @ts-ignore -- a global of the browser's own window
    const url = await browser.execute(null, given => WebExtensionPolicy.getByID(given).getURL('bench/bench.html'), id);
    await browser.context('content');
    await browser.send('WebDriver:Navigate', { url });
    return await figuresOf(() => browser.execute(null, readFigures));
  } finally {
    await browser.close();
  }
}

/** @type {Record<string, Figure[]>} */
const columns = {};
for (const [name, dist, measureIn] of /** @type {const} */ ([['chromium', 'chrome', inChromium], ['firefox', 'firefox', inFirefox]])) {
  const folder = packageWithPage(dist);
  try {
    columns[name] = await measureIn(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
console.log(table(columns));
