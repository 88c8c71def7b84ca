// The contact sheet: all pictures of a browser side by side, a line for each scene.
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** @import { Driver } from '../../tests/e2e/drivers/types.mjs' */
/** @import { Shot } from './scenes.mjs' */

// As wide as what it holds, for a picture of the whole is cut at its edge.
const STYLE = `html { inline-size: max-content; } body { margin: 0; padding: 16px; background: #808692; color: #fff; font: 14px system-ui; inline-size: 1568px; }
section { display: grid; grid-template-columns: repeat(4, 1fr); gap: 8px; align-items: start; }
h2 { margin: 16px 0 6px; font-size: 15px; } img { inline-size: 100%; background: #fff; }`;

/** @param {string} browser @param {Shot[]} shots */
function page(browser, shots) {
  const scenes = [...new Set(shots.map(({ scene }) => scene))];
  const line = (/** @type {string} */ scene) => {
    const images = shots.filter((shot) => shot.scene === scene).map(({ file }) => `<img src="${file}" alt="${file}">`);
    return `<h2>${scene}</h2><section>${images.join('')}</section>`;
  };
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Scopelens in ${browser}</title><style>${STYLE}</style>
<body>${scenes.map(line).join('\n')}</body></html>\n`;
}

/** @param {Driver} driver @param {Shot[]} shots @param {string} folder */
export async function drawSheet(driver, shots, folder) {
  const file = path.join(folder, `contact-sheet-${driver.name}`);
  await writeFile(`${file}.html`, page(driver.name, shots));
  await driver.dark(false);
  await driver.visit(pathToFileURL(`${file}.html`).href);
  await writeFile(`${file}.png`, await driver.pictureOf(':root'));
  console.log(`dist/screenshots/contact-sheet-${driver.name}.png`);
}
