/**
 * Replies by their address. Chromium forgets the number of every request when the page changes its address, a router's change
 * included, and gives no body by it any more; among the page's resources the newest reply of each address is still to be had.
 */

import { startOf } from './entry.js';

/** @typedef {chrome.devtools.network.Request} Entry */
/** @typedef {(callback: (content: string | null, encoding?: string) => void) => void} GetContent */

/** Maximum number of addresses that are remembered. */
const MOST = 20_000;

/** Start of each address's newest call, in ms since 1970; infinite where two began in the same millisecond. @type {Map<string, number>} */
const newest = new Map();

/** @param {Entry} entry one that has ended */
export function noteReply(entry) {
  const { url } = entry.request;
  const [start, previous = 0] = [startOf(entry), newest.get(url)];
  newest.delete(url);
  if (newest.size >= MOST) newest.delete(newest.keys().next().value ?? '');
  newest.set(url, start === previous ? Infinity : Math.max(start, previous));
}

/** @returns {Promise<chrome.devtools.inspectedWindow.Resource[]>} none in Firefox */
const resources = () =>
  new Promise((resolve) => {
    const { getResources } = chrome.devtools.inspectedWindow;
    if (getResources) getResources(resolve);
    else resolve([]);
  });

/**
 * How to ask for a reply by its address.
 * @param {Entry} entry
 * @returns {() => Promise<GetContent | null>} null where a later reply has taken its place, or there is none
 */
export function byAddress(entry) {
  const { url } = entry.request;
  const start = startOf(entry);
  return async () => {
    if (newest.get(url) !== start) return null;
    const resource = (await resources()).find((each) => each.url === url);
    return resource ? (callback) => resource.getContent(callback) : null;
  };
}
