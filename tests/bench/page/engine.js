// What is measured, as the package holds it.
import { withPacks } from '../../support/with-packs.mjs';

/** @param {string} file in the package @returns {Promise<any>} */
const imported = (file) => import(chrome.runtime.getURL(file));

/** @param {string} file @returns {Promise<[string, Uint8Array]>} */
const fetched = async (file) => [
  file,
  new Uint8Array(await (await fetch(chrome.runtime.getURL(`packs/${file}`))).arrayBuffer()),
];

/** The files that an index names, behind its first line. @param {Uint8Array} index @returns {string[]} */
function filesOf(index) {
  const text = new TextDecoder().decode(index);
  /** @type {{ platforms: { packs: { file: string }[] }[] }} */
  const { platforms } = JSON.parse(text.slice(text.indexOf('\n') + 1));
  return platforms.flatMap(({ packs }) => packs.map(({ file }) => file));
}

/** The engine with its packs at hand, which answers at once. @returns {Promise<import('../../support/with-packs.mjs').Engine>} */
export async function loadEngine() {
  const glue = await imported('engine/scopelens.js');
  await glue.default({ module_or_path: chrome.runtime.getURL('engine/scopelens_bg.wasm') });
  const index = await fetched('index.pack');
  const packs = new Map([index, ...(await Promise.all(filesOf(index[1]).map(fetched)))]);
  return withPacks(glue, (file) => packs.get(file) ?? new Uint8Array());
}

/** @returns {Promise<import('../../../extension/devtools/prefilter.js').Prefilter>} */
export async function loadPrefilter() {
  const { Prefilter } = await imported('devtools/prefilter.js');
  return new Prefilter(JSON.parse((await loadEngine()).sift_patterns()).ok);
}
