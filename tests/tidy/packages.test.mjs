// What can be promised of the built packages by looking at them.
import assert from 'node:assert/strict';
import { homedir } from 'node:os';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { at, browsers, root } from '../support/paths.mjs';
import { filesIn, jsonOf, occurrences, textOf } from '../support/tree.mjs';

const forbidden = [
  'host_permissions',
  'optional_permissions',
  'optional_host_permissions',
  'web_accessible_resources',
  'externally_connectable',
  'content_scripts',
  'update_url',
];

for (const browser of browsers) {
  const folder = `dist/${browser}`;
  const manifest = jsonOf(`${folder}/manifest.json`);
  const scripts = filesIn(folder, /\.js$/);

  describe(`the package for ${browser}`, () => {
    it('asks for four permissions and no host', () => {
      assert.deepEqual(manifest.permissions.toSorted(), ['activeTab', 'contextMenus', 'scripting', 'storage']);
      assert.deepEqual(
        forbidden.filter((key) => key in manifest),
        [],
      );
    });

    it('allows no source but itself', () => {
      const policy = manifest.content_security_policy.extension_pages;
      const directives = new Map(
        policy.split(';').map((/** @type {string} */ part) => {
          const [name, ...sources] = part.trim().split(/\s+/);
          return [name, sources];
        }),
      );
      assert.deepEqual(directives.get('default-src'), ["'none'"]);
      assert.deepEqual(directives.get('script-src'), ["'self'", "'wasm-unsafe-eval'"]);
      assert.deepEqual(directives.get('connect-src'), ["'self'"]);
      const known = ["'none'", "'self'", "'wasm-unsafe-eval'", 'data:'];
      assert.deepEqual(
        [...directives.values()].flat().filter((source) => !known.includes(source)),
        [],
      );
    });

    it('has the version of the engine', () => {
      const version = /^version = "(.+)"$/m.exec(textOf('Cargo.toml'))?.[1];
      assert.equal(manifest.version, version);
    });

    it('holds every file that its manifest names', () => {
      const named = [...JSON.stringify(manifest).matchAll(/"([\w/-]+\.(?:js|html|png|svg))"/g)].map(
        (match) => `${folder}/${match[1]}`,
      );
      const held = filesIn(folder);
      assert.deepEqual(
        named.filter((file) => !held.includes(file)),
        [],
      );
    });

    it('never makes code of text', () => {
      assert.deepEqual(
        occurrences(
          scripts,
          /(?<!inspectedWindow\.)\beval\s*\(|\bFunction\s*\(|\bsetTimeout\s*\(\s*['"`]|importScripts/,
        ),
        [],
      );
    });

    it('loads nothing from elsewhere', () => {
      const pages = filesIn(folder, /\.(html|css)$/);
      assert.deepEqual(
        occurrences(pages, /(?:src|href)\s*=\s*["']?\s*(?:https?:)?\/\/|@import|url\(\s*["']?\s*(?:https?:)?\/\//),
        [],
      );
      assert.deepEqual(occurrences(pages, /\son\w+\s*=|<script(?![^>]*\bsrc=)|javascript:/), []);
      assert.deepEqual(occurrences(scripts, /from\s+['"]https?:|import\s*\(\s*['"`]https?:/), []);
    });

    it('holds nothing but what it needs', () => {
      assert.deepEqual(
        filesIn(folder).filter((file) => /\.(map|ts|mjs|json5|md|wat)$|\/manifest\/|\/types\.js$|\/\./.test(file)),
        [],
      );
      assert.deepEqual(occurrences(scripts, /^(?:import|export|\} from)\b.*types\.js['"]/), []);
    });

    it('tells no path of the machine that built it', () => {
      const bytes = readFileSync(at(folder, 'engine/scopelens_bg.wasm')).toString('latin1');
      // A home folder may be called like a part of some API's path (/root), so its own folders are looked for.
      for (const place of [root, `${homedir()}/.cargo`, `${homedir()}/.rustup`, '.cargo/registry', '.rustup'])
        assert.ok(!bytes.includes(place), place);
    });
  });
}
