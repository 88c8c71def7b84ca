// Rebuilds scopes.tsv and apis.tsv from the fact table slack-scopes.json, and puts codes.tsv, which is kept by hand, in order. The
// Chinese names of scopes are kept by hand, too: they are taken over from the scopes.tsv that is there.
// Use: node rebuild.mjs TABLES_DIR
import { Tables, checkScopes, factsOf, row, unnamed } from '../../tables.mjs';

const HOST = 'slack.com';
const tables = new Tables(import.meta.dirname, 'from smstoslack/slack_kit, slack-edge/slack-web-api-client (MIT)');
// Names of the time before scopes were divided: no new app can add them.
const CLOSED = new Set(['chat:write:bot', 'chat:write:user', 'files:write:user']);
// Calls whose page lists scopes of two different things, without saying whether one is enough: nothing is said of them.
const UNSAID = new Set(['team.externalTeams.list', 'users.discoverableContacts.lookup']);

const namesZh = new Map(tables.rows('scopes.tsv').map((line) => line.split('\t').slice(0, 2)));

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

const { scopes, methods, state } = factsOf()('slack-scopes.json');
checkScopes(scopes.map((s) => s.scope), methods.flatMap((m) => [...(m.scopes ?? []), ...(m.bot ?? []), ...(m.user ?? []), ...(m.app ?? [])]));
const scopeRows = scopes.map(scopeRow);
const scopesHead = 'code name_zh name_en token(app: bot) flags(c not for new apps) app_types grantor score';
tables.write('scopes.tsv', 'Slack scopes', scopesHead, scopeRows, state.tokens, [unnamed(scopeRows)]);
tables.write('apis.tsv', 'Slack calls', 'host path method(empty: any) scopes(, any of; - none; empty unknown) token title page', methods.map(apiRow), state.methods);
tables.write('codes.tsv', 'Slack error codes', 'code family kind meaning_zh meaning_en', tables.rows('codes.tsv'), state.methods);
