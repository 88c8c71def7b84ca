// Time per call, by samples that are long enough for a coarse clock.

/**
 * @typedef {object} Figure
 * @property {string} group   figures of one group were measured in one run on the same text
 * @property {string} name
 * @property {number} median  microseconds a call
 * @property {number} best    microseconds a call
 * @property {number} [bytes] what a call goes through, in bytes of UTF-8
 */

const SAMPLES = 21;

/** A sample takes at least so long, in ms: browsers round their clocks to 0.1 ms. */
const SAMPLE_MS = 8;

/** For so long a call is made before anything counts, in ms, and so often: engines compile what runs often. */
const WARM_MS = 100;
const WARM_CALLS = 5;

/** @param {() => unknown} call @param {number} times @returns {number} in ms */
function timeOf(call, times) {
  const start = performance.now();
  for (let i = 0; i < times; i++) call();
  return performance.now() - start;
}

/** @param {() => unknown} call @returns {number} how many calls fill a sample */
function callsOfSample(call) {
  let calls = 1;
  for (let spent = 0, made = 0; spent < WARM_MS || made < WARM_CALLS; made += calls) {
    const time = timeOf(call, calls);
    spent += time;
    if (time < SAMPLE_MS) calls *= 2;
  }
  return calls;
}

/** Gives the browser its turn. */
const turn = () => new Promise(resolve => setTimeout(resolve));

/**
 * Samples of all calls in turn, so that what else the machine does falls on all of them alike.
 * @param {string} group
 * @param {Record<string, () => unknown>} calls by name
 * @param {number} [bytes]
 * @returns {Promise<Figure[]>}
 */
export async function measureAll(group, calls, bytes) {
  const runs = Object.entries(calls).map(([name, call]) => ({ name, call, times: /** @type {number[]} */ ([]), calls: callsOfSample(call) }));
  for (let i = 0; i < SAMPLES; i++) {
    for (const run of runs) {
      await turn();
      run.times.push((timeOf(run.call, run.calls) / run.calls) * 1000);
    }
  }
  return runs.map(({ name, times }) => ({ group, name, ...inOrder(times), bytes }));
}

/** @param {number[]} times of an odd number of samples */
function inOrder(times) {
  times.sort((a, b) => a - b);
  return { median: times[(times.length - 1) / 2] ?? NaN, best: times[0] ?? NaN };
}
