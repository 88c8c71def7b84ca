/** The apps that the reader has named, on this device only: ids, which are no secrets. */

import { checkedApps, isSameApp } from './checked.js';

/** @import { App } from './checked.js' */

/** @returns {Promise<App[]>} the one named last first */
export async function readApps() {
  const { apps } = await chrome.storage.local.get('apps');
  return checkedApps(apps);
}

/** The last change. Each waits for the one before it: of two that read the same, the second would undo the first. @type {Promise<unknown>} */
let changed = Promise.resolve();

/**
 * More than are kept fall out, the one named longest ago first.
 * @param {(apps: App[]) => App[]} change
 * @returns {Promise<App[]>} those from before
 */
export function changeApps(change) {
  const next = changed.then(async () => {
    const before = await readApps();
    await chrome.storage.local.set({ apps: checkedApps(change(before)) });
    return before;
  });
  changed = next.catch(() => {});
  return next;
}

/** Puts an app first, with what is known of it. @param {App} app */
export const rememberApp = (app) =>
  changeApps((apps) => {
    const previous = apps.find((each) => isSameApp(each, app));
    return [{ ...previous, ...app }, ...apps.filter((each) => each !== previous)];
  });

/** @param {App} app @returns {Promise<App[]>} those from before */
export const forgetApp = (app) => changeApps((apps) => apps.filter((each) => !isSameApp(each, app)));
