// What only a test does to Chromium's background.
import { replyTo } from '../clients/process.mjs';

/** @import { ChromiumDriver } from './chromium.mjs' */

/** @typedef {'stopped' | 'starting' | 'running' | 'stopping'} Status */

/**
 * The background's life as the browser tells of it. At "starting" the browser has been told of an event, and has found it dead; at
 * "running" its scripts have run, and the event comes.
 */
export class BackgroundLife {
  /** The last thing that was told. @type {Status | undefined} */
  status;
  #tab;
  /** @type {((status: Status) => void)[]} */
  #listeners = [];

  /** @param {ChromiumDriver} driver */
  constructor({ browser, tab }) {
    this.#tab = tab;
    browser.listeners.push(({ method, params }) => {
      const versions = method === 'ServiceWorker.workerVersionUpdated' ? params.versions : [];
      for (const { runningStatus } of versions) this.#hear(runningStatus);
    });
  }

  /** @param {ChromiumDriver} driver */
  static async of(driver) {
    const life = new BackgroundLife(driver);
    const known = life.next('running');
    await driver.tab.send('ServiceWorker.enable');
    await known;
    return life;
  }

  /** When it is next in a state, in ms since 1970. @param {Status} status @returns {Promise<number>} */
  next(status) {
    return replyTo(`a background that is ${status}`, (resolve) => {
      const listener = (/** @type {Status} */ told) => {
        if (told !== status) return;
        this.#listeners = this.#listeners.filter((each) => each !== listener);
        resolve(performance.timeOrigin + performance.now());
      };
      this.#listeners.push(listener);
    });
  }

  /** Ends it, as a crash does. What asks the background itself fails from then on. */
  async kill() {
    const end = this.status === 'stopped' ? null : this.next('stopped');
    await this.#tab.send('ServiceWorker.stopAllWorkers');
    await end;
  }

  /** @param {Status} status */
  #hear(status) {
    this.status = status;
    for (const listener of this.#listeners) listener(status);
  }
}

/** Spoils the memory of its engine, which the debugger alone finds. @param {ChromiumDriver} driver */
export async function spoilEngine({ worker }) {
  const { result } = await worker.send('Runtime.evaluate', { expression: 'WebAssembly.Memory.prototype' });
  const { objects } = await worker.send('Runtime.queryObjects', { prototypeObjectId: result.objectId });
  await worker.evaluateOn(objects.objectId, (memories) => {
    for (const { buffer } of memories) new Uint8Array(buffer).fill(255);
  });
}
