// The hand-written types of the engine's functions against those that the build makes of its code.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { textOf } from '../support/tree.mjs';

/** A declaration's functions and members, one a line, without comments. @param {string} text */
const declared = (text) =>
  text
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .split('\n')
    .map((line) => line.trim().replace('Uint8Array | number[]', 'Uint8Array'));

describe('the types of the engine’s functions', () => {
  it('are those of the built engine', () => {
    const built = new Set(declared(textOf('target/bindgen/engine/scopelens.d.ts')));
    const written = declared(textOf('extension/engine/scopelens.d.ts')).filter((line) => /\w\(.*\): /.test(line));
    const signatures = written.filter((line) => !line.startsWith('export default'));
    assert.ok(signatures.length > 10);
    assert.deepEqual(
      signatures.filter((line) => !built.has(line)),
      [],
    );
  });
});
