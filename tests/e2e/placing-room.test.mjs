// How high the card is beside a long selection, what of the selection it leaves in sight, and where its head stays.
import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import { samples } from '../demo/samples.mjs';
import { startHostile } from './hostile/server.mjs';
import { cardBeside, standing } from './placing-page.mjs';
import { inBothBrowsers } from './stage.mjs';

const GAP = 8;
const WIDTH = 440;

/** A line of the page, in px. */
const LINE = 16;

/** It asks a question, and the card is higher than any window here leaves room for. */
const LONG = samples.log;
const log = `${LONG}\n${'a line of the log that goes on and on '.repeat(2000)}`;

/** @type {[number, number][]} */
const windows = [
  [1280, 750],
  [900, 500],
  [500, 700],
  [1280, 1000],
];

/** Where a selection begins and ends, as shares of the window's height, and how wide it is. @type {Record<string, {from: number, to: number, width: string}>} */
const selections = {
  'that begins a third of the way down': { from: 0.35, to: 2, width: 'calc(100% - 40px)' },
  'that begins half-way down': { from: 0.52, to: 2, width: 'calc(100% - 40px)' },
  'that leaves a third below it': { from: 0.02, to: 0.66, width: 'calc(100% - 40px)' },
  'in the middle': { from: 0.3, to: 0.7, width: 'calc(100% - 40px)' },
  'that fills the window': { from: 0.01, to: 2, width: 'calc(100% - 40px)' },
  'in a narrow column': { from: 0.2, to: 2, width: '240px' },
};

inBothBrowsers('room for the card', (stage) => {
  /** @type {Awaited<ReturnType<typeof startHostile>>} */
  let server;

  before(async () => {
    server = await startHostile({ words: {} });
    await stage.driver.configure({ lang: 'en' });
  });
  after(() => server.close());

  /** @param {[number, number]} size @param {string} what */
  async function opened([width, height], what) {
    const { from = 0, to = 0, width: wide = '' } = selections[what] ?? {};
    await stage.driver.resize(width, height);
    const style = `left: 20px; top: ${from * height}px; width: ${wide}; height: ${(to - from) * height}px; overflow: clip`;
    return cardBeside(stage.driver, `${server.url}place.html`, { text: log, style });
  }

  /** @param {Awaited<ReturnType<typeof standing>>} card */
  function assertHasRoom(card) {
    const height = card.room.bottom;
    const least = Math.min(card.whole, Math.max(420, 0.6 * height), height - 2 * GAP);
    assert.ok(card.bottom - card.top > least - 1, `${card.bottom - card.top} px of ${least}: ${JSON.stringify(card)}`);
    const margins = [card.left, card.top, card.room.right - card.right, height - card.bottom];
    assert.ok(Math.min(...margins) > GAP - 0.1, `whole: ${JSON.stringify(card)}`);
  }

  /** @param {Awaited<ReturnType<typeof standing>>} card */
  function assertHeadInSight(card) {
    for (const part of [card.title, card.close]) {
      assert.ok(
        part.top >= card.top && part.bottom <= card.bottom && card.top >= 0,
        `in sight: ${JSON.stringify(card)}`,
      );
    }
  }

  for (const size of windows) {
    for (const what of Object.keys(selections)) {
      it(`has room beside a selection ${what}, in ${size.join(' x ')}`, async () => {
        const { selection, card } = await opened(size, what);
        assertHasRoom(card);
        const least = Math.max(420, 0.6 * card.room.bottom);
        const fits = selection.top + LINE < card.room.bottom - least - 2 * GAP || card.room.right > WIDTH + 160;
        const isSeen =
          card.top > selection.top + LINE - 1 || card.bottom < selection.top + 1 || card.left > selection.left + 60;
        assert.ok(isSeen || !fits, `the beginning is in sight: ${JSON.stringify({ selection, card })}`);
        await stage.driver.popover().press('Escape');
      });
    }

    it(`keeps its head in sight when a question is answered, in ${size.join(' x ')}`, async () => {
      for (const what of Object.keys(selections)) {
        await opened(size, what);
        await stage.driver.popover().click('[data-part="answer"]');
        const answered = await standing(stage.driver);
        assertHeadInSight(answered);
        assertHasRoom(answered);
        await stage.driver.popover().run((root) => {
          root.querySelector('.content').scrollTop = 1e6;
        });
        assertHeadInSight(await standing(stage.driver));
        await stage.driver.popover().press('Escape');
      }
    });
  }
});
