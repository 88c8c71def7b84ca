import { until } from '../clients/until.mjs';

/**
 * Opens one of the extension's pages in the tab, and waits until it speaks the language.
 * @param {import('../drivers/types.mjs').Driver} driver @param {string} path @param {string} lang
 */
export async function speaks(driver, path, lang) {
  await driver.open(path);
  await until(`${path} to speak`, () => driver.page.run(isSpoken, lang));
  return driver.page;
}

/** @param {Document} root @param {string} lang */
const isSpoken = (root, lang) => root.documentElement.lang === lang && Boolean(root.querySelector('h1')?.textContent);
