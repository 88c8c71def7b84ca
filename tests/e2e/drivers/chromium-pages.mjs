// From page to page, as a person goes who says yes where a page warns of what would be lost.
import { PATIENCE, until } from '../clients/until.mjs';

/** @import { Page } from 'puppeteer-core' */

const timeout = PATIENCE;

/** Says yes whenever the page asks whether it may be left. @param {Page} tab */
export function agreeToLeave(tab) {
  tab.on('dialog', (dialog) => {
    if (dialog.type() === 'beforeunload') dialog.accept().catch(() => {});
  });
}

/** @param {Page} tab @param {string} url */
export async function visit(tab, url) {
  await tab.goto(url, { timeout });
  await until(`${url} to be the page`, () => tab.evaluate((wanted) => location.href === wanted, url));
}

/** @param {Page} tab */
export async function reload(tab) {
  await tab.reload({ timeout });
}
