/** Tells when the inspected tab has gone to another page, and since when it is there. */

/** @typedef {{ origin: number, start: number }} Clock what tells one document from the next, and when it began, in ms since 1970 */

/** A new document cannot be asked at once. It is asked again for so long, in ms; no timer counts that, for they are slow in a hidden page. */
const PATIENCE_MS = 1000;

/** Clocks are set and machines sleep, which `timeOrigin` does not follow: the start is reckoned from now. */
const QUESTION = '[performance.timeOrigin, Date.now() - performance.now()]';

/** @returns {Promise<Clock | null>} null where the page does not answer */
function askClock() {
  return new Promise((resolve) => {
    /** @param {unknown} told */
    const settle = (told) => resolve(Array.isArray(told) && told.every(Number.isFinite) ? { origin: told[0], start: told[1] } : null);
    const reply = /** @type {unknown} */ (chrome.devtools.inspectedWindow.eval(QUESTION, /** @type {any} */ (settle)));
    // Firefox answers with [result, error].
    if (reply instanceof Promise) reply.then(([told]) => settle(told), () => settle(null));
    setTimeout(settle, PATIENCE_MS);
  });
}

/** @returns {Promise<Clock | null>} null where the page does not answer in time */
async function clockOfPage() {
  const end = Date.now() + PATIENCE_MS;
  let clock = null;
  do clock = await askClock();
  while (!clock && Date.now() < end);
  return clock;
}

/**
 * Chrome tells of a new page before its first call, and of each change of a page's address as well: a router's, a fragment's.
 * Firefox tells of pages alone, after they have loaded; by then the page has made calls of its own, which must stay.
 * @param {(startedAt: number | null) => void} listener gets the new page's start, in ms since 1970; null: it is the same page
 */
export function onPageChange(listener) {
  let last = Date.now();
  let clock = askClock();

  /** The page that answers may be a later one than the event told of: then this event is what tells of it. @param {number} time */
  async function tell(time) {
    const earlier = await clock;
    const found = await clockOfPage();
    if (found && found.origin === earlier?.origin) return listener(null);
    // A page that comes back from the browser's memory began before.
    listener(found && found.start > last ? found.start : time);
    last = time;
    clock = Promise.resolve(found);
  }

  let telling = Promise.resolve();
  chrome.devtools.network.onNavigated.addListener(() => {
    const time = Date.now();
    telling = telling.then(() => tell(time));
  });
}
