// Browsers with the menu's real item and a background that can be killed: the menu wakes a dead one, which nothing else here does.
import { spawn } from 'node:child_process';
import { at } from '../../support/paths.mjs';
import { until } from '../clients/until.mjs';
import { openChromium } from './chromium.mjs';
import { BackgroundLife } from './chromium-background.mjs';
import { chooseByKey, openMenu, startDisplay } from './display.mjs';
import { openFirefox } from './firefox.mjs';
import * as storage from './firefox-storage.mjs';
import { inWindow } from './firefox-window.mjs';

/** @import { Driver } from './types.mjs' */

/**
 * How far the answer to a click has come, as it can be seen from outside the background: the request's note is kept, the diagnosis is
 * kept, the popover is in the page, the note is gone.
 * @typedef {'kept' | 'answered' | 'shown' | 'done'} State
 */

/**
 * @typedef {object} KillableBrowser
 * @property {Driver} driver
 * @property {(selector: string) => Promise<void>} openMenu  on an element whose text is selected
 * @property {() => Promise<number>} choose  our item in it; ends once the background runs, and gives the time of the click, in ms since
 *   1970: when the browser itself hears of it, as far as that can be known
 * @property {(state: State) => Promise<() => Promise<unknown>>} watch  looks for a state from now on; what it gives waits until it is there
 * @property {() => Promise<void>} forget  takes the note away of something that was asked and is not answered
 * @property {(isCrash?: boolean) => Promise<void>} kill  ends the background, whatever it is doing; without a crash Firefox lets it
 *   finish what it has begun, while Chromium knows no other way
 * @property {() => Promise<void>} close
 */

/** @param {string} [dist] @returns {Promise<KillableBrowser>} */
async function chromium(dist = at('dist/chrome')) {
  const display = await startDisplay();
  const driver = await openChromium({ dist, headless: false, env: { DISPLAY: display.name } });
  const life = await BackgroundLife.of(driver);
  const observer = await openObserver(driver);
  // One that waits for its orders, for a process takes its time to start.
  const keys = spawn('xdotool', ['-'], {
    stdio: ['pipe', 'ignore', 'ignore'],
    env: { ...process.env, DISPLAY: display.name },
  });
  /** @type {import('./display.mjs').Menu} */
  let menu;
  return {
    driver,
    openMenu: async (selector) => {
      menu = await openMenu(display, driver, selector);
    },
    choose: async () => {
      const isDead = life.status === 'stopped';
      const woken = isDead ? [life.next('starting'), life.next('running')] : [];
      let pressed = 0;
      await chooseByKey(menu, () => {
        keys.stdin.write('key --delay 0 d\n');
        pressed = performance.timeOrigin + performance.now();
      });
      const [told = pressed] = await Promise.all(woken);
      return told;
    },
    watch: async (state) => {
      if (state === 'shown') return watchPage(driver);
      await observer.evaluate(watchStorage, state);
      return () => observer.evaluate(() => /** @type {any} */ (globalThis).reached);
    },
    forget: () => observer.evaluate(() => chrome.storage.session.remove('pending')),
    kill: () => life.kill(),
    close: async () => {
      keys.stdin.end();
      await driver.close();
      display.close();
    },
  };
}

/** A page of the extension behind the others: it hears of storage, whether the background lives or not. @param {import('./chromium.mjs').ChromiumDriver} driver */
async function openObserver({ browser, id }) {
  const url = `chrome-extension://${id}/options/options.html`;
  const { targetId } = await browser.send('Target.createTarget', { url, background: true });
  const observer = await browser.attach(targetId);
  await until('the observer', () => observer.evaluate(() => globalThis.chrome?.storage?.session && true));
  return observer;
}

/** Sets `reached`. @param {'kept' | 'answered' | 'done'} state */
function watchStorage(state) {
  const { onChanged } = chrome.storage.session;
  let isKept = false;
  /** @type {any} */ (globalThis).reached = new Promise((resolve) => {
    onChanged.addListener(function heard({ pending, diagnoses }) {
      isKept ||= pending?.newValue !== undefined;
      const isDone = isKept && pending !== undefined && pending.newValue === undefined;
      const isThere = { kept: isKept, answered: diagnoses !== undefined, done: isDone }[state];
      if (!isThere) return;
      onChanged.removeListener(heard);
      resolve(true);
    });
  });
}

/** @param {Driver} driver */
async function watchPage({ page }) {
  await page.run(watchPopover);
  return () => page.run((root) => root.defaultView.shown);
}

/** Sets `shown`. @param {Document} root */
function watchPopover(root) {
  const page = /** @type {any} */ (root.defaultView);
  page.shown = new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      if (!root.querySelector('[data-scopelens="popover"]')) return;
      observer.disconnect();
      resolve(true);
    });
    observer.observe(root.documentElement, { childList: true, subtree: true });
  });
}

/** @param {string} [dist] @returns {Promise<KillableBrowser>} */
async function firefox(dist = at('dist/firefox')) {
  const driver = await openFirefox({ dist });
  return {
    driver,
    openMenu: () => driver.openMenu(),
    choose: () => driver.chooseFromMenu(),
    watch: async (state) => {
      if (state === 'shown') return watchPage(driver);
      await inWindow(driver.browser, storage.watchStorage, driver.id, state);
      return () => inWindow(driver.browser, storage.waitForStorage);
    },
    forget: () => inWindow(driver.browser, storage.forget, driver.id),
    kill: (isCrash) => driver.killBackground(isCrash),
    close: () => driver.close(),
  };
}

export const killables = { chromium, firefox };
