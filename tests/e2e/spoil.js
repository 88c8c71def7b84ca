// A file that the package gets for a suite: overwrites the memory of the engine in the document that runs it.
// @ts-expect-error -- a path within the package
import load from '/engine/scopelens.js';

// Once loaded, the glue gives the exports to whoever loads it again.
const { memory } = await load();
new Uint8Array(memory.buffer).fill(255);
