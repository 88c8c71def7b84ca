// Rebuilds scopes.tsv and apis.tsv from the fact table graph-permissions.json, and puts codes.tsv, which is kept by hand, in order.
// Use: node rebuild.mjs TABLES_DIR
import { Tables, factsOf, row } from '../../tables.mjs';

const HOST = 'graph.microsoft.com';
const tables = new Tables(import.meta.dirname, 'from microsoftgraph/microsoft-graph-devx-content (MIT)');
// Deeper calls are left out, and of areas that few apps call the less deep ones, too: the pack travels with the extension.
const DEPTH = 5;
const RARE_DEPTH = 3;
const RARE = /^\/(?:devicemanagement|deviceappmanagement|networkaccess|identitygovernance|admin|solutions|agentregistry|copilot|financials|backuprestore|onpremisespublishingprofiles)\b/;
// Every report is a function of its period, and they take one permission.
const REPORTS = { place: '/reports/{}', method: 'GET', scope: 'Reports.Read.All' };
// So many permissions of each kind a call lists: the least privileged ones and the next.
const LISTED = 2;
// Where the source marks none of them as the least privileged.
const LISTED_UNMARKED = 3;

/** A row without the empty cells at its end. */
const short = (...cells) => row(...cells).replace(/\t+$/, '');

/** Delegated, application or both. */
const tokenOf = (delegated, application) => (delegated ? (application ? 'both' : 'user') : application ? 'app' : '');

/** Permissions of resource-specific consent: who installs the Teams app grants them, no registration lists them. */
const isOfResource = (p) => !p.d && /\.(?:Group|Chat|User)$/.test(p.value);
const OF_RESOURCE = { zh: '特定于资源的许可：安装 Teams 应用时授予', en: 'resource-specific consent: granted by installing the Teams app' };

/** Whether nobody but an administrator can grant it, whichever kind is asked for. */
const byAdminAlone = (p) => !isOfResource(p) && (p.d ? p.d[0] === 1 : p.a !== undefined);

/** Higher is narrower: by the source's own level of privilege, by what the name says it may do, by how many calls it opens. */
function scoreOf(p, calls) {
  const level = (p.d ?? p.p ?? p.a)[1] ?? 3;
  const name = p.value;
  const verb = /ReadBasic|ReadMinimal|ReadLimited/.test(name) ? 3 : /Write|Manage|FullControl|Send|Create|Invite|Delete|Update|Execute|Privileged/.test(name) ? 0 : 2;
  const reach = /\.(All|AllSites|Global)$/.test(name) ? 0 : /\.(Shared|Tenant)$/.test(name) ? 1 : 2;
  const owned = /OwnedBy|ManagedBy|Selected|Chat$|Group$|Team$|User$|AppFolder/.test(name) ? 1 : 0;
  const broad = WIDE.test(name) ? 120 : 0;
  const breadth = Math.min(99, Math.round(12 * Math.log2(1 + calls)));
  return Math.max(1, (6 - level) * 60 + verb * 60 + reach * 40 + owned * 25 + 99 - breadth - broad);
}

// Permissions to nearly everything; what marks them does not make them narrow.
const WIDE = /^Directory\./;
// So far a score may be moved from what the name says, and so often it is tried.
const MOVED = 220;
const TURNS = 300;

/** What only reads stands before what writes the same, and a part before the whole. */
function siblings(permissions) {
  const numbers = new Map(permissions.map((p, number) => [p.value, number]));
  const wider = (name) => [name.replace('.ReadBasic', '.Read'), name.replace(/\.Read(?:Basic)?(?=\.|$)/, '.ReadWrite'), `${name}.All`];
  return [...numbers].flatMap(([name, number]) => wider(name).filter((other) => other !== name && numbers.has(other)).map((other) => [number, numbers.get(other)]));
}

/** The same, moved until the permission that the source marks stands before the others, in as many lists as may be. */
function ranked({ permissions, sets }, calls) {
  const base = permissions.map((p, number) => scoreOf(p, calls.get(number) ?? 0));
  const scores = [...base];
  const marked = sets.flatMap((set) => ['d', 'a'].map((kind) => set[kind] ?? [0])).filter(([count]) => count === 1);
  const lists = [...marked.map(([, ...numbers]) => numbers), ...siblings(permissions)];
  const move = (number, by) => {
    if (WIDE.test(permissions[number].value)) return;
    scores[number] = Math.max(base[number] - MOVED, Math.min(base[number] + MOVED, scores[number] + by));
  };
  for (let turn = 0; turn < TURNS; turn++) {
    for (const [first, ...others] of lists) {
      for (const other of others.filter((number) => scores[first] <= scores[number])) {
        move(first, 2);
        move(other, -2);
      }
    }
  }
  return scores.map((score) => Math.max(2, score + MOVED));
}

/** The permissions of one kind that a call lists, the least privileged first. */
function listed(set, kind) {
  const [marked, ...numbers] = set?.[kind] ?? [0];
  return numbers.slice(0, marked ? Math.max(LISTED, marked) : LISTED_UNMARKED);
}

/** A permission that is not enough alone stands in no list of which any one is enough, nor does one that no registration lists. */
function scopesOf(set, permissions) {
  const plain = (kind) => listed(withoutResource(set, kind, permissions), kind);
  const both = [...new Set([...plain('d'), ...plain('a')])];
  return both.filter((number) => !set['+']?.[number]).map((number) => permissions[number].value);
}

function withoutResource(set, kind, permissions) {
  const [marked, ...numbers] = set[kind] ?? [0];
  const kept = numbers.filter((number) => !isOfResource(permissions[number]));
  const left = marked - numbers.slice(0, marked).filter((number) => !kept.includes(number)).length;
  return { [kind]: [marked && Math.max(1, left), ...kept] };
}

/** Functions with parameters and references are left out: no segment of theirs is a plain one. */
function isListed(place) {
  return !/[()$?=]|\}\}/.test(place) && place.split('/').length - 1 <= (RARE.test(place) ? RARE_DEPTH : DEPTH);
}

function apiRows({ paths, sets, permissions }) {
  const rows = [short(HOST, REPORTS.place, REPORTS.method, REPORTS.scope, 'both')];
  for (const [place, ...pairs] of paths) {
    if (!isListed(place)) continue;
    for (let i = 0; i < pairs.length; i += 2) {
      const set = sets[pairs[i + 1]];
      const scopes = scopesOf(set, permissions);
      if (!scopes.length) continue;
      for (const method of pairs[i].split(',')) rows.push(short(HOST, place, method, scopes.join(','), tokenOf(set.d, set.a)));
    }
  }
  return rows;
}

/** How many calls each permission opens. */
function countCalls({ paths, sets }) {
  const calls = new Map();
  for (const [, ...pairs] of paths) {
    for (let i = 0; i < pairs.length; i += 2) {
      const set = sets[pairs[i + 1]];
      const numbers = new Set([...(set.d ?? [0]).slice(1), ...(set.a ?? [0]).slice(1)]);
      for (const number of numbers) calls.set(number, (calls.get(number) ?? 0) + pairs[i].split(',').length);
    }
  }
  return calls;
}

const facts = factsOf()('graph-permissions.json');
const scores = ranked(facts, countCalls(facts));
const scopeRow = (p, number) => isOfResource(p)
  ? short(p.value, OF_RESOURCE.zh, OF_RESOURCE.en, '', '', '', '', 1)
  : short(p.value, p.name_zh, '', tokenOf(p.d ?? p.p, p.a), byAdminAlone(p) ? 's' : '', '', '', scores[number]);
const unnamed = facts.permissions.filter((p) => !p.name_zh && !isOfResource(p)).length;
tables.write('scopes.tsv', 'Microsoft Graph permissions', 'code name_zh name_en token flags(s an administrator must consent) app_types grantor score(tenths, higher is narrower)', facts.permissions.map(scopeRow), facts.state, [`# unnamed ${unnamed}`]);
tables.write('apis.tsv', 'Microsoft Graph calls', 'host path method scopes(, any of, least privileged first; + all of; empty unknown) token title_zh page', apiRows(facts), facts.state);
tables.write('codes.tsv', 'Microsoft error codes', 'code family kind meaning_zh meaning_en', tables.rows('codes.tsv'), facts.state);
