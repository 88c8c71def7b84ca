// What is measured, as the package holds it.

/** @param {string} file in the package @returns {Promise<any>} */
const imported = (file) => import(chrome.runtime.getURL(file));

/** The glue itself, which answers at once. @returns {Promise<import('../../support/engine.mjs').Engine>} */
export async function loadGlue() {
  const glue = await imported('engine/scopelens.js');
  await glue.default({ module_or_path: chrome.runtime.getURL('engine/scopelens_bg.wasm') });
  return glue;
}

/** @returns {Promise<import('../../../extension/devtools/prefilter.js').Prefilter>} */
export async function loadPrefilter() {
  const { Prefilter } = await imported('devtools/prefilter.js');
  return new Prefilter(JSON.parse((await loadGlue()).sift_patterns()).ok);
}
