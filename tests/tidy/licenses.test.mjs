// What is owed to others is handed on: with both packages, with the command line, and in the bill of materials.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, it } from 'node:test';
import { browsers, root } from '../support/paths.mjs';
import { filesIn, jsonOf, textOf } from '../support/tree.mjs';

const [printed = ''] = filesIn('crate', /^licenses\.txt$/);
const notices = textOf(printed);
const pages = browsers.map((browser) => textOf(`dist/${browser}/licenses/licenses.html`));
const [page = ''] = pages;

/** @param {...string} command */
const xtask = (...command) =>
  spawnSync('cargo', ['run', '--quiet', '--locked', '-p', 'xtask', '--', ...command], { cwd: root, encoding: 'utf8' });

/** @param {string} text @returns {string} what a reader sees of it in a page */
const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** @param {string} kind what is built @returns {string} the crate of ours that builds it */
function builderOf(kind) {
  const metadata = execFileSync('cargo', ['metadata', '--no-deps', '--format-version=1', '--offline'], {
    cwd: root,
    encoding: 'utf8',
  });
  /** @type {{ name: string, targets: { name: string, kind: string[] }[] }[]} */
  const ours = JSON.parse(metadata).packages.filter((/** @type {any} */ each) => each.name !== 'xtask');
  return ours.find(({ targets }) => targets.some((target) => target.kind.includes(kind)))?.name ?? '';
}

/** @param {string} kind @param {...string} build @returns {string[]} "memchr 2.8.3": the crates of others in a binary, as cargo tells them */
function compiledInto(kind, ...build) {
  const tree = ['tree', '--locked', '--offline', '--edges=normal,no-proc-macro', '--prefix=none', '--no-dedupe'];
  const lines = execFileSync('cargo', [...tree, '-p', builderOf(kind), ...build], {
    cwd: root,
    encoding: 'utf8',
  }).split('\n');
  const others = lines.filter((line) => line && !line.includes('('));
  return [...new Set(others.map((line) => line.trim().replace(' v', ' ')))].sort();
}

/** @param {string} text a page @returns {string[]} what its entries are called */
const entries = (text) => [...text.matchAll(/<p class="name">([^<:]+)/g)].map((match) => match[1] ?? '');

describe('the notices of the command line', () => {
  it('are those of the lock file', () => {
    const { status, stderr } = xtask('notices', printed, '--check');
    assert.equal(status, 0, stderr);
  });

  it('name every crate in it, in its version', () => {
    assert.deepEqual(
      compiledInto('bin').filter((crate) => !notices.includes(`\n${crate}: `)),
      [],
    );
  });

  it('are missed where a crate is new, and where its version is another', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'notices-'));
    const [, crate = '', version = ''] = /\n(serde_json) ([\d.]+): /.exec(notices) ?? [];
    assert.ok(crate && version);
    for (const stale of [
      notices.replace(`${crate} ${version}`, `${crate} 0.0.1`),
      notices.replace(new RegExp(`\n${crate} .*\n(?: .*\n)*`), '\n'),
    ]) {
      assert.notEqual(stale, notices);
      writeFileSync(path.join(folder, 'stale.txt'), stale);
      const { status, stderr } = xtask('notices', path.join(folder, 'stale.txt'), '--check');
      assert.equal(status, 1);
      assert.match(stderr, /out of date/);
    }
    rmSync(folder, { recursive: true });
  });
});

describe('the notices of the packages', () => {
  it('are the same in both, and whole', () => {
    assert.equal(pages[0], pages[1]);
    assert.doesNotMatch(page, /<!-- notices/);
    for (const file of ['LICENSE-MIT', 'LICENSE-APACHE']) {
      const text = textOf(file).slice(textOf(file).indexOf('\n\n', 80)).trim();
      assert.ok(page.includes(escaped(text)), file);
    }
  });

  it('name every crate in the engine, and what writes its glue', () => {
    const named = entries(page);
    const crates = compiledInto('cdylib', '--target', 'wasm32-unknown-unknown');
    assert.deepEqual(
      crates.filter((crate) => !named.includes(crate)),
      [],
    );
    assert.ok(named.some((name) => name.startsWith('wasm-bindgen-cli-support ')));
  });

  it('name every source in the heads of the catalogs, on its terms', () => {
    const heads = filesIn('crate/platforms', /\.tsv$/).flatMap((file) =>
      textOf(file)
        .split('\n')
        .filter((line) => /^#.*\bfrom\b/.test(line)),
    );
    assert.ok(heads.length > 0);
    for (const head of heads) {
      const named = [...head.matchAll(/([\w.-]+\/[\w.-]+)(?=[^()]*(?:\(([^)]*)\))?)/g)];
      assert.ok(named.length > 0, head);
      for (const [, source = '', terms = ''] of named) {
        const entry = new RegExp(`<p class="name">${source}[ :<][^<]*${terms}</p>`);
        assert.match(page, entry, `${source} ${terms}`);
      }
    }
  });
});

describe('the bill of materials', () => {
  const { status, stdout, stderr } = xtask('sbom');
  assert.equal(status, 0, stderr);
  /** @type {{ components: { name: string, version: string, 'bom-ref': string, purl: string, type: string, licenses?: unknown, hashes?: { content: string }[] }[], dependencies: { dependsOn: string[] }[] }} */
  const { components, dependencies } = JSON.parse(stdout);

  it('lists what the notices of the packages do', () => {
    const named = entries(page);
    const titles = components.map(({ name, version }) => `${name} ${version}`);
    assert.deepEqual(
      titles.filter((title) => !named.includes(title)),
      [],
    );
    // The parts of Rust's library stand in the notices alone.
    const parts = jsonOf('xtask/notices/rust-library.json').slice(1);
    assert.equal(titles.length, named.length - parts.length);
  });

  it('gives each its terms, its address and, for a crate, the sum of its package', () => {
    const lock = textOf('Cargo.lock');
    for (const { name, version, purl, licenses, hashes } of components) {
      assert.ok(licenses || !purl.startsWith('pkg:cargo/'), name);
      if (!purl.startsWith('pkg:cargo/')) continue;
      assert.equal(purl, `pkg:cargo/${name}@${version}`);
      assert.ok(lock.includes(`name = "${name}"\nversion = "${version}"\n`), name);
      assert.match(lock, new RegExp(`checksum = "${hashes?.[0]?.content}"`), name);
    }
    const references = components.map((component) => component['bom-ref']);
    assert.equal(new Set(references).size, references.length);
    assert.deepEqual(dependencies[0]?.dependsOn, references);
  });
});
