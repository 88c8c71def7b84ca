/** Settings that outlive the browser session, beside the language. */

import { ROW_LIMIT } from './channel.js';

/** @returns {Promise<number>} rows that the panel keeps at most */
export async function readLimit() {
  const { limit } = await chrome.storage.local.get('limit');
  return typeof limit === 'number' ? limit : ROW_LIMIT;
}

/** @param {number} limit */
export const saveLimit = (limit) => chrome.storage.local.set({ limit });

/** @returns {Promise<boolean>} whether silent refusals are pointed out */
export async function readSilent() {
  const { silent } = await chrome.storage.local.get('silent');
  return silent !== false;
}

/** @param {boolean} silent */
export const saveSilent = (silent) => chrome.storage.local.set({ silent });
