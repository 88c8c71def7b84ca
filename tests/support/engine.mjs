// The built engine, through the glue and with the packs that ship.
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { at } from './paths.mjs';
import { withPacks } from './with-packs.mjs';

/** @typedef {import('./with-packs.mjs').Engine} Engine */

const folder = at('dist/chrome');

/** @returns {Promise<import('./with-packs.mjs').Glue>} */
export async function loadGlue() {
  const glue = await import(pathToFileURL(`${folder}/engine/scopelens.js`).href);
  glue.initSync({ module: await readFile(`${folder}/engine/scopelens_bg.wasm`) });
  return glue;
}

/** A pack by the name of its file. @param {string} file */
export const readPack = (file) => new Uint8Array(readFileSync(`${folder}/packs/${file}`));

/** @returns {Promise<Engine>} */
export const loadEngine = async () => withPacks(await loadGlue(), readPack);
