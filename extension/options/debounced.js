/** Pause in typing that is waited for, in ms. */
const DELAY_MS = 250;

/** @param {() => unknown} run @returns {() => void} runs it once nothing has come for a while */
export function debounced(run) {
  /** @type {ReturnType<typeof setTimeout> | 0} */
  let timer = 0;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(run, DELAY_MS);
  };
}
