// What only a test does to Chromium's background.

/** @import { ChromiumDriver } from './chromium.mjs' */

/** Ends it, as a crash does. What asks the background itself fails from then on. @param {ChromiumDriver} driver */
export async function killBackground({ tab }) {
  await tab.send('ServiceWorker.enable');
  await tab.send('ServiceWorker.stopAllWorkers');
}

/**
 * When it is next in a state, in ms since 1970. At "starting" the browser has been told of an event, and has found it dead; at
 * "running" its scripts have run, and the event comes.
 * @param {ChromiumDriver} driver
 * @param {'starting' | 'running'} state
 * @returns {Promise<number>}
 */
export function next({ browser }, state) {
  return new Promise((resolve) =>
    browser.listeners.push(({ method, params }) => {
      const versions = method === 'ServiceWorker.workerVersionUpdated' ? params.versions : [];
      if (versions.some((/** @type {any} */ { runningStatus }) => runningStatus === state))
        resolve(performance.timeOrigin + performance.now());
    }),
  );
}

/** Spoils the memory of its engine, which the debugger alone finds. @param {ChromiumDriver} driver */
export async function spoilEngine({ worker }) {
  const { result } = await worker.send('Runtime.evaluate', { expression: 'WebAssembly.Memory.prototype' });
  const { objects } = await worker.send('Runtime.queryObjects', { prototypeObjectId: result.objectId });
  await worker.evaluateOn(objects.objectId, (memories) => {
    for (const { buffer } of memories) new Uint8Array(buffer).fill(255);
  });
}
