// What names a key names the one that the packages suggest.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { at } from '../support/paths.mjs';
import { jsonOf } from '../support/tree.mjs';

const MOST = 4;

/** @type {{ commands: Record<string, { suggested_key: Record<string, string> }> }} */
const base = jsonOf('extension/manifest/base.json');
/** @type {Record<'chrome' | 'firefox', { path: string[], value: any }[]>} */
const edits = jsonOf('extension/manifest/edits.json');

/** @param {'chrome' | 'firefox'} browser @param {string} command @returns {Record<string, string>} by system, as the manifest will have them */
function keysOf(browser, command) {
  const edit = edits[browser].findLast(({ path }) => path.join('.') === `commands.${command}.suggested_key`);
  return edit?.value ?? base.commands[command]?.suggested_key;
}

describe('keys', () => {
  it('are no more than browsers take suggestions for', () => {
    assert.ok(Object.keys(base.commands).length <= MOST);
    // No browser has a command of its own.
    const added = Object.values(edits)
      .flat()
      .filter(({ path }) => path[0] === 'commands' && path[2] !== 'suggested_key');
    assert.deepEqual(added, []);
  });

  it('in Firefox hold no Alt where the selection is diagnosed, for terminals take it', () => {
    const keys = Object.values(keysOf('firefox', 'diagnose-selection'));
    assert.ok(keys.length > 0);
    for (const key of keys) assert.doesNotMatch(key, /Alt/);
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
        keysOf('chrome', 'diagnose-selection').default,
        keysOf('firefox', 'diagnose-selection').default,
        keysOf('chrome', '_execute_action').default,
      ];
      /** @type {string[]} */
      const named = text.match(/\b(?:Alt|Ctrl)\+Shift\+[A-Z]\b/g) ?? [];
      assert.deepEqual(
        [...new Set(named)].filter((key) => !suggested.includes(key)),
        [],
      );
      for (const key of suggested.slice(0, 2)) assert.ok(named.includes(key ?? ''), `${file} names ${key}`);
    });
  }
});
