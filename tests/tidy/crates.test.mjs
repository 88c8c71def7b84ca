// The Rust crates: which may know which, and that no state hides in them.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { filesIn, occurrences, textOf } from '../support/tree.mjs';

/** Each crate of `crate/` with the ones that it may know; whoever stands above knows none that stands below. */
const MAY_KNOW = {
  text: [],
  model: ['text'],
  pack: ['model', 'text'],
  platforms: ['pack'],
  redact: ['pack', 'text'],
  engine: ['model', 'pack', 'redact', 'text'],
  har: ['engine', 'model', 'redact', 'text'],
  render: ['engine', 'model', 'pack', 'redact', 'text'],
  wasm: ['engine', 'har', 'model', 'pack', 'render'],
  cli: ['engine', 'har', 'model', 'pack', 'platforms', 'redact', 'render'],
};

/** What their tests may know beside that. @type {Record<string, string[]>} */
const TESTS_MAY_KNOW = {
  engine: ['platforms'],
  har: ['platforms'],
  render: ['har', 'platforms'],
  // Those whose structs cross the border, with the feature that tells their types.
  wasm: ['engine', 'har', 'model', 'render'],
};

/** The project's own crates that a manifest names in its tables of this kind. @param {string} crate @param {RegExp} kind */
function known(crate, kind) {
  const tables = textOf(`crate/${crate}/Cargo.toml`).split(/^(?=\[)/m);
  const lines = tables.filter((table) => kind.test(table)).flatMap((table) => table.split('\n'));
  return lines.flatMap((line) => /^scopelens-([a-z]+)\b/.exec(line)?.[1] ?? []).sort();
}

describe('the crates', () => {
  it('are all listed here', () => {
    const members = /members = \[([^\]]*)\]/.exec(textOf('Cargo.toml'))?.[1] ?? '';
    const listed = [...members.matchAll(/"(.+?)"/g)].map((match) => match[1]);
    const expected = Object.keys(MAY_KNOW).map((crate) => `crate/${crate}`);
    assert.deepEqual(listed.sort(), [...expected, 'xtask'].sort());
  });

  for (const [crate, others] of Object.entries(MAY_KNOW)) {
    it(`${crate} knows no crate above it`, () => {
      assert.deepEqual(known(crate, /^\[(target\..*\.)?dependencies\]/), others);
      assert.deepEqual(known(crate, /^\[(target\..*\.)?dev-dependencies\]/), TESTS_MAY_KNOW[crate] ?? []);
    });
  }

  it('stand in an order in which arrows go one way', () => {
    const order = Object.keys(MAY_KNOW);
    for (const [crate, others] of Object.entries(MAY_KNOW)) {
      const above = others.filter((other) => order.indexOf(other) >= order.indexOf(crate));
      assert.deepEqual(above, [], crate);
    }
  });

  it('hold no hidden state: what a call depends on is handed to it', () => {
    const sources = filesIn('crate', /\.rs$/).filter(
      (file) => !file.includes('/fuzz/') && file !== 'crate/wasm/src/border.rs',
    );
    assert.ok(sources.length > 150, `${sources.length} files were read`);
    assert.deepEqual(occurrences(sources, /thread_local!|\.leak\(|Box::leak|static mut /), []);
  });
});
