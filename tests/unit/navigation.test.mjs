// Whether an event that tells of another address means another page.
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it, mock } from 'node:test';
import { onPageChange } from '../../extension/devtools/navigation.js';
import { entryOf } from '../support/entries.mjs';

describe('a change of the page’s address', () => {
  const clock = mock.timers;
  beforeEach(() => clock.enable({ apis: ['Date', 'setTimeout'], now: 1_000_000 }));
  afterEach(() => {
    clock.reset();
    Reflect.deleteProperty(globalThis, 'chrome');
  });

  /**
   * What is told of the page after one event.
   * @param {any[]} answers of the page, in turn; the last one stays
   * @param {any[]} [documents] entries that were told of before
   */
  function navigated(answers, documents = []) {
    /** @type {((url: string) => void)[]} */
    const listeners = [];
    const next = () => (answers.length > 1 ? answers.shift() : answers[0]);
    /** The event comes once the page has answered the first question. */
    let tell = () => {
      for (const listener of listeners) listener('https://a.example/page#top');
      tell = () => {};
    };
    Object.assign(globalThis, {
      chrome: {
        devtools: {
          inspectedWindow: {
            eval: (/** @type {string} */ _question, /** @type {(answer: any) => void} */ settle) =>
              setImmediate(() => {
                // An answer takes its time.
                clock.tick(20);
                settle(next());
                tell();
              }),
          },
          network: {
            onNavigated: { addListener: (/** @type {typeof listeners[0]} */ listener) => listeners.push(listener) },
            onRequestFinished: {
              addListener: (/** @type {(entry: any) => void} */ listener) => documents.forEach(listener),
            },
          },
        },
      },
    });
    return new Promise((resolve) => {
      onPageChange((startedAt) => resolve(startedAt));
    });
  }

  it('is none of the page where its clock goes on', async () =>
    assert.equal(
      await navigated([
        [1000, 5000],
        [1000, 5001],
      ]),
      null,
    ));
  it('is a new page where the clock is another', async () => {
    const start = Date.now() + 5;
    assert.equal(
      await navigated([
        [1000, 5000],
        [2000, start],
      ]),
      start,
    );
  });
  it('is a page from the browser’s memory where that began before', async () => {
    const before = Date.now();
    assert.ok(
      Number(
        await navigated([
          [1000, 5000],
          [500, 4000],
        ]),
      ) > before,
    );
  });
  it('is no page from the future', async () => {
    const start = Number(
      await navigated([
        [1000, 5000],
        [2000, Date.now() + 1e9],
      ]),
    );
    assert.ok(start <= Date.now());
  });
  it('waits for a document that cannot be asked yet', async () => {
    const start = Date.now() + 5;
    assert.equal(await navigated([[1000, 5000], undefined, undefined, [2000, start]]), start);
  });
  it('is a page that began when its document was asked for, where the page answers nonsense', async () => {
    const document = entryOf({ url: 'https://a.example/page', type: 'text/html', age: -10 });
    assert.equal(
      await navigated(
        [
          [1000, 5000],
          ['x', {}],
        ],
        [document],
      ),
      Date.parse(document.startedDateTime),
    );
  });
});
