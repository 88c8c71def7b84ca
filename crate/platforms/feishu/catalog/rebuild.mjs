// Rebuilds scopes.tsv and apis.tsv from the fact tables feishu-scopes.json and feishu-apis.json, and puts codes.tsv,
// which is kept by hand, in order.
// Use: node rebuild.mjs TABLES_DIR
import { Tables, checkScopes, factsOf, row, unnamed } from '../../tables.mjs';

const HOST = 'open.feishu.cn';
// Names that the console shows, from Feishu's own pages. A plugin's description of a scope (`desc_zh`) is no name.
const NAMES = { 'contact:contact.base:readonly': '获取通讯录基本信息' };
const nameOf = (s) => s.name_zh ?? NAMES[s.scope];
const TOKENS = { tenant: 'app', app: 'app', user: 'user', both: 'both' };
const tables = new Tables(import.meta.dirname, 'from larksuite/cli, larksuite/openclaw-lark, vicenteyu/FeishuNetSdk, riba2534/feishu-cli (MIT), agentscope-ai/CoPaw (Apache-2.0)');

function scopeRow(s) {
  const flags = (s.sensitive ? 's' : '') + (!s.apis && s.field_apis ? 'f' : '');
  const score = s.score === null ? '' : Math.round(s.score * 10);
  return row(s.scope, nameOf(s), '', TOKENS[s.identity], flags, '', '', score);
}

function apiRow(a) {
  const scopes = a.all_of ? a.all_of.join('+') : a.scopes.join(',');
  return row(a.host ?? HOST, a.path, a.method, scopes, TOKENS[a.identity], a.title_zh ?? a.title_en, a.doc);
}

const read = factsOf();
const { scopes, state } = read('feishu-scopes.json');
const { apis, state: apisState } = read('feishu-apis.json');
checkScopes(scopes.map((s) => s.scope), apis.flatMap((a) => [...a.scopes, ...(a.all_of ?? [])]));
const scopeRows = scopes.map(scopeRow);
tables.write('scopes.tsv', 'Feishu scopes', 'code name_zh name_en token flags(s sensitive, f field) app_types grantor score(tenths, higher is narrower)', scopeRows, state, [unnamed(scopeRows)]);
tables.write('apis.tsv', 'Feishu calls', 'host path method scopes(, any of; + all of; empty unknown) token title_zh page', apis.map(apiRow), apisState);
tables.write('codes.tsv', 'Feishu error codes', 'code family kind meaning_zh meaning_en', tables.rows('codes.tsv'), state);
