// What a person does on the demo page.
import { until } from './clients/until.mjs';

/** @import { Driver } from './drivers/types.mjs' */

/** Opens the page, or opens it anew. @param {Driver} driver @param {string} url */
export async function openDemo(driver, url) {
  await driver.visit(url);
  await until('the demo page', () => driver.page.run(isFilled));
}

/** Has the page its texts, and the one in its frame as well? @param {Document} root */
function isFilled(root) {
  const frame = /** @type {HTMLIFrameElement | null} */ (root.querySelector('#frame'));
  const pages = frame ? [root, frame.contentDocument] : [root];
  return pages.every((page) => page?.documentElement.dataset.ready);
}

/** Presses one of the page's buttons and waits for its reply. @param {Driver} driver @param {string} id */
export async function makeCall(driver, id) {
  await driver.page.click(`[data-call="${id}"]`);
  await until(`the reply to ${id}`, () => driver.page.run(isLastCall, id));
}

/** @param {Document} root @param {string} id */
function isLastCall(root, id) {
  const done = root.documentElement.dataset.last === id;
  if (done) delete root.documentElement.dataset.last;
  return done;
}
