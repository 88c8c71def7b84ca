// From page to page, as a person goes who says yes where a page warns of what would be lost.
import { pause, until } from '../clients/until.mjs';

/** @import { Cdp, Target } from '../clients/cdp.mjs' */

/** @param {Target} tab @param {Promise<unknown>} gone */
async function agree(tab, gone) {
  let isGone = false;
  gone
    .catch(() => {})
    .finally(() => {
      isGone = true;
    });
  for (; !isGone; await pause(40)) await tab.send('Page.handleJavaScriptDialog', { accept: true }).catch(() => {});
  await gone;
}

/** @param {Target} tab @param {string} url */
export async function visit(tab, url) {
  await agree(tab, tab.send('Page.navigate', { url }));
  await until(`${url} to load`, () =>
    tab.evaluate((wanted) => location.href === wanted && document.readyState === 'complete', url),
  );
}

/** @param {Target} tab */
export async function reload(tab) {
  const age = await tab.evaluate(() => performance.timeOrigin);
  await tab.send('Page.reload');
  await agree(
    tab,
    until('the page to load anew', () =>
      tab.evaluate((before) => performance.timeOrigin > before && document.readyState === 'complete', age),
    ),
  );
}

/** A page stands within a target of type "tab"; what concerns the toolbar wants that one. @param {Cdp} browser @param {Target} page */
export async function tabTarget(browser, page) {
  const targets = await browser.targets();
  const url = targets.find((each) => each.targetId === page.targetId)?.url;
  return targets.find((each) => each.type === 'tab' && each.url === url)?.targetId;
}
