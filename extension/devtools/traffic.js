/** The traffic of the inspected tab: what the browser tells of, what it had before, and what it never tells as finished. */

import { SeenEntries } from './seen-entries.js';
import { takeEntry, watchPrefilter } from './take.js';
import { Unfinished } from './unfinished.js';
import { Watch } from './watch.js';

/** @import { Recorder } from './recorder.js' */
/** @typedef {chrome.devtools.network.Request} Entry */

/** @param {unknown} error */
const report = (error) => console.error('Scopelens:', error);

/**
 * Hears every exchange from now on, and fetches those that the browser has already.
 * @param {Recorder} recorder
 * @returns {Watch} looks for calls that do not end; it is to be told when somebody sees the panel
 */
export function observeTraffic(recorder) {
  watchPrefilter();
  const seen = new SeenEntries();
  const unfinished = new Unfinished(seen, (entry, meeting) => takeEntry(recorder, entry, meeting));
  const watch = new Watch(isFirefox() ? null : async () => unfinished.look(await entriesOfBrowser()));
  chrome.devtools.network.onRequestFinished.addListener((entry) => {
    watch.wake();
    const key = SeenEntries.key(entry);
    if (seen.addEnded(key)) takeEntry(recorder, entry, { known: () => unfinished.claim(key) }).catch(report);
  });
  /** @param {Entry} entry */
  const takeEarlier = async (entry) => {
    const key = SeenEntries.key(entry);
    const row = await takeEntry(recorder, entry, { isWanted: (state) => seen.addEarly(key, state === 'whole') });
    if (row !== null) unfinished.note(key, row);
  };
  entriesOfBrowser()
    .then((entries) => {
      for (const entry of entries) takeEarlier(entry).catch(report);
    })
    .catch(report);
  watch.wake();
  return watch;
}

/** Firefox ends what Chromium does not, but for streams that are open; and while it makes its list, it loses calls that it was to tell. */
const isFirefox = () => 'getBrowserInfo' in chrome.runtime;

/** Firefox has none unless its network tool was opened; Chrome has all since its tool window is open. @returns {Promise<Entry[]>} */
function entriesOfBrowser() {
  return new Promise((resolve, reject) => {
    /** @param {{ entries?: unknown[] } | null | undefined} log */
    const settle = (log) => resolve(/** @type {Entry[]} */ (log?.entries ?? []));
    const reply = /** @type {unknown} */ (chrome.devtools.network.getHAR(settle));
    if (reply instanceof Promise) reply.then(settle, reject);
  });
}
