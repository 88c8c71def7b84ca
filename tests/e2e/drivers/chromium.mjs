// Scopelens in a real Chromium.
import { closeChromium, launchChromium } from '../clients/chromium.mjs';
import { ended } from '../clients/process.mjs';
import { PATIENCE, steady, until } from '../clients/until.mjs';
import { leaving } from './asked.mjs';
import {
  clickMenu,
  clickMenuInForeignFrame,
  pressCommand,
  readBadge,
  setPopup,
  setTheme,
  setZoom,
  showPanel,
  tellOfUpdate,
} from './chromium-extension.mjs';
import { heardIn } from './chromium-heard.mjs';
import { clickInFrame, press } from './chromium-input.mjs';
import { agreeToLeave, reload, visit } from './chromium-pages.mjs';
import { Complaints } from './chromium-complaints.mjs';
import { RequestLog } from './chromium-requests.mjs';
import { callOn, shadowRoot } from './chromium-shadow.mjs';
import { documentOf } from './chromium-surface.mjs';
import { installExtension, loadExtension } from './chromium-install.mjs';
import { Downloads } from './downloads.mjs';
import { area, corner, isReady, middle, selectedText } from './in-page.mjs';
import { startProxy } from './proxy.mjs';

/** @import { Browser, CDPSession, Frame, Page, Target, WebWorker } from 'puppeteer-core' */
/** @import { Driver, Sent, Surface } from './types.mjs' */

/**
 * @param {import('./types.mjs').Opening} options
 * @returns {Promise<ChromiumDriver>}
 */
export async function openChromium({
  dist,
  headless = true,
  offline = true,
  hosts = {},
  size = [1280, 900],
  env = {},
}) {
  const proxy = await startProxy(hosts);
  const requests = new RequestLog();
  const way = offline
    ? [
        `--proxy-server=127.0.0.1:${proxy.port}`,
        '--proxy-bypass-list=127.0.0.1',
        '--ignore-certificate-errors',
        requests.flag,
      ]
    : [];
  const downloads = new Downloads();
  const args = [`--window-size=${size}`, ...way];
  const browser = await launchChromium({ headless, env, args, downloadPath: downloads.folder });
  try {
    const { id, worker } = await installExtension(browser, dist);
    const [tab] = await browser.pages();
    if (!tab) throw new Error('Chromium has no tab');
    agreeToLeave(tab);
    const session = await tab.createCDPSession();
    return new ChromiumDriver({ browser, proxy, hosts, requests, downloads, dist, id, worker, tab, session });
  } catch (error) {
    await closeChromium(browser);
    proxy.close();
    requests.close();
    downloads.close();
    throw error;
  }
}

/** @implements {Driver} */
export class ChromiumDriver {
  name = /** @type {const} */ ('chromium');
  /** @type {Page | undefined} */
  #tools;
  /** @type {Page | undefined} */
  #popup;
  #dark = false;
  /** @type {Complaints | undefined} */
  #complaints;

  /** @param {{browser: Browser, proxy: Awaited<ReturnType<typeof startProxy>>, hosts: Record<string, string>, requests: RequestLog, downloads: Downloads, dist: string, id: string, worker: WebWorker, tab: Page, session: CDPSession}} parts */
  constructor({ browser, proxy, hosts, requests, downloads, dist, id, worker, tab, session }) {
    this.browser = browser;
    this.proxy = proxy;
    this.hosts = hosts;
    this.requests = requests;
    this.downloads = downloads;
    this.dist = dist;
    this.id = id;
    this.worker = worker;
    this.tab = tab;
    /** For what puppeteer has no word for. */
    this.session = session;
    this.page = documentOf(tab, tab);
  }

  get seen() {
    return this.proxy.seen;
  }

  async asked() {
    return leaving(await this.requests.take(this.browser, this.id, `http://127.0.0.1:${this.proxy.port}`), this.hosts);
  }

  /** @param {string} path */
  open(path) {
    return this.visit(`chrome-extension://${this.id}/${path}`);
  }

  /** @param {string} url */
  async visit(url) {
    await visit(this.tab, url);
  }

  reload() {
    return reload(this.tab);
  }

  /**
   * Clicking the toolbar button is what gives the extension this tab; the menu would give it as well,
   * but a headless Chromium draws no menu. It opens no popup then, which would read the page's selection by itself.
   */
  async grant() {
    await this.worker.evaluate(setPopup, '');
    await this.tab.bringToFront();
    await this.#click();
    await this.worker.evaluate(setPopup, 'popup/popup.html');
  }

  async #click() {
    const extensions = await this.browser.extensions();
    await extensions.get(this.id)?.triggerAction(this.tab);
  }

  /** @param {import('./types.mjs').Choice} [choice] */
  async diagnose({ frame, foreign } = {}) {
    const selectionText = foreign ?? (await this.page.run(selectedText, frame));
    await this.grant();
    if (foreign !== undefined)
      return this.worker.evaluate(clickMenuInForeignFrame, selectionText.replace(/\s*\n\s*/g, ' '));
    const path = frame
      ? await this.page.run((root, selector) => root.querySelector(selector).contentWindow.location.href, frame)
      : null;
    await this.worker.evaluate(clickMenu, selectionText, path);
  }

  async command() {
    await this.grant();
    await this.worker.evaluate(pressCommand);
  }

  /** @param {string} [frame] @returns {Surface} */
  popover(frame) {
    /** @param {Sent} run @param {unknown[]} args */
    const inside = async (run, ...args) => {
      return callOn(await until('the popover', () => shadowRoot(this.session, frame)), run, ...args);
    };
    return {
      run: inside,
      press: (key) => press(this.tab, key),
      click: async (selector) => {
        const [x, y] = await steady(() => inside(middle, selector));
        const [left, top] = frame ? await this.page.run(corner, frame) : [0, 0];
        await this.tab.mouse.click(x + left, y + top);
      },
    };
  }

  /** Is a popover on show? @param {string} [frame] @returns {Promise<boolean>} */
  async hasPopover(frame) {
    return Boolean(await shadowRoot(this.session, frame));
  }

  /** @param {Sent} run @param {string} [frame] */
  async glance(run, frame) {
    const found = await shadowRoot(this.session, frame);
    return found && callOn(found, run);
  }

  async panel() {
    const room = await this.tab.evaluate(() => [innerWidth, innerHeight].join());
    const tools = await this.tab.openDevTools();
    this.#tools = tools;
    await this.#paint(tools);
    await until('our panel among the tools', () => tools.evaluate(showPanel));
    const isPanel = (/** @type {Frame | Target} */ each) => each.url().endsWith('/panel/panel.html');
    const panel = await tools.waitForFrame(isPanel, { timeout: PATIENCE });
    const target = await this.browser.waitForTarget(isPanel, { timeout: PATIENCE });
    const session = await target.createCDPSession();
    await session.send('Emulation.setEmulatedMedia', { features: this.#features });
    await until('the page to have its room again', () =>
      this.tab.evaluate((wanted) => [innerWidth, innerHeight].join() === wanted, room),
    );
    return documentOf(panel, tools, (x, y) => clickInFrame(session, x, y));
  }

  async closeTools() {
    const tools = this.#tools;
    this.#tools = undefined;
    await tools?.close();
  }

  async popup() {
    await this.tab.bringToFront();
    await this.#click();
    return this.openedPopup();
  }

  async openedPopup() {
    // The browser may close one that is still on its way, and open the next: then the first one's session is dead.
    return until('the popup to be ready', async () => {
      const [found] = this.#popups();
      if (!found) return null;
      this.#popup = await found.asPage();
      await this.#paint(this.#popup);
      const popup = documentOf(this.#popup, this.#popup);
      return (await popup.run(isReady)) && popup;
    });
  }

  /** Closes the popup, be it at its button, in a tab or in a window of its own. */
  async closePopup() {
    this.#popup = undefined;
    await until('the popup to close', async () => {
      const left = this.#popups();
      for (const each of left) await (await each.asPage()).close();
      return !left.length;
    });
  }

  /** Those that are open beside the tab. @returns {Target[]} */
  #popups() {
    return this.browser
      .targets()
      .filter((each) => each.url().endsWith('/popup/popup.html') && each !== this.tab.target());
  }

  /** @param {Record<string, unknown>} values */
  async configure(values) {
    await this.worker.evaluate((given) => chrome.storage.local.set(given), values);
  }

  /** Loading the folder anew would take the background away that all else here talks to. */
  async update() {
    await this.worker.evaluate(tellOfUpdate);
  }

  /** @returns {Promise<string>} */
  remembered() {
    return this.worker.evaluate(async () => JSON.stringify(await chrome.storage.session.get(null)));
  }

  /** @param {boolean} dark */
  async dark(dark) {
    this.#dark = dark;
    await this.#paint(this.tab);
    if (this.#popup) await this.#paint(this.#popup);
  }

  /** @param {boolean} dark */
  async toolTheme(dark) {
    await this.#tools?.evaluate(setTheme, dark ? 'dark' : 'default');
  }

  /** @returns {Promise<string>} */
  badge() {
    return this.worker.evaluate(readBadge);
  }

  /** @param {Page} page */
  async #paint(page) {
    await page.emulateMediaFeatures(this.#features);
  }

  get #features() {
    const scheme = { name: 'prefers-color-scheme', value: this.#dark ? 'dark' : 'light' };
    return [scheme, { name: 'prefers-reduced-motion', value: 'reduce' }];
  }

  /** @param {'page' | 'panel' | 'popup'} surface */
  async picture(surface) {
    const page = { page: this.tab, panel: this.#tools, popup: this.#popup }[surface];
    if (!page) throw new Error(`no ${surface} is open`);
    return Buffer.from(await page.screenshot());
  }

  /** @param {number} factor */
  async zoom(factor) {
    await this.worker.evaluate(setZoom, factor);
  }

  async heard() {
    await until('the popover', () => this.hasPopover());
    const { nodes } = await this.session.send('Accessibility.getFullAXTree');
    return heardIn(nodes);
  }

  /** @param {number} width @param {number} height */
  async resize(width, height) {
    await this.tab.setViewport({ width, height });
  }

  /** @param {'print' | 'screen'} medium */
  async medium(medium) {
    // Puppeteer's word for it takes the features away.
    await this.session.send('Emulation.setEmulatedMedia', { media: medium, features: this.#features });
  }

  async refusePopup() {
    await this.worker.evaluate(() => {
      chrome.action.openPopup = () => Promise.reject(new Error('no popup'));
    });
  }

  async restart() {
    ({ worker: this.worker } = await loadExtension(this.browser, this.dist));
  }

  async complaints() {
    if (!this.#complaints) {
      this.#complaints = new Complaints();
      const background = this.browser.targets().find((each) => each.type() === 'service_worker');
      for (const target of [this.tab.target(), background])
        if (target) await this.#complaints.listen(await target.createCDPSession());
    }
    return this.#complaints.take();
  }

  /** @param {string} selector */
  async pictureOf(selector) {
    return Buffer.from(await this.tab.screenshot({ clip: await this.page.run(area, selector) }));
  }

  /** @returns {Promise<string>} */
  downloaded() {
    return this.downloads.take();
  }

  async ended() {
    const child = this.browser.process();
    if (child) await ended(child);
  }

  async close() {
    await closeChromium(this.browser);
    this.proxy.close();
    this.requests.close();
    this.downloads.close();
  }
}
