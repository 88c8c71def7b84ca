// Puts scopes.tsv, apis.tsv and codes.tsv, which are kept by hand, in order and counts their rows.
// Use: node rebuild.mjs
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const HERE = path.dirname(fileURLToPath(import.meta.url));
const SOURCES = 'the crate gitlab 0.1810.0 (MIT), GitLab\'s own page on the scopes of tokens';
const DATE = '2026-11-28';
const byBytes = (a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b));

function write(name, title, head, more = () => []) {
  const file = path.join(HERE, name);
  const rows = fs.readFileSync(file, 'utf8').split('\n').filter((line) => line && !line.startsWith('#'));
  const sorted = [...new Set(rows)].sort(byBytes);
  const lines = [`# ${title}`, `# by ${SOURCES}`, `# date ${DATE}`, `# rows ${sorted.length}`, ...more(sorted), `# ${head}`, ...sorted];
  fs.writeFileSync(file, lines.join('\n') + '\n');
  console.log(`${name}: ${sorted.length} rows`);
}

// `sudo` is left out: a scope of this table stands for GitLab's name, and other servers use that word, too.
write('scopes.tsv', 'GitLab scopes of classic tokens', 'code name_zh name_en token flags(s sensitive, f field) app_types grantor score(tenths, higher is narrower)',
  (rows) => [`# unnamed ${rows.filter((row) => !row.split('\t')[1]).length}`]);
write('apis.tsv', 'GitLab calls', 'host path method scopes(, any of; + all of; empty unknown) token title_zh page');
write('codes.tsv', 'GitLab error codes', 'code family kind meaning_zh meaning_en');
