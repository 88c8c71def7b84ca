// What names a key names the one that the packages suggest.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { manifestOf } from '../../build/manifest.mjs';
import { at } from '../support/paths.mjs';

const MOST = 4;

const [chrome, firefox] = await Promise.all(
  ['chrome', 'firefox'].map((browser) => manifestOf(at('extension/manifest'), browser)),
);

/** @param {any} manifest @param {string} command @returns {string} */
const keyOf = (manifest, command) => manifest.commands[command].suggested_key.default;

describe('keys', () => {
  it('are no more than browsers take suggestions for', () => {
    for (const manifest of /** @type {any[]} */ ([chrome, firefox]))
      assert.ok(Object.keys(manifest.commands).length <= MOST);
  });

  it('in Firefox hold no Alt where the selection is diagnosed, for terminals take it', () => {
    const { suggested_key: keys } = /** @type {any} */ (firefox).commands['diagnose-selection'];
    for (const key of Object.values(keys)) assert.doesNotMatch(String(key), /Alt/);
  });

  const texts = [
    'README.md',
    'README.zh-CN.md',
    'store/en/description.md',
    'store/zh-CN/description.md',
    'tests/demo/site/words.js',
  ];
  for (const file of texts) {
    it(`stand in ${file} as they are suggested`, () => {
      const text = readFileSync(at(file), 'utf8');
      const suggested = [
        keyOf(chrome, 'diagnose-selection'),
        keyOf(firefox, 'diagnose-selection'),
        keyOf(chrome, '_execute_action'),
      ];
      /** @type {string[]} */
      const named = text.match(/\b(?:Alt|Ctrl)\+Shift\+[A-Z]\b/g) ?? [];
      assert.deepEqual(
        [...new Set(named)].filter((key) => !suggested.includes(key)),
        [],
      );
      for (const key of suggested.slice(0, 2)) assert.ok(named.includes(key), `${file} names ${key}`);
    });
  }
});
