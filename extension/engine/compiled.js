/**
 * The engine's code, compiled from the moment this is imported. It takes longer than all else that stands between a click and
 * its answer, so it depends on nothing; Firefox runs it before the background's other modules have come.
 */

export const compiled = WebAssembly.compileStreaming(fetch(chrome.runtime.getURL('engine/scopelens_bg.wasm')));

// Whoever asks the engine hears of a failure, and tries anew.
compiled.catch(() => {});
