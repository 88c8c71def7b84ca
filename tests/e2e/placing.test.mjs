// Where the card stands: below the selection, above it, beside it, over it; always whole, or to be scrolled.
import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import { samples } from '../demo/samples.mjs';
import { startHostile } from './hostile/server.mjs';
import { cardBeside } from './placing-page.mjs';
import { inBothBrowsers } from './stage.mjs';

const GAP = 8;
const LONG = samples.go;
const SHORT = samples.nothing;

/**
 * side: where the card stands; edge: which of its edges stands at the selection's or, for `window`, at the window's own.
 * @type {{what: string, text: string, style: string, side: 'below' | 'above' | 'right' | 'left' | 'over', edge?: 'left' | 'right' | 'window', scrolls?: true}[]}
 */
const places = [
  {
    what: 'below, from its left edge',
    text: SHORT,
    style: 'left: 100px; top: 100px; width: 300px',
    side: 'below',
    edge: 'left',
  },
  {
    what: 'below, within the window',
    text: SHORT,
    style: 'left: 1100px; top: 100px; width: 150px',
    side: 'below',
    edge: 'window',
  },
  {
    what: 'below, from the right edge of a text that runs to the left',
    text: SHORT,
    style: 'direction: rtl; left: 700px; top: 100px; width: 300px',
    side: 'below',
    edge: 'right',
  },
  { what: 'above', text: SHORT, style: 'left: 100px; top: 690px; width: 300px', side: 'above', edge: 'left' },
  { what: 'to the right of it', text: LONG, style: 'left: 40px; top: 250px; width: 500px', side: 'right' },
  { what: 'to the left of it', text: LONG, style: 'left: 740px; top: 250px; width: 500px', side: 'left' },
  {
    what: 'below, scrolling',
    text: LONG,
    style: 'left: 20px; top: 20px; width: 1240px',
    side: 'below',
    edge: 'left',
    scrolls: true,
  },
  {
    what: 'above, scrolling',
    text: LONG,
    style: 'left: 20px; top: 600px; width: 1240px',
    side: 'above',
    edge: 'left',
    scrolls: true,
  },
  {
    what: 'over a selection that fills the window',
    text: `${LONG}\n${'a line of the log '.repeat(5000)}`,
    style: 'left: 0; top: 10px; width: 1270px',
    side: 'over',
    scrolls: true,
  },
];

inBothBrowsers('placing', (stage) => {
  /** @type {Awaited<ReturnType<typeof startHostile>>} */
  let server;

  before(async () => {
    server = await startHostile({ words: {} });
    await stage.driver.configure({ lang: 'en' });
  });
  after(() => server.close());

  for (const { what, text, style, side, edge, scrolls = false } of places) {
    it(`stands ${what}`, async () => {
      const { selection, card } = await cardBeside(stage.driver, `${server.url}place.html`, { text, style });
      await stage.driver.popover().press('Escape');
      const [width, height] = [card.room.right, card.room.bottom];
      const gaps = {
        below: card.top - selection.bottom,
        above: selection.top - card.bottom,
        right: card.left - selection.right,
        left: selection.left - card.right,
        over: GAP,
      };
      assert.ok(Math.abs(gaps[side] - GAP) < 1, `${side} by ${gaps[side]}: ${JSON.stringify({ selection, card })}`);
      if (edge)
        assert.ok(
          Math.abs(
            { left: card.left - selection.left, right: card.right - selection.right, window: card.right - width + GAP }[
              edge
            ],
          ) < 1,
          `${edge}: ${JSON.stringify({ selection, card })}`,
        );
      const margins = [card.left, card.top, width - card.right, height - card.bottom];
      assert.ok(Math.min(...margins) > GAP - 0.1, `whole: ${JSON.stringify(card)}`);
      assert.equal(card.scrolls, scrolls || card.bottom - card.top >= height - 2 * GAP - 1);
    });
  }
});
