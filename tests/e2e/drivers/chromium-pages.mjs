// From page to page, as a person goes who says yes where a page warns of what would be lost.
import { until } from '../clients/until.mjs';

/** @import { Cdp, Target } from '../clients/cdp.mjs' */

/** Says yes whenever the page asks whether it may be left. @param {Target} tab */
export function agreeToLeave(tab) {
  tab.browser.listeners.push(({ method, params, sessionId }) => {
    if (method !== 'Page.javascriptDialogOpening' || sessionId !== tab.sessionId || params.type !== 'beforeunload')
      return;
    tab.send('Page.handleJavaScriptDialog', { accept: true }).catch(() => {});
  });
}

/** @param {Target} tab @param {string} url */
export async function visit(tab, url) {
  await tab.send('Page.navigate', { url });
  await until(`${url} to load`, () =>
    tab.evaluate((wanted) => location.href === wanted && document.readyState === 'complete', url),
  );
}

/** @param {Target} tab */
export async function reload(tab) {
  const age = await tab.evaluate(() => performance.timeOrigin);
  await tab.send('Page.reload');
  await until('the page to load anew', () =>
    tab.evaluate((before) => performance.timeOrigin > before && document.readyState === 'complete', age),
  );
}

/** A page stands within a target of type "tab"; what concerns the toolbar wants that one. @param {Cdp} browser @param {Target} page */
export async function tabTarget(browser, page) {
  const targets = await browser.targets();
  const url = targets.find((each) => each.targetId === page.targetId)?.url;
  return targets.find((each) => each.type === 'tab' && each.url === url)?.targetId;
}
