// The stores' pictures, made of real ones: five screenshots and two promotional tiles in each language, in dist/store.
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { at } from '../../tests/support/paths.mjs';

/** @import { Driver } from '../../tests/e2e/drivers/types.mjs' */
/** @import { Shot } from './scenes.mjs' */

/** The scenes to show, in the stores' order; a popup is small enough to stand there light and dark. */
const SCENES = ['popover · card', 'panel · card', 'panel · plan', 'popup · card', 'welcome · tried'];

const icon = pathToFileURL(at('extension/icons/icon-light.svg')).href;

/** @param {string} scene */
const nameOf = (scene) => scene.replace(' · ', '-');

/** @param {string} lang @returns {Promise<Record<string, string>>} */
const captionsOf = async (lang) => JSON.parse(await readFile(at('store', lang, 'captions.json'), 'utf8'));

/**
 * One page with all pictures of a language on it, each an element with an id.
 * @param {Record<string, string>} captions @param {Shot[]} shots of the language @param {string} folder where they lie @param {string} style
 */
function page(captions, shots, folder, style) {
  const address = (/** @type {Shot} */ { file }) => pathToFileURL(path.join(folder, file)).href;
  const screenshots = SCENES.map((scene) => {
    const taken = shots.filter((shot) => shot.scene === scene);
    const shown = scene.startsWith('popup') ? taken : taken.slice(0, 1);
    const images = shown.map((shot) => `<img class="${shown.length > 1 ? 'tall' : 'wide'}" src="${address(shot)}">`);
    return `<div class="picture screenshot" id="${nameOf(scene)}"><h1>${captions[nameOf(scene)]}</h1><div class="shots">${images.join('')}</div></div>`;
  });
  const popup = shots.find((shot) => shot.scene === 'popup · card' && !shot.dark);
  const words = `<img src="${icon}"><h1>Scopelens</h1><p>${captions.tagline}</p>`;
  return `<!doctype html><meta charset="utf-8"><style>${style}</style>${screenshots.join('')}
<div class="picture small" id="small">${words}</div>
<div class="picture large" id="large"><div class="words">${words}</div>${popup ? `<img class="shot" src="${address(popup)}">` : ''}</div>`;
}

/** @param {Driver} driver @param {Shot[]} shots @param {string} folder where they lie */
export async function drawStore(driver, shots, folder) {
  const style = await readFile(at('build/shoot/store.css'), 'utf8');
  for (const lang of /** @type {const} */ (['en', 'zh-CN'])) {
    const out = at('dist/store', lang);
    await rm(out, { recursive: true, force: true });
    await mkdir(out, { recursive: true });
    const file = path.join(folder, `store-${lang}.html`);
    await writeFile(
      file,
      page(
        await captionsOf(lang),
        shots.filter((shot) => shot.lang === lang),
        folder,
        style,
      ),
    );
    await driver.visit(pathToFileURL(file).href);
    const pictures = [
      ...SCENES.map((scene, index) => [nameOf(scene), `screenshot-${index + 1}`]),
      ['small', 'tile-440x280'],
      ['large', 'tile-1400x560'],
    ];
    for (const [id, name] of pictures) {
      await writeFile(path.join(out, `${name}.png`), await driver.pictureOf(`#${id}`));
      console.log(`dist/store/${lang}/${name}.png`);
    }
    await rm(file);
  }
}
