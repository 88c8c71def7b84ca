// What a person sees and does on the options page.
import { until } from './clients/until.mjs';
import { fill } from './drivers/in-page.mjs';

/** @import { Driver } from './drivers/types.mjs' */

export class OptionsPage {
  /** @param {Driver} driver */
  constructor(driver) {
    this.driver = driver;
    this.run = driver.page.run;
    this.click = driver.page.click;
    this.press = driver.page.press;
  }

  /** Opens the page with these settings and no others. @param {Driver} driver @param {Record<string, unknown>} [settings] */
  static async open(driver, settings = {}) {
    const page = new OptionsPage(driver);
    await page.show();
    await page.run(setAll, { lang: 'en', ...settings });
    await page.show();
    return page;
  }

  async show() {
    await this.driver.open('options/options.html');
    await this.ready();
  }

  async ready() {
    await until('the options', () => this.run(isWhole));
  }

  /** @param {string} selector @param {string} text */
  async fill(selector, text) {
    await this.run(fill, selector, text);
  }

  /** @returns {Promise<Record<string, any>>} all of storage.local */
  stored() {
    return this.run(async () => JSON.stringify(await chrome.storage.local.get(null))).then(JSON.parse);
  }

  /** @param {string} selector @returns {Promise<string>} */
  words(selector) {
    return this.run((root, what) => root.querySelector(what)?.textContent?.trim() ?? '', selector);
  }

  /** @param {string} selector @param {RegExp} pattern */
  async says(selector, pattern) {
    await until(`${selector} to say ${pattern}`, async () => pattern.test(await this.words(selector)));
  }

  /** @param {string} selector @returns {Promise<string>} */
  value(selector) {
    return this.run((root, what) => root.querySelector(what).value, selector);
  }

  /** @param {string} selector @returns {Promise<boolean>} */
  isShown(selector) {
    return this.run((root, what) => (root.querySelector(what)?.getClientRects().length ?? 0) > 0, selector);
  }

  /** Gives a file to a button. @param {string} id @param {string} text */
  async give(id, text) {
    await this.run(giveFile, `#${id}-file`, text);
  }
}

/** Does all that is stored stand on the page? @param {Document} root */
const isWhole = (root) => root.querySelector('main')?.getAttribute('aria-busy') === 'false';

/** @param {Document} root @param {Record<string, unknown>} settings */
async function setAll(root, settings) {
  await chrome.storage.local.clear();
  await chrome.storage.local.set(settings);
  root.defaultView?.sessionStorage.clear();
}

/** @param {Document} root @param {string} selector @param {string} text */
function giveFile(root, selector, text) {
  const { DataTransfer, Event, File } = /** @type {any} */ (root.defaultView);
  const carried = new DataTransfer();
  carried.items.add(new File([text], 'given.json'));
  const input = /** @type {HTMLInputElement} */ (root.querySelector(selector));
  input.files = carried.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
}

/** @param {Document} root @param {string} lang */
export const speaks = (root, lang) => root.documentElement.lang === lang && !!root.querySelector('h1')?.textContent;

/** A key that has no words shows as itself. @param {Document} root */
export function untranslated(root) {
  const names = ['data-t', 'data-t-placeholder', 'data-t-title', 'data-t-aria-label'];
  const texts = names.flatMap((name) =>
    [...root.querySelectorAll(`[${name}]`)].map(
      (each) => (name === 'data-t' ? each.textContent : each.getAttribute(name.slice(7))) ?? '',
    ),
  );
  return [
    ...texts,
    ...[...root.querySelectorAll('button, option, label, .tag, dt')].map((each) => each.textContent ?? ''),
  ]
    .filter((text) => /^[a-z]+_[a-z_]+$/.test(text.trim()))
    .join();
}
