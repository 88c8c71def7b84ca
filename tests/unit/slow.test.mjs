// A slow machine: what was asked is answered late, not never, and what nobody wants any more goes.
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it, mock } from 'node:test';
import { leaveHandover, takeHandover } from '../../extension/core/handover.js';

const SECOND = 1000;

/** What storage.session holds. @type {Record<string, any>} */
let held = {};

/** Scripts that were sent into pages. @type {{ func: (...args: any[]) => void, args: any[] }[]} */
let sent = [];
let calls = 0;

const session = {
  get: async (/** @type {string} */ key) => (key in held ? { [key]: held[key] } : {}),
  set: async (/** @type {object} */ values) => void Object.assign(held, values),
  remove: async (/** @type {string} */ key) => void delete held[key],
};

beforeEach(() => {
  held = {};
  sent = [];
  calls = 0;
  mock.timers.enable({ apis: ['setTimeout', 'Date'] });
  const scripting = { executeScript: async (/** @type {any} */ script) => void sent.push(script) };
  const runtime = {
    id: 'ours',
    sendMessage: async () => {
      calls += 1;
    },
  };
  Object.assign(globalThis, { chrome: { storage: { session }, scripting, runtime } });
});
afterEach(() => mock.timers.reset());

/** Lets time pass by seconds, for what is awaited in between to go on. @param {number} seconds */
async function pass(seconds) {
  for (let i = 0; i < seconds; i += 1) {
    mock.timers.tick(SECOND);
    for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
  }
}

describe('a text on its way to the popup', () => {
  it('is there for a popup that takes half a minute to open', async () => {
    await leaveHandover({ text: 'refused', why: 'barred', notes: [] });
    await pass(30);
    assert.deepEqual(await takeHandover(), { text: 'refused', why: 'barred', notes: [] });
    assert.deepEqual(held, {});
  });

  it('is gone where no popup has taken it', async () => {
    await leaveHandover({ text: 'refused', why: null, notes: [] });
    await pass(75);
    assert.deepEqual(held, {});
  });

  it('is not given to a popup that was opened for something else, later', async () => {
    held = { handover: { text: 'refused', why: null, notes: [], at: Date.now() } };
    await pass(61);
    assert.equal(await takeHandover(), null);
  });
});

describe('what a background left undone', () => {
  const request = { tabId: 7, frameId: 0, byKeyboard: true };
  let number = 0;
  /** A background that starts anew. @returns {Promise<typeof import('../../extension/background/pending.js')>} */
  const started = () => {
    number += 1;
    return import(`../../extension/background/pending.js?${number}`);
  };
  const never = () => new Promise(() => {});

  it('is taken up by one that takes a minute to start', async () => {
    void (await started()).whilePending(request, /** @type {any} */ (never));
    await pass(60);
    const left = await (await started()).leftUndone();
    assert.deepEqual({ ...left, at: 0 }, { ...request, at: 0 });
  });

  it('is called for by the page all the while, and then no more', async () => {
    void (await started()).whilePending(request, /** @type {any} */ (never));
    /** @type {{ call: () => void, ms: number }[]} */
    const timers = [];
    mock.method(
      globalThis,
      'setInterval',
      (/** @type {() => void} */ call, /** @type {number} */ ms) => void timers.push({ call, ms }),
    );
    mock.method(globalThis, 'clearInterval', () => void timers.pop());
    sent[0]?.func(...(sent[0]?.args ?? []));
    let waited = 0;
    for (let timer = timers[0]; timer && waited < 1000 * SECOND; timer = timers[0]) {
      waited += timer.ms;
      timer.call();
    }
    mock.restoreAll();
    assert.ok(waited > 60 * SECOND && waited <= 120 * SECOND, `${waited} ms`);
    assert.ok(calls >= waited / (2 * SECOND), `${calls} calls`);
  });

  it('is out of date for one that starts much later', async () => {
    void (await started()).whilePending(request, /** @type {any} */ (never));
    await pass(121);
    assert.equal(await (await started()).leftUndone(), null);
  });
});
