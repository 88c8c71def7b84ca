// What a person sees and does in the panel.
import { until } from './clients/until.mjs';
import { fill } from './drivers/in-page.mjs';

/** @import { Driver, Surface } from './drivers/types.mjs' */

/**
 * @typedef {object} RowView
 * @property {string} path
 * @property {string} host
 * @property {string} verdict
 * @property {string} text all its words
 * @property {string} body
 * @property {number} count calls that it stands for
 * @property {number} level 2 below its group
 * @property {boolean} expanded
 * @property {boolean} focused
 */

/** The panel of one tool window. */
export class PanelPage {
  /** @param {Surface} surface */
  constructor(surface) {
    this.surface = surface;
    this.run = surface.run;
    this.press = surface.press;
    this.click = surface.click;
  }

  /** Opens the tool window on the panel. @param {Driver} driver */
  static async open(driver) {
    const page = new PanelPage(await driver.panel());
    await until('the panel', () => page.run((root) => root.querySelector('#clear')?.textContent));
    return page;
  }

  /** @returns {Promise<RowView[]>} the rows on show */
  rows() {
    return this.run(readRows);
  }

  /** @param {string} path @returns {Promise<RowView>} the newest row of a path, once there is one */
  row(path) {
    return until(`the row of ${path}`, async () => (await this.rows()).findLast((each) => each.path === path));
  }

  /** @param {number} count */
  async hasRows(count) {
    await until(`${count} rows`, async () => (await this.rows()).length === count);
  }

  /** Turns a switch. @param {string} selector @param {boolean} on */
  async set(selector, on) {
    const is = () => this.run((root, what) => root.querySelector(what).checked, selector);
    if ((await is()) === on) return;
    await this.click(selector);
    await until(`${selector} to be turned`, async () => (await is()) === on);
  }

  /** @param {string} path */
  async focusRow(path) {
    await this.run(focusRow, path);
  }

  /** @param {string} selector @param {string} text */
  async fill(selector, text) {
    await this.run(fill, selector, text);
  }

  /** @param {string} selector @returns {Promise<string>} the words of an element, once it is there */
  async words(selector) {
    return until(selector, () => this.run((root, what) => root.querySelector(what)?.textContent?.trim(), selector));
  }

  /** @param {string} selector @returns {Promise<boolean>} */
  isShown(selector) {
    return this.run((root, what) => (root.querySelector(what)?.getClientRects().length ?? 0) > 0, selector);
  }

  /** Gives files to the panel. @param {{name: string, text: string}[]} files @param {'button' | 'drop'} way */
  async give(files, way = 'button') {
    await this.run(giveFiles, files, way);
  }

  /** What has the focus, by id or else by class. @returns {Promise<string>} */
  focus() {
    return this.run((root) => root.activeElement?.id || root.activeElement?.className || '');
  }
}

/** @param {Document} root @returns {RowView[]} */
function readRows(root) {
  const lines = /** @type {HTMLElement[]} */ ([...root.querySelectorAll('[data-row]')]).filter(
    (line) => line.getClientRects().length > 0,
  );
  return lines.map((line) => ({
    path: line.dataset.path ?? '',
    host: line.querySelector('.host')?.textContent ?? '',
    verdict: line.dataset.verdict ?? '',
    body: line.dataset.body ?? '',
    text: line.textContent ?? '',
    count: Number(line.dataset.count),
    level: Number(line.getAttribute('aria-level')),
    expanded: line.getAttribute('aria-expanded') === 'true',
    focused: line === root.activeElement,
  }));
}

/** @param {Document} root @param {string} path */
function focusRow(root, path) {
  const line = /** @type {HTMLElement[]} */ ([...root.querySelectorAll('[data-row]')]).find(
    (each) => each.dataset.path === path,
  );
  line?.focus();
}

/** @param {Document} root @param {{name: string, text: string}[]} files @param {'button' | 'drop'} way */
function giveFiles(root, files, way) {
  const { DataTransfer, DragEvent, Event, File } = /** @type {any} */ (root.defaultView);
  const carried = new DataTransfer();
  for (const { name, text } of files) carried.items.add(new File([text], name));
  if (way === 'drop') {
    root.dispatchEvent(new DragEvent('drop', { dataTransfer: carried, bubbles: true, cancelable: true }));
    return;
  }
  const input = /** @type {HTMLInputElement} */ (root.querySelector('#file'));
  input.files = carried.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
}
