// How work grows with its input, in processor time: what else the machine does, or how fast it is, does not count.

const SAMPLES = 7;

/** @param {() => void} run @returns {number} the least processor time that it took, in µs */
function costOf(run) {
  const costs = Array.from({ length: SAMPLES }, () => {
    const before = process.cpuUsage();
    run();
    return process.cpuUsage(before).user;
  });
  return Math.max(1, Math.min(...costs));
}

/**
 * How often the time for an input is contained in the time for one four times as long: 4 where the work is linear, 16 where it
 * is quadratic.
 * @param {(text: string) => unknown} work
 * @param {string} text the longer input; the shorter one is its first quarter, read four times as often
 */
export function growthOf(work, text) {
  const quarter = text.slice(0, text.length / 4);
  const repeat = (/** @type {string} */ input, /** @type {number} */ times) => {
    for (let n = 0; n < times; n += 1) work(input);
  };
  return (4 * costOf(() => repeat(text, 10))) / costOf(() => repeat(quarter, 40));
}
