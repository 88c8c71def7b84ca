// What the suites have the extension's background do in its own name.
import { ChromiumDriver } from './drivers/chromium.mjs';
import { FirefoxDriver } from './drivers/firefox.mjs';

/** @import { Driver } from './drivers/types.mjs' */

/** The background fetches an address. @param {Driver} driver @param {string} url @returns {Promise<boolean>} whether a reply came */
export function fetchThere(driver, url) {
  if (driver instanceof FirefoxDriver)
    return driver.inBackground(
      (root, address) =>
        root.defaultView.fetch(address).then(
          () => true,
          () => false,
        ),
      url,
    );
  if (driver instanceof ChromiumDriver)
    return driver.worker.evaluate(
      (address) =>
        fetch(address).then(
          () => true,
          () => false,
        ),
      url,
    );
  throw new Error('no such browser');
}

/** It opens an address in a tab that stays behind. @param {Driver} driver @param {string} url */
export function openTab(driver, url) {
  if (driver instanceof FirefoxDriver) return driver.inBackground(openByFirefox, url);
  if (driver instanceof ChromiumDriver)
    return driver.worker.evaluate(async (address) => {
      await chrome.tabs.create({ url: address, active: false });
    }, url);
  throw new Error('no such browser');
}

/** @param {Document} _root @param {string} url */
async function openByFirefox(_root, url) {
  // @ts-expect-error -- runs in a frame script, where `content` is the extension's window
  await content.wrappedJSObject.browser.tabs.create(Cu.cloneInto({ url, active: false }, content));
}

/**
 * Runs a file of the package where our own scripts in a page run.
 * @param {Driver} driver @param {string} file
 */
export function inPage(driver, file) {
  if (driver instanceof FirefoxDriver) return driver.inBackground(injectByFirefox, file);
  if (driver instanceof ChromiumDriver) return driver.worker.evaluate(inject, file);
  throw new Error('no such browser');
}

/** @param {string} file */
async function inject(file) {
  const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
  const [frame] = await chrome.scripting.executeScript({ target: { tabId: tab?.id ?? -1 }, files: [file] });
  return frame?.result;
}

/** The same in a frame script. @param {Document} _root @param {string} file */
async function injectByFirefox(_root, file) {
  // @ts-expect-error -- runs in a frame script, where `content` is the extension's window
  const { browser } = content.wrappedJSObject;
  // @ts-expect-error
  const into = (value) => Cu.cloneInto(value, content);
  const [tab] = await browser.tabs.query(into({ active: true, lastFocusedWindow: true }));
  const [frame] = await browser.scripting.executeScript(into({ target: { tabId: tab.id }, files: [file] }));
  return frame.result;
}
