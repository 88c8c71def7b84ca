/**
 * The engine's code and the index of its packs, on their way from the moment this is imported. They take longer than all else that
 * stands between a click and its answer, so they depend on nothing; Firefox runs this before the background's other modules have
 * come.
 */

/** @param {string} path within the package @returns {Promise<Uint8Array>} @throws where the package lacks the file */
export async function packaged(path) {
  const response = await fetch(chrome.runtime.getURL(path));
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

export const compiled = WebAssembly.compileStreaming(fetch(chrome.runtime.getURL('engine/scopelens_bg.wasm')));

export const index = packaged('packs/index.pack');

// Whoever asks the engine hears of a failure, and tries anew.
compiled.catch(() => {});
index.catch(() => {});
