// Scopelens in a real Chromium.
import { launchChromium } from '../clients/cdp.mjs';
import { ended } from '../clients/process.mjs';
import { steady, until } from '../clients/until.mjs';
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
import { clickAt, press } from './chromium-input.mjs';
import { agreeToLeave, reload, tabTarget, visit } from './chromium-pages.mjs';
import { Complaints } from './chromium-complaints.mjs';
import { RequestLog } from './chromium-requests.mjs';
import { shadowRoot } from './chromium-shadow.mjs';
import { capture, documentOf } from './chromium-surface.mjs';
import { installExtension, reloadExtension } from './chromium-install.mjs';
import { Downloads } from './downloads.mjs';
import { area, corner, isReady, middle, selectedText } from './in-page.mjs';
import { startProxy } from './proxy.mjs';

/** @typedef {import('../clients/cdp.mjs').Cdp} Cdp */
/** @typedef {import('../clients/cdp.mjs').Target} Target */
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
  const browser = await launchChromium({ headless, env, args: [`--window-size=${size}`, ...way] });
  try {
    const { id, worker } = await installExtension(browser, dist);
    const tab = await browser.target('a tab', (each) => each.type === 'page' && each.url === 'about:blank');
    agreeToLeave(tab);
    await tab.send('Page.enable');
    const downloads = new Downloads();
    await browser.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: downloads.folder });
    return new ChromiumDriver({ browser, proxy, hosts, requests, downloads, dist, id, worker, tab });
  } catch (error) {
    await browser.close();
    proxy.close();
    requests.close();
    throw error;
  }
}

/** @implements {Driver} */
export class ChromiumDriver {
  name = /** @type {const} */ ('chromium');
  /** @type {Target | undefined} */
  #tools;
  /** @type {Target | undefined} */
  #popup;
  #dark = false;
  /** @type {Complaints | undefined} */
  #complaints;

  /** @param {{browser: Cdp, proxy: Awaited<ReturnType<typeof startProxy>>, hosts: Record<string, string>, requests: RequestLog, downloads: Downloads, dist: string, id: string, worker: Target, tab: Target}} parts */
  constructor({ browser, proxy, hosts, requests, downloads, dist, id, worker, tab }) {
    this.browser = browser;
    this.proxy = proxy;
    this.hosts = hosts;
    this.requests = requests;
    this.downloads = downloads;
    this.dist = dist;
    this.id = id;
    this.worker = worker;
    this.tab = tab;
    this.page = documentOf(tab);
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
    await this.tab.send('Page.bringToFront');
    await this.#click();
    await this.worker.evaluate(setPopup, 'popup/popup.html');
  }

  async #click() {
    await this.browser.send('Extensions.triggerAction', {
      id: this.id,
      targetId: await tabTarget(this.browser, this.tab),
    });
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
      const { target, objectId } = await until('the popover', () => shadowRoot(this.tab, frame));
      return target.evaluateOn(objectId, run, ...args);
    };
    return {
      run: inside,
      press: (key) => press(this.tab, key),
      click: async (selector) => {
        const [x, y] = await steady(() => inside(middle, selector));
        const [left, top] = frame ? await this.page.run(corner, frame) : [0, 0];
        await clickAt(this.tab, x + left, y + top);
      },
    };
  }

  /** Is a popover on show? @param {string} [frame] @returns {Promise<boolean>} */
  async hasPopover(frame) {
    return Boolean(await shadowRoot(this.tab, frame));
  }

  /** @param {Sent} run @param {string} [frame] */
  async glance(run, frame) {
    const found = await shadowRoot(this.tab, frame);
    return found ? found.target.evaluateOn(found.objectId, run) : null;
  }

  async panel() {
    const room = await this.tab.evaluate(() => [innerWidth, innerHeight].join());
    const { targetId } = await this.browser.send('Target.openDevTools', { targetId: this.tab.targetId });
    const tools = await this.browser.attach(targetId);
    this.#tools = tools;
    await this.#paint(tools);
    await until('our panel among the tools', () => tools.evaluate(showPanel));
    const panel = await this.browser.target('the panel', (each) => each.url.endsWith('/panel/panel.html'));
    await this.#paint(panel);
    await until('the page to have its room again', () =>
      this.tab.evaluate((wanted) => [innerWidth, innerHeight].join() === wanted, room),
    );
    return documentOf(panel);
  }

  async closeTools() {
    const tools = this.#tools;
    this.#tools = undefined;
    if (!tools) return;
    await this.browser.send('Target.closeTarget', { targetId: tools.targetId });
    await until(
      'the tools to close',
      async () => !(await this.browser.targets()).some((each) => each.targetId === tools.targetId),
    );
  }

  async popup() {
    await this.tab.send('Page.bringToFront');
    await this.#click();
    return this.openedPopup();
  }

  async openedPopup() {
    // The browser may close one that is still on its way, and open the next: then the first one's session is dead.
    return until('the popup to be ready', async () => {
      const found = (await this.browser.targets()).find(
        (each) => each.type === 'page' && each.url.endsWith('/popup/popup.html'),
      );
      if (!found) return null;
      if (this.#popup?.targetId !== found.targetId) this.#popup = await this.browser.attach(found.targetId);
      await this.#paint(this.#popup);
      const popup = documentOf(this.#popup);
      return (await popup.run(isReady)) && popup;
    });
  }

  /** Closes the popup, be it at its button, in a tab or in a window of its own. */
  async closePopup() {
    this.#popup = undefined;
    const open = async () =>
      (await this.browser.targets()).filter(
        (each) => each.type === 'page' && each.url.endsWith('/popup/popup.html') && each.targetId !== this.tab.targetId,
      );
    await until('the popup to close', async () => {
      const left = await open();
      for (const { targetId } of left) await this.browser.send('Target.closeTarget', { targetId });
      return !left.length;
    });
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

  /** @param {Target} target @param {'print' | 'screen'} [media] */
  async #paint(target, media = 'screen') {
    const scheme = { name: 'prefers-color-scheme', value: this.#dark ? 'dark' : 'light' };
    const still = { name: 'prefers-reduced-motion', value: 'reduce' };
    await target.send('Emulation.setEmulatedMedia', { media, features: [scheme, still] });
  }

  /** @param {'page' | 'panel' | 'popup'} surface */
  async picture(surface) {
    const target = { page: this.tab, panel: this.#tools, popup: this.#popup }[surface];
    if (!target) throw new Error(`no ${surface} is open`);
    return capture(target);
  }

  /** @param {number} factor */
  async zoom(factor) {
    await this.worker.evaluate(setZoom, factor);
  }

  async heard() {
    await until('the popover', () => this.hasPopover());
    const { nodes } = await this.tab.send('Accessibility.getFullAXTree');
    return heardIn(nodes);
  }

  /** @param {number} width @param {number} height */
  async resize(width, height) {
    await this.tab.send('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: 1, mobile: false });
  }

  /** @param {'print' | 'screen'} medium */
  async medium(medium) {
    await this.#paint(this.tab, medium);
  }

  async refusePopup() {
    await this.worker.evaluate(() => {
      chrome.action.openPopup = () => Promise.reject(new Error('no popup'));
    });
  }

  async restart() {
    this.worker = await reloadExtension(this.browser, this.dist, this.worker);
  }

  async complaints() {
    if (!this.#complaints) {
      this.#complaints = new Complaints();
      await this.#complaints.listen(this.browser, [this.tab, this.worker]);
    }
    return this.#complaints.take();
  }

  /** @param {string} selector */
  async pictureOf(selector) {
    return capture(this.tab, await this.page.run(area, selector));
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
    this.requests.close();
    this.downloads.close();
  }
}
