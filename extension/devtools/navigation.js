/** Tells when the inspected tab has gone to another page, and since when it is there. */

import { headOf, startOf } from './entry.js';

/** @typedef {{ origin: number, start: number }} Clock what tells one document from the next, and when it began, in ms since 1970 */

/** Neither browser always answers while a document takes the place of another: one question waits so long, all together so long, in ms. */
const ANSWER_MS = 500;
const PATIENCE_MS = 2000;

/** Clocks are set and machines sleep, which `timeOrigin` does not follow: the start is reckoned from now. */
const QUESTION = '[performance.timeOrigin, Date.now() - performance.now()]';

/** @param {string} url */
const withoutFragment = (url) => url.split('#', 1)[0] ?? '';

/** @returns {Promise<Clock | null>} null where the page does not answer, or answers something else */
function readClock() {
  return new Promise((resolve) => {
    /** @param {unknown} [result] @param {unknown} [_exception] */
    const settle = (result, _exception) =>
      resolve(Array.isArray(result) && result.every(Number.isFinite) ? { origin: result[0], start: result[1] } : null);
    const reply = /** @type {unknown} */ (chrome.devtools.inspectedWindow.eval(QUESTION, settle));
    // Firefox answers with [result, error].
    if (reply instanceof Promise)
      reply.then(
        ([result]) => settle(result),
        () => settle(null),
      );
    setTimeout(settle, ANSWER_MS);
  });
}

/** @returns {Promise<Clock | null>} null where the page does not answer in time */
async function clockOfPage() {
  const end = Date.now() + PATIENCE_MS;
  let clock = null;
  do clock = await readClock();
  while (!clock && Date.now() < end);
  return clock;
}

/**
 * Chrome tells of a new page before its first call, and of each change of a page's address as well: a router's, a fragment's.
 * Firefox tells of pages alone, after they have loaded; by then the page has made calls of its own, which must stay. Where the
 * page itself does not tell when it began, its document does, which was asked for since the last change.
 * @param {(startedAt: number | null) => void} listener gets the new page's start, in ms since 1970; null: it is the same page
 */
export function onPageChange(listener) {
  /** Pages and frames, by address, with the time when they were asked for. @type {Map<string, number>} */
  const documents = new Map();
  let last = Date.now();
  let clock = readClock();

  /** @param {Clock | null} newClock @param {string} url @param {number} time of the event */
  function startOfPage(newClock, url, time) {
    // A page that comes back from the browser's memory began before; no page begins later than now.
    if (newClock && newClock.start > last) return Math.min(newClock.start, Date.now());
    const start = documents.get(withoutFragment(url)) ?? 0;
    return start > last ? start : time;
  }

  /** The page that answers may be a later one than the event told of: then this event is what tells of it. @param {string} url @param {number} time */
  async function tell(url, time) {
    const earlier = await clock;
    const newClock = await clockOfPage();
    if (newClock && newClock.origin === earlier?.origin) return listener(null);
    listener(startOfPage(newClock, url, time));
    clock = Promise.resolve(newClock);
    documents.clear();
    last = time;
  }

  chrome.devtools.network.onRequestFinished.addListener((entry) => {
    const { url, mime } = headOf(entry);
    if (/html/i.test(mime)) documents.set(withoutFragment(url), startOf(entry));
  });
  let telling = Promise.resolve();
  chrome.devtools.network.onNavigated.addListener((url) => {
    const time = Date.now();
    telling = telling.then(() => tell(url, time));
  });
}
