// Rebuilds scopes.tsv and apis.tsv from the fact table google-scopes.json, and puts codes.tsv, which is kept by hand, in order.
// Use: node rebuild.mjs TABLES_DIR
import { Tables, byBytes, factsOf, row, unnamed } from '../../tables.mjs';

const tables = new Tables(import.meta.dirname, 'from googleapis/google-api-python-client (Apache-2.0); classes of scopes: Google, "Choose Drive API scopes", "Choose Gmail API scopes" (CC-BY-4.0)');
const PLATFORM = 'https://www.googleapis.com/auth/cloud-platform';

// Scopes that Apps Script asks for and no API's description names: as its own messages print them, described in own words.
const OF_SCRIPTS = {
  'script.external_request': 'Connect to other services',
  'script.send_mail': 'Send mail as the person',
  'script.container.ui': 'Show dialogs and sidebars in the document',
  'script.scriptapp': 'Run while the person is away',
  'spreadsheets.currentonly': 'Read and change the spreadsheet that the script belongs to',
  'documents.currentonly': 'Read and change the document that the script belongs to',
  'presentations.currentonly': 'Read and change the presentation that the script belongs to',
  'forms.currentonly': 'Read and change the form that the script belongs to',
};
const ofScripts = Object.entries(OF_SCRIPTS).map(([name, about]) => ({ scope: `https://www.googleapis.com/auth/${name}`, about, methods: 0 }));

// What Google classes as narrower stands before what only reads, that before what writes, and a scope that few methods take
// before one of many. The scope for all of Google Cloud is the widest.
const CLASSES = { 'non-sensitive': 3, sensitive: 2, restricted: 1 };
const reads = (scope) => /readonly|read-only|\.read$|\.metadata/.test(scope);

function score(s) {
  if (s.scope === PLATFORM) return 0;
  const few = 999 - Math.min(s.methods, 999);
  return (CLASSES[s.class] ?? 2) * 2000 + (reads(s.scope) ? 1000 : 0) + few;
}

function scopeRow(s) {
  const flags = (s.class === 'restricted' || s.class === 'sensitive' ? 's' : '') + (s.old ? 'c' : '');
  return row(s.scope, '', s.about, '', flags, '', '', score(s));
}

/** The calls of an API: `[path, methods, set, methods, set, …]`. */
function* calls(api) {
  for (const [tail, ...pairs] of api.calls ?? []) {
    for (let i = 0; i < pairs.length; i += 2) {
      for (const method of pairs[i].split(',')) yield { path: api.base + tail, method, set: pairs[i + 1] };
    }
  }
}

/** A path is looked up segment by segment, so `{}:cancel` is no other place than `{}`. */
const place = (p) => p.split('/').map((segment) => (segment.includes('{') ? '{}' : segment)).join('/');
const isOpen = (p) => p.split('/').slice(0, 3).some((segment) => segment.includes('{'));

// It opens the folder of the app's own settings alone, so it is no answer to a refusal where another scope is taken, too.
const OWN_FOLDER = 'https://www.googleapis.com/auth/drive.appdata';

function namesOf(set, scopes) {
  const names = set.map((number) => scopes[number].scope);
  const others = names.filter((name) => name !== OWN_FOLDER);
  return (others.length ? others : names).sort(byBytes).join(',');
}

/** One row a place and method. Where calls of one place take different scopes, nothing is said of it. */
function apiRows(apis, scopes) {
  const found = new Map();
  for (const api of apis) {
    const names = api.sets.map((set) => namesOf(set, scopes));
    for (const c of calls(api)) {
      const key = row(api.host, place(c.path), c.method);
      found.set(key, (found.get(key) ?? new Set()).add(names[c.set]));
    }
  }
  const told = [...found].filter(([key, sets]) => sets.size === 1 && !isOpen(key.split('\t')[1]));
  return told.map(([key, [names]]) => [key, names, '', '', ''].join('\t'));
}

const { scopes, apis, state } = factsOf()('google-scopes.json');
const named = new Set(scopes.map((s) => s.scope));
const scopeRows = [...scopes, ...ofScripts.filter((s) => !named.has(s.scope))].map(scopeRow);
tables.write('scopes.tsv', 'Google OAuth scopes', 'code name_zh name_en token flags(s sensitive, c closed) app_types grantor score(higher is narrower)', scopeRows, state, [unnamed(scopeRows)]);
tables.write('apis.tsv', 'Google calls', 'host path method scopes(, any of) token title_zh page', apiRows(apis, scopes), state);
tables.write('codes.tsv', 'Google reasons and error codes', 'code family kind meaning_zh meaning_en', tables.rows('codes.tsv'), state);
