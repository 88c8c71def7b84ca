// What else people change: larger text, wider spacing, the other direction, the keyboard alone, less motion.
import assert from 'node:assert/strict';
import { it } from 'node:test';
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
    it(`the ${sequence.name} bears wide spacing and the other direction`, async () => {
      /** @type {Record<string, string[]>} */
      const cut = {};
      await through(sequence, 'en', async (surface, scene) => {
        cut[scene] = await surface.run(layout.cut);
        await surface.run(layout.turn, 'rtl');
        cut[`${scene}, right to left`] = await surface.run(layout.cut);
        await surface.run(layout.turn, 'ltr');
        await surface.run(layout.space, true);
        cut[`${scene}, spaced`] = await surface.run(layout.cut);
        await surface.run(layout.space, false);
      });
      assert.deepEqual(
        Object.entries(cut).filter(([, found]) => found.length),
        [],
      );
    });

    // Firefox has stops of its own at whatever scrolls.
    it(`the ${sequence.name} goes from stop to stop in order, and shows where`, {
      skip: name === 'firefox',
    }, async () => {
      /** @type {Record<string, unknown>} */
      const wrong = {};
      await through(sequence, 'en', async (surface, scene) => {
        const expected = await surface.run(tabbable);
        const stops = await tabStops(surface, expected);
        assert.ok(expected.length > 0, scene);
        if (stops.missed.length) wrong[scene] = stops.missed;
        if (stops.unmarked.length) wrong[`${scene}, without a mark`] = stops.unmarked;
      });
      assert.deepEqual(wrong, {});
    });

    it(`nothing moves in the ${sequence.name} where less motion is wanted`, async () => {
      await through(sequence, 'en', async (surface, scene) =>
        assert.deepEqual(await surface.run(layout.moving), [], scene),
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
