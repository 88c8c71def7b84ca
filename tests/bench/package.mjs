// A built package with the pages that measure it.
import { spawnSync } from 'node:child_process';
import { closeSync, cpSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { samples } from '../demo/samples.mjs';
import { at } from '../support/paths.mjs';

const HAR_MB = 100;

/** A page's own module. */
const MODULE = /(<script type="module" src=")[^"]+"/;

/** @param {string} file */
function writeHar(file) {
  const out = openSync(file, 'w');
  const { status } = spawnSync(process.execPath, [at('tests/bench/har.mjs'), String(HAR_MB)], {
    stdio: ['ignore', out, 'inherit'],
  });
  closeSync(out);
  if (status !== 0) throw new Error('the HAR file could not be written');
}

/**
 * @param {'chrome' | 'firefox'} name
 * @param {(folder: string) => Promise<void>} use
 */
export async function withPages(name, use) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'scopelens-bench-'));
  try {
    cpSync(at('dist', name), folder, { recursive: true });
    cpSync(at('tests/bench/page'), path.join(folder, 'bench'), { recursive: true });
    // A page's `../../support` is this folder at the package's root.
    cpSync(at('tests/support/with-packs.mjs'), path.join(folder, 'support/with-packs.mjs'));
    cpSync(at('crate/render/benches/small.json'), path.join(folder, 'bench/small.json'));
    writeHar(path.join(folder, 'bench/large.har'));
    writeFileSync(path.join(folder, 'bench/refusal.txt'), samples.go);
    for (const page of ['panel', 'popup']) {
      const html = readFileSync(path.join(folder, page, `${page}.html`), 'utf8');
      if (!MODULE.test(html)) throw new Error(`${page}.html has no module to put the measuring one in place of`);
      writeFileSync(path.join(folder, page, 'bench.html'), html.replace(MODULE, `$1/bench/${page}.js"`));
    }
    await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
