// Rebuilds scopes.tsv and apis.tsv from the fact tables feishu-scopes.json and feishu-apis.json, and puts codes.tsv,
// which is kept by hand, in order.
// Use: node rebuild.mjs TABLES_DIR
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const HERE = path.dirname(fileURLToPath(import.meta.url));
const HOST = 'open.feishu.cn';
// Names that the console shows, from Feishu's own pages. A plugin's description of a scope (`desc_zh`) is no name.
const NAMES = { 'contact:contact.base:readonly': '获取通讯录基本信息' };
const nameOf = (s) => s.name_zh ?? NAMES[s.scope];
const TOKENS = { tenant: 'app', app: 'app', user: 'user', both: 'both' };
const SOURCES = 'larksuite/cli, larksuite/openclaw-lark, vicenteyu/FeishuNetSdk, riba2534/feishu-cli (MIT), agentscope-ai/CoPaw (Apache-2.0)';

/** One line of a table: no tab or line break may be in a cell. */
const row = (...cells) => cells.map((c) => String(c ?? '').replace(/[\t\r\n]+/g, ' ')).join('\t');
const byBytes = (a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b));

function scopeRow(s) {
  const flags = (s.sensitive ? 's' : '') + (!s.apis && s.field_apis ? 'f' : '');
  const score = s.score === null ? '' : Math.round(s.score * 10);
  return row(s.scope, nameOf(s), '', TOKENS[s.identity], flags, '', '', score);
}

function apiRow(a) {
  const scopes = a.all_of ? a.all_of.join('+') : a.scopes.join(',');
  return row(a.host ?? HOST, a.path, a.method, scopes, TOKENS[a.identity], a.title_zh ?? a.title_en, a.doc);
}

function check(scopes, apis) {
  const known = new Set(scopes.map((s) => s.scope));
  const missing = apis.flatMap((a) => [...a.scopes, ...(a.all_of ?? [])]).filter((code) => !known.has(code));
  if (missing.length) throw new Error(`calls name unknown scopes: ${missing.join(', ')}`);
}

function write(name, title, head, rows, date, more = []) {
  const sorted = [...new Set(rows)].sort(byBytes);
  const lines = [`# ${title}`, `# from ${SOURCES}`, `# date ${date}`, `# rows ${sorted.length}`, ...more, `# ${head}`, ...sorted];
  fs.writeFileSync(path.join(HERE, name), lines.join('\n') + '\n');
  console.log(`${name}: ${sorted.length} rows`);
}

const [tables] = process.argv.slice(2);
if (!tables) {
  console.error('use: node rebuild.mjs TABLES_DIR');
  process.exit(2);
}
const read = (name) => JSON.parse(fs.readFileSync(path.join(tables, name), 'utf8'));
const { scopes, state } = read('feishu-scopes.json');
const { apis, state: apisState } = read('feishu-apis.json');
check(scopes, apis);
const unnamed = scopes.filter((s) => !nameOf(s)).length;
write('scopes.tsv', 'Feishu scopes', 'code name_zh name_en token flags(s sensitive, f field) app_types grantor score(tenths, higher is narrower)', scopes.map(scopeRow), state, [`# unnamed ${unnamed}`]);
write('apis.tsv', 'Feishu calls', 'host path method scopes(, any of; + all of; empty unknown) token title_zh page', apis.map(apiRow), apisState);
const codes = fs.readFileSync(path.join(HERE, 'codes.tsv'), 'utf8').split('\n').filter((line) => line && !line.startsWith('#'));
write('codes.tsv', 'Feishu error codes', 'code family kind meaning_zh meaning_en', codes, state);
