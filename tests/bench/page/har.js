// A large HAR file into the panel's memory, and how long the page stands still meanwhile.
import { opened } from './opened.js';

/** @import { Figure } from './measure.js' */

const RUNS = 3;

/** The page is asked for a sign of life so often, in ms. */
const BEAT_MS = 5;

/** @returns {() => number} ends the watch and tells the longest time between two signs of life, in ms */
function watch() {
  let [last, longest] = [performance.now(), 0];
  const beat = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
  };
  const timer = setInterval(beat, BEAT_MS);
  return () => {
    beat();
    clearInterval(timer);
    return longest;
  };
}

/** @param {File} file @returns {Promise<{time: number, longest: number, rows: number}>} in ms */
async function readOnce(file) {
  const { importFiles } = await import(chrome.runtime.getURL('devtools/import.js'));
  const { recorder } = await opened();
  const end = watch();
  const start = performance.now();
  await importFiles([file], recorder, new AbortController().signal);
  const time = performance.now() - start;
  const { faults, rows } = recorder.tally.importing;
  if (faults.length || !rows) throw new Error(`${rows} rows, ${faults.join(', ')}`);
  return { time, longest: end(), rows };
}

/** @returns {Promise<Figure[]>} */
export async function har() {
  const file = new File([await (await fetch(chrome.runtime.getURL('bench/large.har'))).blob()], 'large.har');
  const runs = [];
  for (let i = 0; i < RUNS; i++) runs.push(await readOnce(file));
  runs.sort((a, b) => a.time - b.time);
  const middle = runs[(RUNS - 1) / 2];
  const group = `a HAR file of ${(file.size / 1e6).toFixed(0)} MB`;
  return [
    { group, name: 'read into the panel', value: `${((middle?.time ?? NaN) / 1000).toFixed(2)} s` },
    {
      group,
      name: 'longest time without a sign of life',
      value: `${Math.max(...runs.map((run) => run.longest)).toFixed(0)} ms`,
    },
    { group, name: 'calls in the list', value: String(middle?.rows) },
  ];
}
