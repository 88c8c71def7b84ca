/** Tells when the inspected tab has gone to another page, and since when it is there. */

import { headOf, startOf } from './entry.js';

/** @param {string} url */
const withoutFragment = (url) => url.split('#', 1)[0] ?? '';

/**
 * Chrome tells of a new page before its first call, Firefox only after it has loaded; by then the page
 * has made calls of its own, which must stay. Its own document is known there too, and when that was
 * asked for. Documents from before the last change do not count: a reload has the same address.
 * @param {(startedAt: number) => void} listener gets the new page's start, in ms since 1970
 */
export function onPageChange(listener) {
  /** Pages and frames asked for since the last change, with the time. @type {Map<string, number>} */
  const documents = new Map();
  let lastChange = Date.now();

  chrome.devtools.network.onRequestFinished.addListener((entry) => {
    const { url, mime } = headOf(entry);
    const at = startOf(entry);
    if (/html/i.test(mime) && at > lastChange) documents.set(withoutFragment(url), at);
  });
  chrome.devtools.network.onNavigated.addListener((url) => {
    const now = Date.now();
    listener(documents.get(withoutFragment(url)) ?? now);
    documents.clear();
    lastChange = now;
  });
}
