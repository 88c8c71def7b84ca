/** Lets the page draw and answer in between long work. Timers would do, but hidden pages slow them to one a second. */

/** Longest stretch of work, in ms: with its own work a frame still fits into 16. */
const STRETCH_MS = 8;

/** @returns {Promise<void>} */
const nextTask = () =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });

/** @returns {() => Promise<void>} to be awaited between pieces of work */
export function breather() {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < STRETCH_MS) return;
    await nextTask();
    since = performance.now();
  };
}
