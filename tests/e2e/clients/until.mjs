// The one tool that waits: for what a probe finds, never for a time.
import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';

/** How long a thing may take before it is taken to hang, in ms: a machine that is busy with something else takes ten times as long as one that is not. */
export const PATIENCE = 120_000;

/** How long a suite may take, in ms, on such a machine. */
export const SUITE_PATIENCE = 1_800_000;

/**
 * Waits for a probe to give something, and gives it on. A probe that throws has nothing yet.
 * @template T
 * @param {string} what       named in the error
 * @param {() => T | Promise<T>} probe
 * @param {number} [milliseconds]
 * @returns {Promise<NonNullable<T>>}
 */
export async function until(what, probe, milliseconds = PATIENCE) {
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

/**
 * Waits until what is read equals what is wanted; where it never does, the error shows what it was.
 * @param {() => Promise<unknown>} read
 * @param {unknown} wanted
 * @param {number} [milliseconds]
 */
export async function comes(read, wanted, milliseconds) {
  /** @type {unknown} */
  let last;
  const isThere = async () => {
    last = await read();
    return isDeepStrictEqual(last, wanted);
  };
  await until('what is wanted', isThere, milliseconds).catch(() => assert.deepEqual(last, wanted));
}

/** @param {number} milliseconds @returns {Promise<void>} */
const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
