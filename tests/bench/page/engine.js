// What is measured, as the package holds it.
import { withPacks } from '../../support/with-packs.mjs';

const PACKS = ['rules', 'en', 'zh-CN', 'catalog'].flatMap((part) => [`dingtalk.${part}.pack`, `feishu.${part}.pack`]);

/** @param {string} file in the package @returns {Promise<any>} */
const imported = (file) => import(chrome.runtime.getURL(file));

/** @param {string} file @returns {Promise<[string, Uint8Array]>} */
const fetched = async (file) => [
  file,
  new Uint8Array(await (await fetch(chrome.runtime.getURL(`packs/${file}`))).arrayBuffer()),
];

/** The engine with its packs at hand, which answers at once. @returns {Promise<import('../../support/with-packs.mjs').Engine>} */
export async function loadEngine() {
  const glue = await imported('engine/scopelens.js');
  await glue.default({ module_or_path: chrome.runtime.getURL('engine/scopelens_bg.wasm') });
  const packs = new Map(await Promise.all(['index.pack', ...PACKS].map(fetched)));
  return withPacks(glue, (file) => packs.get(file) ?? new Uint8Array());
}

/** @returns {Promise<import('../../../extension/devtools/prefilter.js').Prefilter>} */
export async function loadPrefilter() {
  const { Prefilter } = await imported('devtools/prefilter.js');
  return new Prefilter(JSON.parse((await loadEngine()).sift_patterns()).ok);
}
