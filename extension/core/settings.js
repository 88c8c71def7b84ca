/** Settings: the person's, which outlive the browser session, and the administrator's, who sets them for everyone. */

import { checkedIds, checkedMasks, checkedRules, checkedTheme } from './checked.js';
import { membersOf } from './guards.js';

/** @import { MaskSource } from '../engine/types.js' */
/** @typedef {{ rules: string, platformsOff: string[], masks: MaskSource[], lockRedaction: boolean }} Managed */

/** Rows of the panel's list that are kept at most: the bounds of what a person may ask for, and what holds until one does. */
export const ROW_LIMITS = { least: 100, most: 100_000, usual: 10_000 };

/** @param {number} rows as asked for @returns {number} as many as may be kept */
export const boundedLimit = (rows) =>
  Math.min(ROW_LIMITS.most, Math.max(ROW_LIMITS.least, Math.trunc(rows) || ROW_LIMITS.usual));

/** @param {string} key */
const read = async (key) => (await chrome.storage.local.get(key))[key];

/** @returns {Promise<number>} rows that the panel keeps at most */
export async function readLimit() {
  const limit = await read('limit');
  return typeof limit === 'number' ? limit : ROW_LIMITS.usual;
}

/** @param {number} limit */
export const saveLimit = (limit) => chrome.storage.local.set({ limit });

/** @returns {Promise<'light' | 'dark' | null>} the person's theme; null: as the browser */
export async function readTheme() {
  const { theme } = await chrome.storage.local.get('theme');
  return checkedTheme(theme);
}

/** @returns {Promise<boolean>} whether silent refusals are pointed out */
export const readSilent = async () => (await read('silent')) !== false;

/** @param {boolean} silent */
export const saveSilent = (silent) => chrome.storage.local.set({ silent });

/** @returns {Promise<string[]>} platforms that are switched off, by their ids */
export const readPlatformsOff = async () => checkedIds(await read('platformsOff'));

/** @param {string[]} platformsOff */
export const savePlatformsOff = (platformsOff) => chrome.storage.local.set({ platformsOff });

/** The person's masks, beside what is masked anyway. */
export const readMasks = async () => checkedMasks(await read('masks'));

/** @param {MaskSource[]} masks */
export const saveMasks = (masks) => chrome.storage.local.set({ masks });

/** @returns {Promise<string>} the team's own platforms, as typed; empty where there are none */
export const readRules = async () => checkedRules(await read('rules'));

/** @param {string} rules */
export const saveRules = (rules) =>
  rules ? chrome.storage.local.set({ rules }) : chrome.storage.local.remove('rules');

/** @param {string} key @param {() => void} listener called after the setting has changed */
export function onSetting(key, listener) {
  chrome.storage.onChanged.addListener((changes, area) => {
    if (area === 'local' && changes[key]) listener();
  });
}

/** An administrator's settings: read only, and added to the person's own. @param {unknown} stored @returns {Managed} */
export function checkedManaged(stored) {
  const { rules, platformsOff, masks, lockRedaction } = membersOf(stored);
  return {
    rules: checkedRules(rules),
    platformsOff: checkedIds(platformsOff),
    masks: checkedMasks(masks),
    lockRedaction: lockRedaction === true,
  };
}

/** The administrator's settings. Where there are none, Chrome gives nothing and Firefox throws. @returns {Promise<Managed>} */
export async function readManaged() {
  try {
    return checkedManaged(await chrome.storage.managed.get(null));
  } catch {
    return checkedManaged({});
  }
}
