// axe-core on every scene, in both languages and both themes.
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { violations } from './axe.mjs';
import { dress, sequences, turn } from './scenes/all.mjs';
import { inBothBrowsers } from './stage.mjs';

inBothBrowsers('accessibility', (stage) => {
  for (const sequence of sequences) {
    for (const lang of /** @type {const} */ (['en', 'zh-CN'])) {
      it(`axe finds nothing in the ${sequence.name} (${lang}, light and dark)`, async () => {
        const { driver, demo } = stage;
        const set = { driver, url: demo.url, lang };
        const found = [];
        await dress(driver, lang, false);
        for (const [scene, play] of Object.entries(sequence.scenes)) {
          const surface = await play(set);
          found.push(...(await violations(surface)).map((each) => ({ scene, ...each })));
          await turn(set, sequence, surface, true);
          found.push(
            ...(await violations(surface, { contrastOnly: true })).map((each) => ({
              scene: `${scene}, dark`,
              ...each,
            })),
          );
          await turn(set, sequence, surface, false);
        }
        await sequence.end(set);
        assert.deepEqual(found, []);
      });
    }
  }
});
