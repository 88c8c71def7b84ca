// Rebuilds scopes.tsv, apis.tsv and codes.tsv from the fact tables scopes.json, apis.json and error-codes.json.
// Use: node rebuild.mjs TABLES_DIR CRAWL_DATE
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const HERE = path.dirname(fileURLToPath(import.meta.url));
const DOCS = 'https://open.dingtalk.com/document/development/';
const TYPES = { internal: 'i', isv: 'v', personal: 'p' };

/** One line of a table: no tab or line break may be in a cell. */
const row = (...cells) => cells.map((c) => String(c ?? '').replace(/[\t\r\n]+/g, ' ')).join('\t');
const byBytes = (a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b));

function scopeRow(s) {
  const flags = (s.sensitive ? 's' : '') + (s.closed ? 'c' : '') + (s.kind === 'field' ? 'f' : '');
  const types = s.app_types.map((t) => TYPES[t]).join('');
  return row(s.code, s.name_zh, s.name_en, s.token, flags, types, s.grantor);
}

function apiRow(a) {
  const page = a.doc_url?.startsWith(DOCS) ? a.doc_url.slice(DOCS.length) : a.doc_url;
  const scopes = a.status === 'none-required' ? '-' : a.scopes.join(',');
  return row(a.host, a.path, a.method, scopes, a.token, a.title_zh, page);
}

const codeRow = (c) => row(c.code, c.family, c.kind, c.message_zh, c.meaning_en);

function write(name, title, head, rows, date) {
  const sorted = [...new Set(rows)].sort(byBytes);
  const lines = [`# ${title}`, `# date ${date}`, `# rows ${sorted.length}`, `# ${head}`, ...sorted];
  fs.writeFileSync(path.join(HERE, name), lines.join('\n') + '\n');
  console.log(`${name}: ${sorted.length} rows`);
}

function check(scopes, apis) {
  const known = new Set(scopes.map((s) => s.code));
  const missing = apis.flatMap((a) => a.scopes).filter((code) => !known.has(code));
  if (missing.length) throw new Error(`calls name unknown scopes: ${missing.join(', ')}`);
}

const [tables, date] = process.argv.slice(2);
if (!tables || !/^\d{4}-\d\d-\d\d$/.test(date ?? '')) {
  console.error('use: node rebuild.mjs TABLES_DIR YYYY-MM-DD');
  process.exit(2);
}
const read = (name) => JSON.parse(fs.readFileSync(path.join(tables, name), 'utf8'));
const [scopes, apis, codes] = ['scopes.json', 'apis.json', 'error-codes.json'].map(read);
check(scopes, apis);
const source = 'from the public documentation, open.dingtalk.com/document';
write('scopes.tsv', `DingTalk scopes ${source}`, 'code name_zh name_en token flags(s sensitive, c closed, f field) app_types(i internal, v third-party, p personal) grantor', scopes.map(scopeRow), date);
write('apis.tsv', `DingTalk calls ${source}`, 'host path method scopes(- none needed, empty unknown) token title_zh page', apis.map(apiRow), date);
write('codes.tsv', `DingTalk error codes ${source} and public logs`, 'code family kind message_zh meaning_en', codes.map(codeRow), date);
