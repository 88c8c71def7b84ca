// Every document that a proof or a golden text gives to paste is read by the parser of its language.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
// @ts-expect-error -- it has no types
import { loadAll } from 'js-yaml';
import { commandLine } from '../support/paths.mjs';
import { filesIn, jsonOf, textOf } from '../support/tree.mjs';

/** @typedef {{ platform: string, id: string, language: string, text: string }} Document */

/** @returns {string[]} the texts of all proofs, and the golden ones */
function texts() {
  const rules = filesIn('crate/platforms', /\.json$/).filter((file) => file.includes('/rules/'));
  const proofs = rules.flatMap((file) => jsonOf(file).flatMap((/** @type {any} */ rule) => rule.proofs.match));
  const golden = filesIn('crate/render/tests/golden', /\.txt$/).map(textOf);
  return [...proofs.map((proof) => proof.text), ...golden];
}

/** @param {string} folder @returns {Document[]} what mends each of the texts */
function documents(folder) {
  const files = texts().map((text, place) => {
    const file = path.join(folder, `${place}.txt`);
    writeFileSync(file, text);
    return file;
  });
  const { stdout } = spawnSync(commandLine, ['diagnose', '--json', '--lang', 'en', ...files], {
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  });
  const cards = JSON.parse(stdout).files.flatMap((/** @type {any} */ { answer }) => answer.cards);
  return cards.flatMap((/** @type {any} */ { platform, fixes }) =>
    fixes.map((/** @type {any} */ fix) => ({ platform: platform.id, ...fix })),
  );
}

/** One statement of a policy of AWS: what it allows, on what, and for whom. @param {any} statement */
function checkStatement(statement) {
  assert.equal(statement.Effect, 'Allow');
  const actions = [statement.Action].flat();
  assert.ok(actions.length > 0);
  for (const action of actions) assert.match(action, /^([A-Za-z0-9-]+:[A-Za-z0-9*]+|<[A-Z_]+>)$/);
  assert.ok(statement.Resource || statement.Principal, 'says on what or for whom');
}

/** An object of Kubernetes' access control, by its schema. @param {any} object */
function checkObject({ apiVersion, kind, metadata, rules, roleRef, subjects }) {
  assert.equal(apiVersion, 'rbac.authorization.k8s.io/v1');
  assert.equal(typeof metadata.name, 'string');
  if (kind === 'Role' || kind === 'ClusterRole') {
    for (const rule of rules) {
      assert.ok(rule.verbs.length > 0 && (rule.nonResourceURLs?.length || rule.resources?.length));
      for (const list of Object.values(rule))
        assert.ok(list.every((/** @type {any} */ each) => typeof each === 'string'));
    }
    return;
  }
  assert.match(kind, /^(Cluster)?RoleBinding$/);
  assert.equal(roleRef.apiGroup, 'rbac.authorization.k8s.io');
  assert.match(roleRef.kind, /^(Cluster)?Role$/);
  for (const subject of subjects) assert.match(subject.kind, /^(ServiceAccount|User|Group)$/);
}

describe('what mends a refusal', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'scopelens-fixes-'));
  /** @type {Document[]} */
  let all = [];
  before(() => {
    all = documents(folder);
  });
  after(() => rmSync(folder, { recursive: true }));

  /** @param {string} language @param {(document: Document) => void} check */
  const each = (language, check) => {
    const own = all.filter((document) => document.language === language);
    assert.ok(own.length > 0, `a document in ${language}`);
    for (const document of own) {
      try {
        check(document);
      } catch (error) {
        throw new Error(`${document.platform}/${document.id}:\n${document.text}`, { cause: error });
      }
    }
  };

  it('is JSON where it says so, and a policy where it is AWS’s', () => {
    each('json', ({ platform, text }) => {
      for (const part of text.split('\n\n')) {
        const value = JSON.parse(part);
        if (platform === 'aws' && value.Statement) [value.Statement].flat().forEach(checkStatement);
      }
    });
  });

  it('is YAML where it says so, and access control where it is Kubernetes’', () => {
    each('yaml', ({ platform, text }) => {
      const objects = loadAll(text);
      assert.ok(objects.length > 0 && objects.every((/** @type {unknown} */ object) => typeof object === 'object'));
      if (platform === 'kubernetes') objects.forEach(checkObject);
    });
  });

  it('is one command a line where it is for a shell', () => {
    each('shell', ({ text }) => {
      const { status, stderr } = spawnSync('bash', ['-n'], { input: text, encoding: 'utf8' });
      assert.equal(status, 0, stderr);
    });
  });

  it('is an address that leads somewhere where it is one', () => {
    each('url', ({ text }) => {
      for (const line of text.split('\n')) assert.equal(new URL(line).protocol, 'https:');
      assert.doesNotMatch(text, /%3C[A-Z_]+%3E/);
    });
  });
});
