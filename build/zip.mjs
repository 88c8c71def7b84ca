// Packs a folder so that the same content gives the same bytes: files sorted, one fixed date, no owner, no mode.
// Usage: node build/zip.mjs FOLDER OUT
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { zipSync } from 'fflate';

/** The first day that a zip file can hold. A local time: fflate writes the clock's own reading. */
const DATE = new Date(1980, 0, 1);

/**
 * @param {string} folder
 * @returns {Uint8Array} the zip file
 */
export function zipOf(folder) {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile());
  const files = entries.map(entry => path.join(entry.parentPath, entry.name));
  const named = files.map(file => /** @type {const} */ ([path.relative(folder, file).split(path.sep).join('/'), readFileSync(file)]));
  named.sort(([one], [other]) => (one < other ? -1 : 1));
  return zipSync(Object.fromEntries(named), { level: 9, mtime: DATE });
}

if (import.meta.filename === process.argv[1]) {
  const [folder = '', out = ''] = process.argv.slice(2);
  writeFileSync(out, zipOf(folder));
}
