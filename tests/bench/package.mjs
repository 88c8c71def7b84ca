// A built package with the pages that measure it.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { at } from '../support/paths.mjs';

/**
 * @param {'chrome' | 'firefox'} name
 * @param {(folder: string) => Promise<void>} use
 */
export async function withPages(name, use) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'scopelens-bench-'));
  try {
    cpSync(at('dist', name), folder, { recursive: true });
    cpSync(at('tests/bench/page'), path.join(folder, 'bench'), { recursive: true });
    cpSync(at('crate/benches/small.json'), path.join(folder, 'bench/small.json'));
    const panel = readFileSync(path.join(folder, 'panel/panel.html'), 'utf8');
    writeFileSync(path.join(folder, 'panel/bench.html'), panel.replace('src="panel.js"', 'src="/bench/panel.js"'));
    await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
