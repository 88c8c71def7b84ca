// Puts the unpacked package into a Chromium, and takes it out and in again.
import { until } from '../clients/until.mjs';

/** @typedef {import('../clients/cdp.mjs').Cdp} Cdp */
/** @typedef {import('../clients/cdp.mjs').Target} Target */

/** @param {Cdp} browser @param {string} dist @returns {Promise<{id: string, worker: Target}>} */
export async function installExtension(browser, dist) {
  const { id } = await browser.send('Extensions.loadUnpacked', { path: dist });
  const worker = await background(browser, id);
  const welcome = await browser.target(
    'the welcome page',
    (each) => each.url === `chrome-extension://${id}/welcome/welcome.html`,
  );
  await browser.send('Target.closeTarget', { targetId: welcome.targetId });
  // Its going takes the focus along, and with that it would close a popup.
  await until(
    'the welcome page to close',
    async () => !(await browser.targets()).some((each) => each.targetId === welcome.targetId),
  );
  return { id, worker };
}

/** @param {Cdp} browser @param {string} dist @param {Target} old its background until now @returns {Promise<Target>} the new one */
export async function reloadExtension(browser, dist, old) {
  const { id } = await browser.send('Extensions.loadUnpacked', { path: dist });
  await until(
    'the background to go',
    async () => !(await browser.targets()).some((each) => each.targetId === old.targetId),
  );
  return background(browser, id);
}

/** @param {Cdp} browser @param {string} id @returns {Promise<Target>} */
async function background(browser, id) {
  const worker = await browser.target(
    'the background',
    (each) => each.type === 'service_worker' && each.url.includes(id),
  );
  // Not an async function: a promise made before the worker has run its module never settles.
  await until('the background to be ready', () => worker.evaluate(() => globalThis.chrome?.runtime?.id));
  return worker;
}
