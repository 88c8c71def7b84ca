/** Remembered apps as a file: to keep, or to hand to colleagues. No DOM, no storage. */

import { checkedApp, entriesOf, isSameApp, MOST } from './checked.js';
import { membersOf } from './guards.js';

/** @import { App } from './checked.js' */
/** @typedef {'file_large' | 'file_json' | 'file_form'} Fault why a file cannot be read, as a message's key after `options_` */
/** @typedef {{ app: App, state: 'new' | 'changed' | 'same' | 'over' }} Merged 'over': there is no room for it */

/** Maximum length of a file of apps, in UTF-16 units; longer ones hold something else. */
export const FILE_CAP = 1024 * 1024;

/** @param {App[]} apps */
export const appsText = (apps) => `${JSON.stringify({ format: 'scopelens-apps', version: 1, apps }, null, 2)}\n`;

/** @param {string} text @returns {unknown} undefined where it is no JSON */
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * @param {string} text
 * @returns {{ apps: App[], odd: number } | { fault: Fault }} `odd` counts the entries that are no apps
 */
export function readAppsFile(text) {
  if (text.length > FILE_CAP) return { fault: 'file_large' };
  const value = parsed(text);
  if (value === undefined) return { fault: 'file_json' };
  const { format, apps } = membersOf(value);
  if (format !== 'scopelens-apps' || !Array.isArray(apps)) return { fault: 'file_form' };
  const entries = entriesOf(apps);
  const read = entries.flatMap((each) => checkedApp(each) ?? []);
  return { apps: read, odd: entries.length - read.length };
}

/** @param {App} one @param {App} other */
const isEqual = (one, other) => JSON.stringify(checkedApp(one)) === JSON.stringify(checkedApp(other));

/**
 * What comes in is added to what is there: what a file does not say stays, and nothing that is there falls out.
 * @param {App[]} present
 * @param {App[]} imported
 * @returns {{ apps: App[], merged: Merged[] }}
 */
export function mergeApps(present, imported) {
  const apps = [...present];
  const merged = imported.map((incoming) => {
    const index = apps.findIndex((app) => isSameApp(app, incoming));
    const before = apps[index];
    const app = { ...before, ...incoming };
    if (before && isEqual(before, app)) return { app, state: /** @type {const} */ ('same') };
    if (!before && apps.length >= MOST.apps) return { app, state: /** @type {const} */ ('over') };
    apps.splice(before ? index : apps.length, 1, app);
    return { app, state: before ? /** @type {const} */ ('changed') : /** @type {const} */ ('new') };
  });
  return { apps, merged };
}
