/** Lets the page draw and answer in between long work. Timers would do, but hidden pages slow them to one a second. */

/** Longest stretch of work, in ms: with its own work a frame still fits into 16. */
const STRETCH_MS = 8;

/** Both browsers have it; the types do not. */
const { scheduler } =
  /** @type {{ scheduler: { postTask(run: () => void, options: { priority: 'background' }): Promise<void> } }} */ (
    /** @type {unknown} */ (globalThis)
  );

/** Comes after whatever else is waiting: input, drawing, messages. @returns {Promise<unknown>} */
const nextTask = () => scheduler.postTask(() => {}, { priority: 'background' });

/** @returns {() => Promise<void>} to be awaited between pieces of work */
export function timeSlicer() {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < STRETCH_MS) return;
    await nextTask();
    since = performance.now();
  };
}
