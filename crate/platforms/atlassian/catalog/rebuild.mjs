// Rebuilds scopes.tsv and apis.tsv from Atlassian's OpenAPI documents of Jira (jira.json, the REST API of version 3) and
// of Confluence (confluence-v2.json). Taken are methods, paths, names of scopes and the short texts of Jira's scopes.
// Use: node rebuild.mjs DOCUMENTS_DIR
import { Tables, byBytes, factsOf, row, unnamed } from '../../tables.mjs';

const DATE = '2025-01-27';
const tables = new Tables(
  import.meta.dirname,
  'from algernon28/algernon-openapi-client (Apache-2.0), Pygmalion-Records/confluence-local-sync, which keep copies of the OpenAPI documents of Jira Cloud and Confluence Cloud',
);
const METHODS = ['get', 'post', 'put', 'delete', 'patch'];
/** Where OAuth takes its calls to, and the site's own host, which Forge leaves out before its paths. */
const GATEWAY = 'api.atlassian.com';
const SITE = 'atlassian.net';

/** Scopes that no document above names: from replies and reports that the rules name as their sources. */
const REPORTED = [
  'account', 'email', 'offline_access', 'pullrequest', 'pullrequest:write', 'repository', 'webhook',
  'admin:repository:bitbucket', 'read:project:bitbucket', 'read:pullrequest:bitbucket', 'read:repository:bitbucket', 'read:user:bitbucket',
  'read:workspace:bitbucket', 'write:pullrequest:bitbucket', 'write:repository:bitbucket',
  'read:board-scope:jira-software', 'read:sprint:jira-software',
  'read:servicedesk-request', 'write:servicedesk-request', 'manage:servicedesk-customer',
  'read:confluence-content.all', 'read:confluence-content.summary', 'read:confluence-groups', 'read:confluence-user', 'search:confluence',
  'read:content-details:confluence', 'write:content:confluence', 'read:me',
];

/** Higher is narrower: reading before writing and deleting before managing, one kind of object before a whole product. */
function score(scope) {
  const [level, , product] = scope.split(':');
  const by = { read: 50, view: 50, search: 45, write: 30, delete: 25, manage: 10, admin: 5 }[level] ?? 20;
  return by + (product ? 20 : 0);
}

/** The calls of a document, each with the scopes that it takes today: all of them are needed. */
function* calls(document) {
  for (const [place, item] of Object.entries(document.paths)) {
    for (const method of METHODS.filter((m) => item[m])) {
      const current = (item[method]['x-atlassian-oauth2-scopes'] ?? []).find((set) => set.state === 'Current');
      if (current?.scopes.length) yield [place, method.toUpperCase(), [...current.scopes].sort(byBytes)];
    }
  }
}

function apiRows(jira, confluence) {
  const rows = [];
  const add = (host, place, method, scopes) => rows.push(row(host, place, method, scopes.join('+'), '', '', ''));
  for (const [place, method, scopes] of calls(jira)) {
    // Version 2 has the same calls; only rich text differs.
    for (const version of [place, place.replace('/rest/api/3/', '/rest/api/2/')]) {
      add(GATEWAY, `/ex/jira/{cloudId}${version}`, method, scopes);
      add(SITE, version, method, scopes);
    }
  }
  for (const [place, method, scopes] of calls(confluence)) {
    add(GATEWAY, `/ex/confluence/{cloudId}/wiki/api/v2${place}`, method, scopes);
    add(SITE, `/wiki/api/v2${place}`, method, scopes);
  }
  return rows;
}

function scopeRows(jira, confluence) {
  const names = jira.components.securitySchemes.OAuth2.flows.authorizationCode.scopes;
  const called = [jira, confluence].flatMap((document) => [...calls(document)].flatMap(([, , scopes]) => scopes));
  const all = new Set([...Object.keys(names), ...called, ...REPORTED]);
  // A classic scope is told by a whole sentence there; a name on a card is a line.
  const name = (scope) => (names[scope] ?? '').length <= 60 ? (names[scope] ?? '').replace(/\.$/, '') : '';
  return [...all].map((scope) => row(scope, '', name(scope), '', '', '', '', score(scope)));
}

const [jira, confluence] = ['jira.json', 'confluence-v2.json'].map(factsOf('DOCUMENTS_DIR'));
const scopes = scopeRows(jira, confluence);
tables.write('scopes.tsv', 'Atlassian scopes', 'code name_zh name_en token flags(s sensitive, f field) app_types grantor score(tenths, higher is narrower)', scopes, DATE, [unnamed(scopes)]);
tables.write('apis.tsv', 'Atlassian calls', 'host path method scopes(, any of; + all of; empty unknown) token title_zh page', apiRows(jira, confluence), DATE);
tables.write('codes.tsv', 'Atlassian error codes', 'code family kind meaning_zh meaning_en', [], DATE);
