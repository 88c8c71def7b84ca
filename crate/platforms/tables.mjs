// What the catalogs' rebuild scripts share: rows, their order, and the files that they are written to.
import fs from 'node:fs';
import path from 'node:path';

/** One line of a table: no tab or line break may be in a cell. */
export const row = (...cells) => cells.map((c) => String(c ?? '').replace(/[\t\r\n]+/g, ' ')).join('\t');

export const byBytes = (a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b));

/** How many rows of a table of scopes have no Chinese name, as its head says it. */
export const unnamed = (rows) => `# unnamed ${rows.filter((line) => !line.split('\t')[1]).length}`;

/** Ends where calls name scopes that the table of scopes lacks. */
export function checkScopes(known, named) {
  const all = new Set(known);
  const missing = named.filter((code) => !all.has(code));
  if (missing.length) throw new Error(`calls name unknown scopes: ${missing.join(', ')}`);
}

/** What reads JSON files of the folder that is named behind the script; `usage` says what else is named there. */
export function factsOf(usage = 'TABLES_DIR') {
  const [folder] = process.argv.slice(2);
  if (!folder) {
    console.error(`use: node rebuild.mjs ${usage}`);
    process.exit(2);
  }
  return (name) => JSON.parse(fs.readFileSync(path.join(folder, name), 'utf8'));
}

/** The tables of one catalog. */
export class Tables {
  /** @param {string} folder where they stand @param {string} [origin] the line of their heads that names the sources */
  constructor(folder, origin) {
    this.folder = folder;
    this.origin = origin ? [`# ${origin}`] : [];
  }

  /** The rows of a table that is kept by hand, or was written before. */
  rows(name) {
    const file = path.join(this.folder, name);
    const text = fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : '';
    return text.split('\n').filter((line) => line && !line.startsWith('#'));
  }

  /** Writes each row once, in order, below a head; `more` are further lines of the head. */
  write(name, title, head, rows, date, more = []) {
    const sorted = [...new Set(rows)].sort(byBytes);
    const lines = [`# ${title}`, ...this.origin, `# date ${date}`, `# rows ${sorted.length}`, ...more, `# ${head}`, ...sorted];
    fs.writeFileSync(path.join(this.folder, name), lines.join('\n') + '\n');
    console.log(`${name}: ${sorted.length} rows`);
  }
}
