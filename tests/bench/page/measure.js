// Time per call, by samples that are long enough for a coarse clock.

/**
 * @typedef {object} Figure
 * @property {string} group   figures of one group were measured in one run on the same text
 * @property {string} name
 * @property {number} [median]  microseconds a call; so are `best` and `worst`
 * @property {number} [best]
 * @property {number} [worst]
 * @property {string} [value]   in place of times
 * @property {number} [bytes] what a call goes through, in bytes of UTF-8
 */

const SAMPLES = 21;

/** A sample takes at least so long, in ms: browsers round their clocks to 0.1 ms. */
const SAMPLE_MS = 8;

/** For so long a call is made before anything counts, in ms, and so often: engines compile what runs often. */
const WARM_MS = 100;
const WARM_CALLS = 5;

/**
 * @typedef {{name: string, call: () => unknown, calls: number, times: number[]}} Run what is measured, with its samples in microseconds
 * @typedef {(call: () => unknown, times: number) => void | Promise<void>} Repeat makes a call so often
 */

/** @type {Repeat} */
const atOnce = (call, times) => {
  for (let i = 0; i < times; i++) call();
};

/**
 * One after the other, each when the one before has settled.
 * @param {() => unknown} call @param {number} times @returns {Promise<void>}
 */
const inTurn = async (call, times) => {
  for (let i = 0; i < times; i++) await call();
};

/** @param {Repeat} repeat @param {() => unknown} call @param {number} times @returns {Promise<number>} in ms */
async function timeOf(repeat, call, times) {
  const start = performance.now();
  const done = repeat(call, times);
  if (done) await done;
  return performance.now() - start;
}

/** @param {Repeat} repeat @param {() => unknown} call @returns {Promise<number>} how many calls fill a sample */
async function callsOfSample(repeat, call) {
  let calls = 1;
  for (let spent = 0, made = 0; spent < WARM_MS || made < WARM_CALLS; made += calls) {
    const time = await timeOf(repeat, call, calls);
    spent += time;
    if (time < SAMPLE_MS) calls *= 2;
  }
  return calls;
}

/** Gives the browser its turn. */
const turn = () => new Promise((resolve) => setTimeout(resolve));

/**
 * Samples of all calls in turn, so that what else the machine does falls on all of them alike.
 * @param {Repeat} repeat
 * @param {Record<string, () => unknown>} calls by name
 * @returns {Promise<Run[]>}
 */
async function sample(repeat, calls) {
  /** @type {Run[]} */
  const runs = [];
  for (const [name, call] of Object.entries(calls))
    runs.push({ name, call, calls: await callsOfSample(repeat, call), times: [] });
  for (let i = 0; i < SAMPLES; i++) {
    for (const run of runs) {
      await turn();
      run.times.push(((await timeOf(repeat, run.call, run.calls)) / run.calls) * 1000);
    }
  }
  return runs;
}

/** @param {number[]} times */
export function inOrder(times) {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (/** @type {number} */ part) => sorted[Math.round((sorted.length - 1) * part)] ?? NaN;
  return { median: at(0.5), best: at(0), worst: at(1) };
}

/**
 * @param {string} group
 * @param {Record<string, () => unknown>} calls by name
 * @param {number} [bytes] that each goes through
 * @returns {Promise<Figure[]>}
 */
export async function measureAll(group, calls, bytes) {
  return (await sample(atOnce, calls)).map((run) => ({ group, name: run.name, ...inOrder(run.times), bytes }));
}

/**
 * The same for calls that give promises.
 * @param {string} group
 * @param {Record<string, () => Promise<unknown>>} calls by name
 * @returns {Promise<Figure[]>}
 */
export async function measureEach(group, calls) {
  return (await sample(inTurn, calls)).map((run) => ({ group, name: run.name, ...inOrder(run.times) }));
}

/** @param {() => unknown} call @returns {number} microseconds of a single call, as exact as the browser's clock */
export function timeOnce(call) {
  const start = performance.now();
  call();
  return (performance.now() - start) * 1000;
}
