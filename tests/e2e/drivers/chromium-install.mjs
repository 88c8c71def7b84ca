// Puts the unpacked package into a Chromium.
import { PATIENCE, until } from '../clients/until.mjs';

/** @import { Browser, WebWorker } from 'puppeteer-core' */

const timeout = PATIENCE;

/** @param {Browser} browser @param {string} dist @returns {Promise<{id: string, worker: WebWorker}>} */
export async function installExtension(browser, dist) {
  const { id, worker } = await loadExtension(browser, dist);
  const url = `chrome-extension://${id}/welcome/welcome.html`;
  const welcome = await browser.waitForTarget((target) => target.url() === url, { timeout });
  // Its going takes the focus along, and with that it would close a popup.
  await (await welcome.asPage()).close();
  return { id, worker };
}

/**
 * Loads the package, in the place of the one that is there.
 * @param {Browser} browser @param {string} dist @returns {Promise<{id: string, worker: WebWorker}>} with the new background
 */
export async function loadExtension(browser, dist) {
  const before = browser.targets();
  const id = await browser.installExtension(dist);
  const isBackground = (/** @type {import('puppeteer-core').Target} */ target) =>
    target.type() === 'service_worker' && target.url().includes(id) && !before.includes(target);
  const background = await browser.waitForTarget(isBackground, { timeout });
  const worker = await background.worker();
  if (!worker) throw new Error('the background is no worker');
  // Not an async function: a promise made before the worker has run its module never settles.
  await until('the background to be ready', () => worker.evaluate(() => globalThis.chrome?.runtime?.id));
  return { id, worker };
}
