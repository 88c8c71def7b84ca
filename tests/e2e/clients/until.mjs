/**
 * Waits for a probe to give something, and gives it on. A probe that throws has nothing yet. A machine that is busy with something
 * else takes ten times as long as one that is not.
 * @template T
 * @param {string} what       named in the error
 * @param {() => T | Promise<T>} probe
 * @param {number} [milliseconds]
 * @returns {Promise<NonNullable<T>>}
 */
export async function until(what, probe, milliseconds = 30_000) {
  const end = Date.now() + milliseconds;
  for (let last; ; await pause(40)) {
    try {
      const value = await probe();
      if (value) return value;
      last = undefined;
    } catch (error) {
      last = error;
    }
    if (Date.now() > end) throw new Error(`waited in vain for ${what}`, { cause: last });
  }
}

/**
 * Reads a place on the screen until it stands still: a layout may still be on its way.
 * @param {() => Promise<[number, number]>} read
 * @returns {Promise<[number, number]>}
 */
export async function steady(read) {
  let last = await read();
  return until('the layout to stand still', async () => {
    const before = last;
    await pause(30);
    last = await read();
    return String(before) === String(last) ? last : null;
  });
}

/** @param {number} milliseconds @returns {Promise<void>} */
export const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
