// One small refusal, text to card in the packaged wasm module, against JSON.parse of the same: node tests/bench/small.mjs
// Node copies strings into wasm faster than browsers do; the reader's own time is the same.
import fs from 'node:fs';
import path from 'node:path';

const root = path.join(import.meta.dirname, '../..');
const engineFolder = path.join(root, 'dist/chrome/engine');
if (!fs.existsSync(engineFolder)) {
  console.log('dist/chrome/engine is not there: run ./build.sh build first');
  process.exit(2);
}
const engine = await import(path.join(engineFolder, 'scopelens.js'));
engine.initSync({ module: fs.readFileSync(path.join(engineFolder, 'scopelens_bg.wasm')) });

const SAMPLES = 200;
const CALLS = 100;

/** @param {() => unknown} call @returns {number} the median of many samples, in microseconds a call */
function median(call) {
  for (let i = 0; i < 2_000; i++) call();
  const times = Array.from({ length: SAMPLES }, () => {
    const start = process.hrtime.bigint();
    for (let i = 0; i < CALLS; i++) call();
    return Number(process.hrtime.bigint() - start) / CALLS / 1_000;
  });
  return times.sort((a, b) => a - b)[SAMPLES / 2] ?? NaN;
}

const text = fs.readFileSync(path.join(root, 'crate/benches/small.json'), 'utf8');
const options = JSON.stringify({ lang: 'en' });
const card = JSON.parse(engine.diagnose(text, options)).ok.cards[0];
if (card.verdict !== 'refused') throw new Error(`the refusal was not read: ${card.title}`);

const parse = median(() => JSON.parse(text));
const diagnose = median(() => engine.diagnose(text, options));
const redact = median(() => engine.redact(text));
console.log(`small refusal, ${text.length} characters, node ${process.version}, medians of ${SAMPLES}`);
for (const [name, time] of /** @type {[string, number][]} */ ([['JSON.parse', parse], ['wasm diagnose', diagnose], ['wasm redact', redact]])) {
  console.log(`  ${name.padEnd(14)} ${time.toFixed(2).padStart(8)} µs  ${(time / parse).toFixed(1).padStart(6)} × JSON.parse`);
}
