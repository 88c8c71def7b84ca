// Rebuilds scopes.tsv, apis.tsv and codes.tsv from the fact tables scopes.json, apis.json and error-codes.json.
// Use: node rebuild.mjs TABLES_DIR CRAWL_DATE
import { Tables, checkScopes, factsOf, row } from '../../tables.mjs';

const tables = new Tables(import.meta.dirname);
const DOCS = 'https://open.dingtalk.com/document/development/';
const TYPES = { internal: 'i', isv: 'v', personal: 'p' };

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

const date = process.argv[3] ?? '';
if (!/^\d{4}-\d\d-\d\d$/.test(date)) {
  console.error('use: node rebuild.mjs TABLES_DIR YYYY-MM-DD');
  process.exit(2);
}
const [scopes, apis, codes] = ['scopes.json', 'apis.json', 'error-codes.json'].map(factsOf('TABLES_DIR YYYY-MM-DD'));
checkScopes(scopes.map((s) => s.code), apis.flatMap((a) => a.scopes));
const source = 'from the public documentation, open.dingtalk.com/document';
tables.write('scopes.tsv', `DingTalk scopes ${source}`, 'code name_zh name_en token flags(s sensitive, c closed, f field) app_types(i internal, v third-party, p personal) grantor', scopes.map(scopeRow), date);
tables.write('apis.tsv', `DingTalk calls ${source}`, 'host path method scopes(- none needed, empty unknown) token title_zh page', apis.map(apiRow), date);
tables.write('codes.tsv', `DingTalk error codes ${source} and public logs`, 'code family kind message_zh meaning_en', codes.map(codeRow), date);
