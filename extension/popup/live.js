/** When the text is read: at once where it was pasted or asked for, in a pause where it is typed. */

/** Pause in typing after which the text is read, in ms. */
const PAUSE_MS = 250;

/** Age of a text at which it is read aloud and kept, in ms: what is half typed is neither. */
const SETTLE_MS = 1500;

/**
 * @template T
 * @param {object} act
 * @param {() => Promise<T>} act.read the newest text
 * @param {(found: T) => void} act.show
 * @param {(found: T) => void} act.settle
 */
export function liveReader({ read, show, settle }) {
  let newest = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let pause;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let settling;

  /** Drops the answer on its way, which is of an older text. */
  function drop() {
    clearTimeout(pause);
    clearTimeout(settling);
    newest += 1;
    return newest;
  }

  /** @param {number} wait before it settles */
  async function run(wait) {
    const reading = drop();
    const result = await read();
    if (reading !== newest) return;
    show(result);
    settling = setTimeout(() => settle(result), wait);
  }

  return {
    now: () => run(0),
    soon() {
      drop();
      pause = setTimeout(() => run(SETTLE_MS), PAUSE_MS);
    },
  };
}
