// A picture of every scene, in both languages and both themes.
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { dress, sequences } from '../../tests/e2e/scenes/all.mjs';

/** @import { Driver } from '../../tests/e2e/drivers/types.mjs' */
/** @import { Sequence } from '../../tests/e2e/scenes/all.mjs' */

/** @typedef {{ scene: string, lang: 'en' | 'zh-CN', dark: boolean, file: string }} Shot */

/** @param {Driver} driver @param {Sequence['camera']} camera */
const picture = (driver, camera) => (camera === 'document' ? driver.pictureOf(':root') : driver.picture(camera));

/**
 * @param {Driver} driver
 * @param {string} url  the demo page
 * @param {string} folder
 * @returns {Promise<Shot[]>}
 */
export async function shootScenes(driver, url, folder) {
  const shots = [];
  for (const lang of /** @type {const} */ (['en', 'zh-CN'])) {
    for (const dark of [false, true]) {
      await dress(driver, lang, dark);
      for (const { name, camera, scenes, end } of sequences) {
        const set = { driver, url, lang };
        for (const [scene, play] of Object.entries(scenes)) {
          await play(set);
          const file = `${driver.name}-${name}-${scene}-${lang}${dark ? '-dark' : ''}.png`;
          await writeFile(path.join(folder, file), await picture(driver, camera));
          console.log(`dist/screenshots/${file}`);
          shots.push({ scene: `${name} · ${scene}`, lang, dark, file });
        }
        await end(set);
      }
    }
  }
  return shots;
}
