// The Rust crates: which may know which, and that no state hides in them.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { filesIn, occurrences, textOf } from '../support/tree.mjs';

/** Each crate of `crate/` with the ones that it may know. */
const MAY_KNOW = {
  'crate/text': [],
  'crate/model': ['scopelens-text'],
  'crate/pack': ['scopelens-model', 'scopelens-text'],
  crate: ['scopelens-model', 'scopelens-pack', 'scopelens-text'],
};

/** The project's own crates that a manifest names, each once. @param {string} folder @returns {string[]} */
function known(folder) {
  const lines = textOf(`${folder}/Cargo.toml`).split('\n');
  const names = lines.flatMap((line) => /^(scopelens-[a-z]+)\b/.exec(line)?.[1] ?? []);
  return [...new Set(names)].sort();
}

describe('the crates', () => {
  it('are all listed here', () => {
    const members = /members = \[(.*)\]/.exec(textOf('Cargo.toml'))?.[1] ?? '';
    const listed = members.split(',').map((name) => name.trim().replaceAll('"', ''));
    assert.deepEqual(listed.sort(), [...Object.keys(MAY_KNOW), 'xtask'].sort());
  });

  for (const [folder, others] of Object.entries(MAY_KNOW)) {
    it(`${folder} knows no crate above it`, () => assert.deepEqual(known(folder), others));
  }

  it('hold no hidden state: what a call depends on is handed to it', () => {
    const sources = filesIn('crate', /\.rs$/).filter(
      (file) => !file.includes('/fuzz/') && file !== 'crate/src/wasm.rs',
    );
    assert.ok(sources.length > 150, `${sources.length} files were read`);
    assert.deepEqual(occurrences(sources, /thread_local!|\.leak\(|Box::leak|static mut /), []);
  });
});
