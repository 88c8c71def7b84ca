// The way into Firefox's own window.
import { common } from './firefox-chrome.mjs';

/** @typedef {import('../clients/marionette.mjs').Marionette} Marionette */
/** @import { Sent } from './types.mjs' */

/** Runs a function there, which finds what stands in `common`. @param {Marionette} browser @param {Sent} run @param {unknown[]} args */
export function inWindow(browser, run, ...args) {
  return browser.executeInWindow(`(...args) => { ${common}\nreturn (${run})(...args); }`, ...args);
}
