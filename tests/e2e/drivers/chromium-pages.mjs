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
  await another(tab, `${url} to load`, () => tab.send('Page.navigate', { url }));
  await until(`${url} to be the page`, () => tab.evaluate((wanted) => location.href === wanted, url));
}

/** @param {Target} tab */
export function reload(tab) {
  return another(tab, 'the page to load anew', () => tab.send('Page.reload'));
}

/**
 * Goes on once another document is whole: the address may be the same, and the browser says that it goes before it has gone.
 * @param {Target} tab @param {string} what @param {() => Promise<unknown>} go
 */
async function another(tab, what, go) {
  const age = await tab.evaluate(() => performance.timeOrigin);
  await go();
  await until(what, () =>
    tab.evaluate((before) => performance.timeOrigin !== before && document.readyState === 'complete', age),
  );
}

/** A page stands within a target of type "tab"; what concerns the toolbar wants that one. @param {Cdp} browser @param {Target} page */
export async function tabTarget(browser, page) {
  const targets = await browser.targets();
  const url = targets.find((each) => each.targetId === page.targetId)?.url;
  return targets.find((each) => each.type === 'tab' && each.url === url)?.targetId;
}
