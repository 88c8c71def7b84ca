// Scopelens in a real Chromium.
import { launchChromium } from '../clients/cdp.mjs';
import { ended } from '../clients/process.mjs';
import { steady, until } from '../clients/until.mjs';
import { clickMenu, readBadge, setTheme, showPanel } from './chromium-extension.mjs';
import { clickAt, press } from './chromium-input.mjs';
import { Downloads } from './downloads.mjs';
import { corner, isReady, middle, selectedText } from './in-page.mjs';
import { startProxy } from './proxy.mjs';

/** @typedef {import('../clients/cdp.mjs').Cdp} Cdp */
/** @typedef {import('../clients/cdp.mjs').Target} Target */
/** @import { Driver, Surface } from './types.mjs' */

/**
 * @param {import('./types.mjs').Opening} options
 * @returns {Promise<ChromiumDriver>}
 */
export async function openChromium({ dist, headless = true, offline = true, hosts = {}, size = [1280, 900], env = {} }) {
  const proxy = await startProxy(hosts);
  const way = offline ? [`--proxy-server=127.0.0.1:${proxy.port}`, '--proxy-bypass-list=127.0.0.1'] : [];
  const browser = await launchChromium({ headless, env, args: [`--window-size=${size}`, ...way] });
  try {
    const { id, worker } = await installExtension(browser, dist);
    const tab = await browser.target('a tab', each => each.type === 'page' && each.url === 'about:blank');
    await tab.send('Page.enable');
    const downloads = new Downloads();
    await browser.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: downloads.folder });
    return new ChromiumDriver({ browser, proxy, downloads, id, worker, tab });
  } catch (error) {
    await browser.close();
    proxy.close();
    throw error;
  }
}

/** @param {Cdp} browser @param {string} dist @returns {Promise<{id: string, worker: Target}>} */
export async function installExtension(browser, dist) {
  const { id } = await browser.send('Extensions.loadUnpacked', { path: dist });
  const worker = await browser.target('the background', each => each.type === 'service_worker' && each.url.includes(id));
  // Not an async function: a promise made before the worker has run its module never settles.
  await until('the background to be ready', () => worker.evaluate(() => globalThis.chrome?.runtime?.id));
  const welcome = await browser.target('the welcome page', each => each.url === `chrome-extension://${id}/welcome/welcome.html`);
  await browser.send('Target.closeTarget', { targetId: welcome.targetId });
  return { id, worker };
}

/** @implements {Driver} */
export class ChromiumDriver {
  name = /** @type {const} */ ('chromium');
  /** @type {Target | undefined} */
  #tools;
  /** @type {Target | undefined} */
  #popup;
  #dark = false;

  /** @param {{browser: Cdp, proxy: Awaited<ReturnType<typeof startProxy>>, downloads: Downloads, id: string, worker: Target, tab: Target}} parts */
  constructor({ browser, proxy, downloads, id, worker, tab }) {
    this.browser = browser;
    this.proxy = proxy;
    this.downloads = downloads;
    this.id = id;
    this.worker = worker;
    this.tab = tab;
    this.page = documentOf(tab);
  }

  get seen() {
    return this.proxy.seen;
  }

  /** @param {string} path */
  open(path) {
    return this.visit(`chrome-extension://${this.id}/${path}`);
  }

  /** @param {string} url */
  async visit(url) {
    await this.tab.send('Page.navigate', { url });
    await until(`${url} to load`, () => this.tab.evaluate(wanted => location.href === wanted && document.readyState === 'complete', url));
  }

  /**
   * Clicking the toolbar button is what gives the extension this tab; the menu would give it as well,
   * but a headless Chromium draws no menu.
   */
  async grant() {
    await this.popup();
    await this.closePopup();
  }

  /** @param {{frame?: string}} [choice] */
  async diagnose({ frame } = {}) {
    const selectionText = await this.page.run(selectedText, frame);
    await this.grant();
    const path = frame ? await this.page.run((root, selector) => root.querySelector(selector).contentWindow.location.href, frame) : null;
    await this.worker.evaluate(clickMenu, selectionText, path);
  }

  async command() {
    await this.grant();
    await this.worker.evaluate(async () => {
      const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
      // @ts-ignore -- every extension event has a dispatch() that fires its real listeners
      chrome.commands.onCommand.dispatch('diagnose-selection', tab);
    });
  }

  /** Ends the background, as a crash does. What asks the background itself fails from then on. */
  async killBackground() {
    await this.tab.send('ServiceWorker.enable');
    await this.tab.send('ServiceWorker.stopAllWorkers');
  }

  /** Spoils the memory of the background's engine, which the debugger alone finds. */
  async overwriteEngine() {
    const { result } = await this.worker.send('Runtime.evaluate', { expression: 'WebAssembly.Memory.prototype' });
    const { objects } = await this.worker.send('Runtime.queryObjects', { prototypeObjectId: result.objectId });
    await this.worker.evaluateOn(objects.objectId, memories => {
      for (const { buffer } of memories) new Uint8Array(buffer).fill(255);
    });
  }

  /** @param {string} [frame] @returns {Surface} */
  popover(frame) {
    const root = () => until('the popover', () => this.#shadowRoot(frame));
    return {
      run: async (run, ...args) => this.tab.evaluateOn(await root(), run, ...args),
      press: key => press(this.tab, key),
      click: async selector => {
        const [x, y] = await steady(async () => this.tab.evaluateOn(await root(), middle, selector));
        const [left, top] = frame ? await this.page.run(corner, frame) : [0, 0];
        await clickAt(this.tab, x + left, y + top);
      },
    };
  }

  /** Is a popover on show? @param {string} [frame] @returns {Promise<boolean>} */
  async hasPopover(frame) {
    return Boolean(await this.#shadowRoot(frame));
  }

  /** @param {string} [frame] @returns {Promise<string | null>} the object id of the popover's closed shadow root */
  async #shadowRoot(frame) {
    const { root } = await this.tab.send('DOM.getDocument', { depth: -1, pierce: true });
    const document = frame ? find(root, 'id', frame.slice(1))?.contentDocument : root;
    const host = document && find(document, 'data-scopelens', 'popover');
    const shadow = host?.shadowRoots?.[0];
    return shadow ? (await this.tab.send('DOM.resolveNode', { backendNodeId: shadow.backendNodeId })).object.objectId : null;
  }

  async panel() {
    const room = await this.tab.evaluate(() => [innerWidth, innerHeight].join());
    const { targetId } = await this.browser.send('Target.openDevTools', { targetId: this.tab.targetId });
    const tools = await this.browser.attach(targetId);
    this.#tools = tools;
    await this.#paint(tools);
    await until('our panel among the tools', () => tools.evaluate(showPanel));
    const panel = await this.browser.target('the panel', each => each.url.endsWith('/panel/panel.html'));
    await this.#paint(panel);
    await until('the page to have its room again', () => this.tab.evaluate(wanted => [innerWidth, innerHeight].join() === wanted, room));
    return documentOf(panel);
  }

  async closeTools() {
    const tools = this.#tools;
    this.#tools = undefined;
    if (!tools) return;
    await this.browser.send('Target.closeTarget', { targetId: tools.targetId });
    await until('the tools to close', async () => !(await this.browser.targets()).some(each => each.targetId === tools.targetId));
  }

  async popup() {
    await this.tab.send('Page.bringToFront');
    await this.browser.send('Extensions.triggerAction', { id: this.id, targetId: await this.#tabTarget() });
    return this.openedPopup();
  }

  /** A page stands within a target of type "tab"; what concerns the toolbar wants that one. */
  async #tabTarget() {
    const targets = await this.browser.targets();
    const url = targets.find(each => each.targetId === this.tab.targetId)?.url;
    return targets.find(each => each.type === 'tab' && each.url === url)?.targetId;
  }

  async openedPopup() {
    this.#popup = await this.browser.target('the popup', each => each.type === 'page' && each.url.endsWith('/popup/popup.html'));
    await this.#paint(this.#popup);
    const popup = documentOf(this.#popup);
    await until('the popup to be ready', () => popup.run(isReady));
    return popup;
  }

  async closePopup() {
    const popup = this.#popup;
    this.#popup = undefined;
    if (!popup) return;
    await this.browser.send('Target.closeTarget', { targetId: popup.targetId });
    await until('the popup to close', async () => !(await this.browser.targets()).some(each => each.targetId === popup.targetId));
  }

  /** @param {Record<string, unknown>} values */
  async configure(values) {
    await this.worker.evaluate(given => chrome.storage.local.set(given), values);
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

  /** @param {Target} target */
  async #paint(target) {
    const scheme = { name: 'prefers-color-scheme', value: this.#dark ? 'dark' : 'light' };
    const still = { name: 'prefers-reduced-motion', value: 'reduce' };
    await target.send('Emulation.setEmulatedMedia', { features: [scheme, still] });
  }

  /** @param {'page' | 'panel' | 'popup'} surface */
  async picture(surface) {
    const target = { page: this.tab, panel: this.#tools, popup: this.#popup }[surface];
    if (!target) throw new Error(`no ${surface} is open`);
    const { data } = await target.send('Page.captureScreenshot', { format: 'png' });
    return Buffer.from(data, 'base64');
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
}

/** @param {Target} target @returns {Surface} */
function documentOf(target) {
  return {
    run: (run, ...args) => target.evaluate(`(...args) => (${run})(document, ...args)`, ...args),
    press: key => press(target, key),
    click: async selector => {
      const [x, y] = await steady(() => target.evaluate(`selector => (${middle})(document, selector)`, selector));
      await clickAt(target, x, y);
    },
  };
}

/**
 * The first element with an attribute of a value, frames and shadow roots left out.
 * @param {any} node @param {string} name @param {string} value
 * @returns {any}
 */
function find(node, name, value) {
  const at = (node.attributes ?? []).indexOf(name);
  if (at >= 0 && node.attributes[at + 1] === value) return node;
  for (const child of node.children ?? []) {
    const found = find(child, name, value);
    if (found) return found;
  }
  return null;
}
