// Rebuilds scopes.tsv and apis.tsv from the fact table slack-scopes.json, and puts codes.tsv, which is kept by hand, in order. The
// Chinese names of scopes are kept by hand, too: they are taken over from the scopes.tsv that is there.
// Use: node rebuild.mjs TABLES_DIR
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const HERE = path.dirname(fileURLToPath(import.meta.url));
const HOST = 'slack.com';
const SOURCES = 'smstoslack/slack_kit, slack-edge/slack-web-api-client (MIT)';
// Names of the time before scopes were divided: no new app can add them.
const CLOSED = new Set(['chat:write:bot', 'chat:write:user', 'files:write:user']);
// Calls whose page lists scopes of two different things, without saying whether one is enough: nothing is said of them.
const UNSAID = new Set(['team.externalTeams.list', 'users.discoverableContacts.lookup']);

/** One line of a table: no tab or line break may be in a cell. */
const row = (...cells) => cells.map((c) => String(c ?? '').replace(/[\t\r\n]+/g, ' ')).join('\t');
const byBytes = (a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b));
const rowsOf = (name) => {
  const file = path.join(HERE, name);
  const text = fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : '';
  return text.split('\n').filter((line) => line && !line.startsWith('#'));
};

const namesZh = new Map(rowsOf('scopes.tsv').map((line) => line.split('\t').slice(0, 2)));

/** The app's own token is the bot's; an app-level token is neither the bot's nor a user's. */
function tokenOf(bot, user) {
  if (bot && user) return 'both';
  return bot ? 'app' : user ? 'user' : '';
}

function scopeRow(s) {
  const token = tokenOf(s.tokens.includes('bot'), s.tokens.includes('user'));
  return row(s.scope, namesZh.get(s.scope), s.about, token, CLOSED.has(s.scope) ? 'c' : '', '', '', '');
}

function scopesOf(m) {
  if (m.none) return '-';
  if (UNSAID.has(m.method)) return '';
  return [...new Set([...(m.scopes ?? []), ...(m.bot ?? []), ...(m.user ?? []), ...(m.app ?? [])])].join(',');
}

/** Slack takes GET and POST for a method alike, so no method of HTTP is said. */
function apiRow(m) {
  const token = tokenOf(m.scopes || m.bot, m.scopes || m.user);
  return row(HOST, `/api/${m.method}`, '', scopesOf(m), token, '', m.method);
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
const { scopes, methods, state } = JSON.parse(fs.readFileSync(path.join(tables, 'slack-scopes.json'), 'utf8'));
const known = new Set(scopes.map((s) => s.scope));
const unknown = methods.flatMap((m) => [...(m.scopes ?? []), ...(m.bot ?? []), ...(m.user ?? []), ...(m.app ?? [])]).filter((s) => !known.has(s));
if (unknown.length) throw new Error(`calls name unknown scopes: ${unknown.join(', ')}`);
const unnamed = scopes.filter((s) => !namesZh.get(s.scope)).length;
const scopesHead = 'code name_zh name_en token(app: bot) flags(c not for new apps) app_types grantor score';
write('scopes.tsv', 'Slack scopes', scopesHead, scopes.map(scopeRow), state.tokens, [`# unnamed ${unnamed}`]);
write('apis.tsv', 'Slack calls', 'host path method(empty: any) scopes(, any of; - none; empty unknown) token title page', methods.map(apiRow), state.methods);
write('codes.tsv', 'Slack error codes', 'code family kind meaning_zh meaning_en', rowsOf('codes.tsv'), state.methods);
