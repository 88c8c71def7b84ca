// Rebuilds scopes.tsv and apis.tsv from the fact table github-permissions.json, and puts codes.tsv, which is kept by hand, in
// order. A call's row holds the permissions of a fine-grained token or of an App, which no refusal names; the scopes of classic
// tokens stand in the reply's own header and are in scopes.tsv alone.
// Use: node rebuild.mjs TABLES_DIR
import { Tables, checkScopes, factsOf, row, unnamed } from '../../tables.mjs';

const HOST = 'api.github.com';
const tables = new Tables(import.meta.dirname, 'from octokit/app-permissions, octokit/openapi, cli/cli, github/github-mcp-server (MIT), github/docs');
// How the pages for permissions call the levels.
const LEVELS = { read: ['read-only', '只读'], write: ['read and write', '读写'], admin: ['admin', '管理'] };
// Narrowness in tenths: higher is narrower.
const SCORES = { read: 800, write: 500, admin: 200 };

// Chinese names of classic scopes; GitHub's own pages for tokens are in English.
const CLASSIC_ZH = {
  'admin:org': '完全管理组织和团队', 'codespace': '完全管理 codespace', 'delete_repo': '删除仓库', 'gist': '写入 gist', 'notifications': '访问通知',
  'project': '读写项目', 'public_repo': '访问公开仓库', 'read:org': '只读组织成员、团队和项目', 'read:packages': '读取软件包', 'read:project': '只读项目',
  'read:user': '只读个人资料', 'repo': '完全控制私有仓库', 'security_events': '读写安全事件', 'user': '读写个人资料', 'user:email': '读取邮箱地址',
  'workflow': '更新 GitHub Actions 工作流文件', 'write:org': '写入组织成员和团队', 'write:packages': '写入软件包',
};
// Scopes whose name says nothing of how much they open.
const CLASSIC_SCORES = { repo: 50, user: 300, public_repo: 400, project: 400, gist: 500, workflow: 400, notifications: 600, codespace: 300, copilot: 500, delete_repo: 300, security_events: 500, repo_deployment: 700, 'repo:status': 800, 'repo:invite': 800, 'user:email': 950, 'user:follow': 800, 'codespace:secrets': 500 };
const CLASSIC_LEVELS = { read: 900, write: 500, admin: 200, delete: 400, manage_billing: 400, manage_runner: 400, manage_runners: 400 };

// What a workflow's `permissions:` block may name, as its page lists it: name, levels, the permission that it stands for.
const WORKFLOW = [
  ['actions', 'rw'], ['attestations', 'rw'], ['checks', 'rw'], ['contents', 'rw'], ['deployments', 'rw'], ['discussions', 'rw'], ['id-token', 'w', 'OpenID Connect token', 'OpenID Connect 令牌'],
  ['issues', 'rw'], ['models', 'r', 'GitHub Models', 'GitHub Models'], ['packages', 'rw', 'Packages', '软件包'], ['pages', 'rw'], ['pull-requests', 'rw'], ['repository-projects', 'rw'], ['security-events', 'rw'], ['statuses', 'rw'],
];
// Rights to one package, as the registry spells them in its refusals.
const PACKAGE = { read_package: ['read this package', '读取该软件包', 800], write_package: ['write to this package', '写入该软件包', 500], create_package: ['create this package', '创建该软件包', 500], delete_package: ['delete this package', '删除该软件包', 400], admin_package: ['administer this package', '管理该软件包', 200] };

/** A permission as a workflow's block spells it where it may name it, else as the header does: `pull-requests: write`, `secrets=read`. */
function spelt(permission) {
  const [name, level] = permission.split('=');
  const known = WORKFLOW.find(([own]) => own === name.replace(/_/g, '-'));
  return known && known[1].includes(level[0]) && level !== 'admin' ? `${known[0]}: ${level}` : permission;
}

const scopeRow = (code, zh, en, score) => row(code, zh, en, '', '', '', '', score);
const words = (name) => name.charAt(0).toUpperCase() + name.slice(1).replace(/[_-]/g, ' ');

/** A permission at one of its levels; the page's title where it has one. */
function permissionRow(code, title, level, zh = title) {
  return scopeRow(code, `${zh}（${LEVELS[level][1]}）`, `${title}: ${LEVELS[level][0]}`, code === 'metadata=read' ? 900 : SCORES[level]);
}

// Scopes that GitHub's replies name and the table lacks.
const CLASSIC_MORE = { 'read:discussion': {}, 'write:discussion': {} };

function classicRow([code, { about }]) {
  const score = CLASSIC_SCORES[code] ?? CLASSIC_LEVELS[code.split(':')[0]];
  return scopeRow(code, CLASSIC_ZH[code], about, score);
}

function scopeRows({ permissions, classic_scopes: classic }) {
  const titleOf = (name) => permissions[name.replace(/-/g, '_')]?.title ?? words(name);
  const fine = Object.entries(permissions).flatMap(([name, p]) => p.levels.filter((level) => spelt(`${name}=${level}`).includes('=')).map((level) => permissionRow(`${name}=${level}`, titleOf(name), level)));
  const workflow = WORKFLOW.flatMap(([name, levels, en, zh]) =>
    [['r', 'read'], ['w', 'write']].filter(([key]) => levels.includes(key)).map(([, level]) => permissionRow(`${name}: ${level}`, en ?? titleOf(name), level, zh ?? en ?? titleOf(name))));
  const packages = Object.entries(PACKAGE).map(([code, [en, zh, score]]) => scopeRow(code, zh, en, score));
  const push = scopeRow('workflows', 'Workflows 权限（GitHub App）', 'permission Workflows of a GitHub App', 400);
  return [...fine, ...workflow, ...packages, push, ...Object.entries({ ...CLASSIC_MORE, ...classic }).map(classicRow)];
}

/** Several permissions, or a mark that others may count: whether all or one of them is needed is not said. */
function apiRow(call) {
  const token = call.no_apps || call.app === 'u' ? 'user' : '';
  return row(HOST, call.path, call.method, (call.fine ?? []).map(spelt).join(','), token, '', call.doc);
}

const facts = factsOf()('github-permissions.json');
const scopes = scopeRows(facts);
// A call without permissions that any token may make tells nothing, and those of an App itself take neither kind of token.
const isOfApp = (c) => /^\/(?:app|applications|app-manifests)(?:\/|$)/.test(c.path);
const calls = facts.calls.filter((c) => c.fine || (c.no_apps && !isOfApp(c)));
checkScopes(scopes.map((line) => line.split('\t')[0]), calls.flatMap((c) => (c.fine ?? []).map(spelt)));
tables.write('scopes.tsv', 'GitHub scopes and permissions', 'code name_zh name_en token flags app_types grantor score(tenths, higher is narrower)', scopes, facts.state.fine, [unnamed(scopes)]);
tables.write('apis.tsv', 'GitHub calls', 'host path method permissions(, any or all not said; empty unknown) token title page', calls.map(apiRow), facts.state.fine);
tables.write('codes.tsv', 'GitHub error codes', 'code family kind meaning_zh meaning_en', tables.rows('codes.tsv'), facts.state.fine);
