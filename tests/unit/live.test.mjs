// When a text in the popup is read, and when it is spoken of and kept: by a clock that is played.
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it, mock } from 'node:test';
import { liveReader } from '../../extension/popup/live.js';

describe('the popup’s text', () => {
  /** @type {string[]} */
  let told = [];
  /** Readings that have begun and wait for their text. @type {((text: string) => void)[]} */
  let readings = [];
  /** @type {ReturnType<typeof liveReader>} */
  let live;

  beforeEach(() => {
    mock.timers.enable({ apis: ['setTimeout'] });
    told = [];
    readings = [];
    live = liveReader({
      read: () => new Promise((resolve) => readings.push(resolve)),
      show: (/** @type {string} */ text) => told.push(`show ${text}`),
      settle: (/** @type {string} */ text) => told.push(`settle ${text}`),
    });
  });
  afterEach(() => mock.timers.reset());

  /** A reading ends. @param {number} index @param {string} text */
  async function ends(index, text) {
    readings[index]?.(text);
    await new Promise((resolve) => setImmediate(resolve));
  }

  it('is read once nothing was typed for a while', () => {
    live.soon();
    mock.timers.tick(200);
    live.soon();
    mock.timers.tick(200);
    assert.equal(readings.length, 0);
    mock.timers.tick(50);
    assert.equal(readings.length, 1);
  });

  it('is shown at once, and spoken of once it has stood', async () => {
    live.soon();
    mock.timers.tick(250);
    await ends(0, 'typed');
    assert.deepEqual(told, ['show typed']);
    mock.timers.tick(1499);
    assert.deepEqual(told, ['show typed']);
    mock.timers.tick(1);
    assert.deepEqual(told, ['show typed', 'settle typed']);
  });

  it('is spoken of without a pause where that was asked', async () => {
    live.now();
    await ends(0, 'pasted');
    mock.timers.tick(0);
    assert.deepEqual(told, ['show pasted', 'settle pasted']);
  });

  it('is the newest alone: what ends late is not shown, and what was shown is not spoken of', async () => {
    live.now();
    live.now();
    await ends(1, 'second');
    await ends(0, 'first');
    assert.deepEqual(told, ['show second']);
    live.soon();
    mock.timers.tick(10_000);
    await ends(2, 'third');
    assert.deepEqual(told, ['show second', 'show third']);
  });
});
