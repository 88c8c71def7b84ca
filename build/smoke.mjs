// Does the optimised module start? An optimiser that is too old breaks it without a word.
// Usage: node build/smoke.mjs ENGINE_DIR
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const dir = path.resolve(process.argv[2] ?? '');
const glue = await import(pathToFileURL(path.join(dir, 'scopelens.js')).href);
glue.initSync({ module: await readFile(path.join(dir, 'scopelens_bg.wasm')) });
const { ok } = JSON.parse(glue.har_frame());
if (!ok?.before) throw new Error('the engine started but does not answer');
