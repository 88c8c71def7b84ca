// What else people change: larger text, wider spacing, the other direction, the keyboard alone, less motion.
import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import * as layout from './layout.mjs';
import { dress, sequences } from './scenes/all.mjs';
import { inBothBrowsers } from './stage.mjs';
import { tabStops, tabbable } from './tab-stops.mjs';

/** Of the panel's scenes, the ones with a layout or with stops of their own. */
const PANEL = ['empty', 'rows', 'card', 'request', 'cleared', 'plan'];

inBothBrowsers('accessible layout', (stage, name) => {
  /** @param {import('./scenes/all.mjs').Sequence} sequence @param {'en' | 'zh-CN'} lang @param {(surface: import('./drivers/types.mjs').Surface, scene: string) => Promise<void>} look */
  async function through(sequence, lang, look) {
    const set = { driver: stage.driver, url: stage.demo.url, lang };
    await dress(stage.driver, lang, false);
    for (const [scene, play] of Object.entries(sequence.scenes)) {
      const surface = await play(set);
      if (sequence.name !== 'panel' || PANEL.includes(scene)) await look(surface, scene);
    }
    await sequence.end(set);
  }

  for (const sequence of sequences) {
    describe(`the ${sequence.name}`, () => {
      /** By scene. @type {Record<string, string[]>} */
      const cut = {};
      /** @type {Record<string, string[]>} */
      const moving = {};
      /** @type {Record<string, string[]>} */
      const wrongStops = {};

      // One way through the scenes for all that is looked at: to bring them about takes far longer than to look.
      before(() =>
        through(sequence, 'en', async (surface, scene) => {
          cut[scene] = await surface.run(layout.cut);
          await surface.run(layout.turn, 'rtl');
          cut[`${scene}, right to left`] = await surface.run(layout.cut);
          await surface.run(layout.turn, 'ltr');
          await surface.run(layout.space, true);
          cut[`${scene}, spaced`] = await surface.run(layout.cut);
          await surface.run(layout.space, false);
          moving[scene] = await surface.run(layout.moving);
          // Firefox has stops of its own at whatever scrolls.
          if (name === 'firefox') return;
          const expected = await surface.run(tabbable);
          assert.ok(expected.length > 0, scene);
          const { missed, unmarked } = await tabStops(surface, expected);
          wrongStops[scene] = missed;
          wrongStops[`${scene}, without a mark`] = unmarked;
        }),
      );

      /** @param {Record<string, string[]>} found */
      function assertNone(found) {
        assert.ok(Object.keys(found).length > 0);
        assert.deepEqual(
          Object.entries(found).filter(([, list]) => list.length),
          [],
        );
      }

      it('bears wide spacing and the other direction', () => assertNone(cut));
      it('does not move where less motion is wanted', () => assertNone(moving));
      it('goes from stop to stop in order, and shows where', { skip: name === 'firefox' }, () =>
        assertNone(wrongStops),
      );
    });
  }

  for (const sequence of sequences.filter(({ camera }) => camera === 'page' || camera === 'document')) {
    for (const lang of /** @type {const} */ (['en', 'zh-CN'])) {
      it(`the ${sequence.name} can be used at 200 % (${lang})`, async () => {
        /** @type {Record<string, string[]>} */
        const cut = {};
        await dress(stage.driver, lang, false);
        // A zoom is kept for what stands in the tab when it is chosen.
        await sequence.scenes[Object.keys(sequence.scenes)[0] ?? '']?.({
          driver: stage.driver,
          url: stage.demo.url,
          lang,
        });
        await stage.driver.zoom(2);
        await through(sequence, lang, async (surface, scene) => {
          assert.ok((await surface.run(layout.width)) <= 660, 'it is zoomed');
          cut[scene] = await surface.run(layout.cut);
        });
        await stage.driver.zoom(1);
        assert.deepEqual(
          Object.entries(cut).filter(([, found]) => found.length),
          [],
        );
      });
    }
  }
});
