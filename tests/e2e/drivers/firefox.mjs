// Scopelens in a real Firefox.
import { launchFirefox } from '../clients/marionette.mjs';
import { ended } from '../clients/process.mjs';
import { steady, until } from '../clients/until.mjs';
import { leaving } from './asked.mjs';
import { Downloads } from './downloads.mjs';
import * as chrome from './firefox-chrome.mjs';
import { heardIn } from './firefox-heard.mjs';
import { clickAt, press } from './firefox-input.mjs';
import { takeRequests, watchRequests } from './firefox-requests.mjs';
import { inWindow } from './firefox-window.mjs';
import {
  hasHeard,
  inShadow,
  listen,
  readSession,
  refuseToOpen,
  selectionPoint,
  setSettings,
  takeConsole,
} from './firefox-scripts.mjs';
import { corner, isReady, middle } from './in-page.mjs';
import { startProxy } from './proxy.mjs';

/** @typedef {import('../clients/marionette.mjs').Marionette} Marionette */
/** @import { Driver, Sent, Surface } from './types.mjs' */

/**
 * @param {import('./types.mjs').Opening} options
 * @returns {Promise<FirefoxDriver>}
 */
export async function openFirefox({ dist, headless = true, offline = true, hosts = {}, size = [1280, 900], env = {} }) {
  const proxy = await startProxy(hosts);
  const downloads = new Downloads();
  const prefs = {
    'ui.prefersReducedMotion': 1,
    'browser.download.dir': downloads.folder,
    'browser.download.folderList': 2,
    'browser.download.alwaysOpenPanel': false,
    'network.proxy.type': offline ? 1 : 5,
    'network.proxy.http': '127.0.0.1',
    'network.proxy.http_port': proxy.port,
    'network.proxy.ssl': '127.0.0.1',
    'network.proxy.ssl_port': proxy.port,
    'network.proxy.no_proxies_on': '127.0.0.1',
  };
  const browser = await launchFirefox({
    headless,
    env,
    prefs,
    args: ['--width', String(size[0]), '--height', String(size[1])],
  });
  try {
    await inWindow(browser, watchRequests);
    const id = await browser.send('Addon:Install', { path: dist, temporary: true });
    return new FirefoxDriver({ browser, proxy, hosts, downloads, dist, id });
  } catch (error) {
    await browser.close();
    proxy.close();
    throw error;
  }
}

/** A key that has not come to the document by then was lost, in ms: others come within some tens. */
const LOST_MS = 10_000;

/** @implements {Driver} */
export class FirefoxDriver {
  name = /** @type {const} */ ('firefox');

  /** @param {{browser: Marionette, proxy: Awaited<ReturnType<typeof startProxy>>, hosts: Record<string, string>, downloads: Downloads, dist: string, id: string}} parts */
  constructor({ browser, proxy, hosts, downloads, dist, id }) {
    this.browser = browser;
    this.proxy = proxy;
    this.hosts = hosts;
    this.downloads = downloads;
    this.dist = dist;
    this.id = id;
    this.page = this.#surface('', (run, args) =>
      this.browser.execute(null, `(...args) => (${run})(document, ...args)`, ...args),
    );
  }

  get seen() {
    return this.proxy.seen;
  }

  async asked() {
    return leaving(await this.#chrome(takeRequests, this.id), this.hosts);
  }

  /** @param {string} path */
  async open(path) {
    await this.visit(await this.#chrome(chrome.addressOf, this.id, path));
  }

  /** @param {string} url */
  async visit(url) {
    await this.browser.send('WebDriver:Navigate', { url });
  }

  async reload() {
    await this.browser.send('WebDriver:Refresh');
  }

  /** A right click on what is selected, and the item of the menu that it opens. @param {import('./types.mjs').Choice} [choice] */
  async diagnose(choice) {
    await this.openMenu(choice);
    await this.chooseFromMenu();
  }

  /** @param {import('./types.mjs').Choice} [choice] */
  async openMenu({ frame, foreign } = {}) {
    if (foreign === undefined) {
      const [x, y] = await this.page.run(selectionPoint, frame);
      const [left, top] = frame ? await this.page.run(corner, frame) : [0, 0];
      await clickAt(this.browser, 'content', x + left, y + top, 2);
    } else {
      // A frame in a process of its own does not hear what is sent to the page.
      await this.browser.send('WebDriver:SwitchToFrame', { id: 0 });
      await clickAt(this.browser, 'content', 40, 20, 2);
      await this.browser.send('WebDriver:SwitchToFrame', { id: null });
    }
  }

  /** @returns {Promise<number>} the time of the click, in ms since 1970 */
  async chooseFromMenu() {
    await until('the context menu', () => this.#chrome(chrome.menuIsOpen));
    return this.#chrome(chrome.chooseFromMenu, 'diagnose-selection');
  }

  /** Ends the background. @param {boolean} [isCrash] whatever it is doing; otherwise as Firefox itself ends it */
  async killBackground(isCrash = true) {
    await this.#chrome(chrome.killBackground, this.id, isCrash);
  }

  /** @param {import('./types.mjs').Sent} run @param {unknown[]} args */
  inBackground(run, ...args) {
    return this.#chrome(
      chrome.inBrowser,
      'background',
      this.id,
      `(...args) => (${run})(content.document, ...args)`,
      args,
    );
  }

  /** Presses the key that a command is bound to now. @param {string} [name] */
  async command(name = 'diagnose-selection') {
    await this.#chrome(chrome.pressShortcut, this.id, name);
  }

  /** @param {string} [frame] @returns {Surface} */
  popover(frame) {
    return this.#surface(frame ?? '', async (run, args) => {
      await until('the popover', () => this.hasPopover(frame));
      return this.browser.execute('system', inShadow(run), frame ?? null, ...args);
    });
  }

  /** @param {string} [frame] @returns {Promise<boolean>} */
  async hasPopover(frame) {
    return Boolean(await this.glance(() => true, frame));
  }

  /** @param {Sent} run @param {string} [frame] */
  glance(run, frame) {
    return this.browser.execute('system', inShadow(run), frame ?? null);
  }

  async panel() {
    await this.#chrome(chrome.openTools);
    await until('our panel among the tools', () => this.#chrome(chrome.selectPanel));
    await until('the panel', () => this.#chrome(chrome.hasPanel, this.id));
    return this.#extensionSurface('panel');
  }

  async closeTools() {
    await this.#chrome(chrome.closeTools);
  }

  async popup() {
    await this.#chrome(chrome.clickToolbarButton, this.id);
    return this.openedPopup();
  }

  async openedPopup() {
    await until('the popup', () => this.#chrome(chrome.find, 'popup', this.id));
    let patience = 750;
    await until('the popup to be ready', () => {
      patience = Math.min(2 * patience, 12_000);
      return this.#chrome(
        chrome.inBrowser,
        'popup',
        this.id,
        `(...args) => (${isReady})(content.document, ...args)`,
        [],
        patience,
      );
    });
    return this.#extensionSurface('popup');
  }

  async closePopup() {
    await this.#chrome(chrome.closePopup, this.id);
    await until('the popup to close', async () => !(await this.#chrome(chrome.find, 'popup', this.id)));
  }

  /** @param {Record<string, unknown>} values */
  async configure(values) {
    await this.#chrome(chrome.inBrowser, 'background', this.id, String(setSettings), [values]);
  }

  async update() {
    await this.visit('about:blank');
    await this.browser.send('Addon:Install', { path: this.dist, temporary: true });
    await until('the background', () => this.#chrome(chrome.find, 'background', this.id));
  }

  /** @returns {Promise<string>} */
  async remembered() {
    return this.#chrome(chrome.inBrowser, 'background', this.id, String(readSession), []);
  }

  /** @param {boolean} dark */
  async dark(dark) {
    await this.#chrome(chrome.setScheme, dark);
  }

  /** Here the tool window and the panel follow one pref. @param {boolean} dark */
  toolTheme(dark) {
    return this.dark(dark);
  }

  /** @returns {Promise<string>} */
  badge() {
    return this.#chrome(chrome.readBadge, this.id);
  }

  /** @param {'page' | 'panel' | 'popup'} surface */
  async picture(surface) {
    if (surface === 'popup') return Buffer.from(await this.#chrome(chrome.drawPopup, this.id), 'base64');
    const side = surface === 'page' ? 'content' : 'chrome';
    const data = await this.browser.send('WebDriver:TakeScreenshot', { full: false }, side);
    return Buffer.from(data, 'base64');
  }

  /** @param {number} factor */
  async zoom(factor) {
    await this.#chrome(chrome.setZoom, factor);
  }

  /** @returns {Promise<import('./types.mjs').Heard[]>} */
  async heard() {
    await until('the popover', () => this.hasPopover());
    return until('the popover to be accessible', () => this.browser.execute('system', inShadow(heardIn), null));
  }

  /** @param {number} width @param {number} height */
  async resize(width, height) {
    const [wide, high] = await this.page.run(() => [outerWidth - innerWidth, outerHeight - innerHeight]);
    await this.browser.send('WebDriver:SetWindowRect', { width: width + wide, height: height + high });
  }

  /** @param {'print' | 'screen'} medium */
  async medium(medium) {
    await this.#chrome(chrome.setMedium, medium);
  }

  async refusePopup() {
    await this.#chrome(chrome.inBrowser, 'background', this.id, String(refuseToOpen), []);
  }

  async restart() {
    await this.#chrome(chrome.reload, this.id);
  }

  async complaints() {
    const inPage = await this.browser.execute('system', takeConsole);
    const inBackground = await this.#chrome(chrome.inBrowser, 'background', this.id, String(takeConsole), []);
    return [...(await this.#chrome(chrome.takeErrors)), ...inPage, ...inBackground];
  }

  /** @param {string} selector */
  async pictureOf(selector) {
    // An element that is larger than the window is cut at its edge; the whole document is not.
    if (selector === ':root')
      return Buffer.from(await this.browser.send('WebDriver:TakeScreenshot', { full: true }), 'base64');
    const [id] = Object.values(
      await this.browser.send('WebDriver:FindElement', { using: 'css selector', value: selector }),
    );
    return Buffer.from(await this.browser.send('WebDriver:TakeScreenshot', { id, full: false }), 'base64');
  }

  /** @returns {Promise<string>} */
  downloaded() {
    return this.downloads.take();
  }

  ended() {
    return ended(this.browser.child);
  }

  async close() {
    await this.browser.close();
    this.proxy.close();
    this.downloads.close();
  }

  /** @param {'panel' | 'popup'} name @returns {Surface} */
  #extensionSurface(name) {
    /** @param {Sent} run @param {unknown[]} args */
    const inside = (run, args) =>
      this.#chrome(chrome.inBrowser, name, this.id, `(...args) => (${run})(content.document, ...args)`, args);
    return {
      run: (run, ...args) => inside(run, args),
      press: (key) => this.#pressIn(name, inside, key),
      click: (selector) => this.#clickIn(name, inside, selector),
    };
  }

  /**
   * The window sends a key on to the document's process, and waits for nothing. One that is sent while the focus is on its way is
   * lost at times: the document says that it has not come, and it is sent again, as a person would press it again.
   * @param {'panel' | 'popup'} name @param {(run: Sent, args: unknown[]) => Promise<any>} inside @param {string} key
   */
  async #pressIn(name, inside, key) {
    const hasCome = async () => {
      const isThere = await this.#chrome(chrome.find, name, this.id);
      return !isThere || inside(hasHeard, [key.split('+').at(-1)]);
    };
    await until(`${key} to come to the ${name}`, async () => {
      await until(`the ${name} to have the keys`, async () => {
        await this.#chrome(chrome.focus, name, this.id);
        return inside(listen, []);
      });
      await press(this.browser, 'chrome', key);
      return until(`${key} to come at once`, hasCome, LOST_MS).catch(() => false);
    });
  }

  /**
   * A popup is a window of its own, which synthesised clicks do not reach: there the element is told.
   * @param {'panel' | 'popup'} name @param {(run: Sent, args: unknown[]) => Promise<any>} inside @param {string} selector
   */
  async #clickIn(name, inside, selector) {
    if (name === 'popup')
      return inside(
        (root, what) => {
          root.querySelector(what).click();
        },
        [selector],
      );
    const [x, y] = await steady(() => inside(middle, [selector]));
    const [left, top] = await this.#chrome(chrome.cornerOf, name, this.id);
    await clickAt(this.browser, 'chrome', x + left, y + top);
  }

  /** A surface in the tab. @param {string} frame @param {(run: Sent, args: unknown[]) => Promise<any>} inside @returns {Surface} */
  #surface(frame, inside) {
    return {
      run: (run, ...args) => inside(run, args),
      press: (key) => press(this.browser, 'content', key),
      click: async (selector) => {
        const [x, y] = await steady(() => inside(middle, [selector]));
        const [left, top] = frame ? await this.page.run(corner, frame) : [0, 0];
        await clickAt(this.browser, 'content', x + left, y + top);
      },
    };
  }

  /** @param {Sent} run @param {unknown[]} args */
  #chrome(run, ...args) {
    return inWindow(this.browser, run, ...args);
  }
}
