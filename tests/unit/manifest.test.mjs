import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { editedManifest } from '../../build/manifest.mjs';

const base = { name: 'x', background: { scripts: ['a.js', 'b.js'] }, permissions: ['storage'] };

describe('editedManifest', () => {
  it('sets and deletes, in order, and leaves the base alone', () => {
    const made = editedManifest(base, [
      { op: 'set', path: ['background', 'type'], value: 'module' },
      { op: 'delete', path: ['background', 'scripts', 0] },
      { op: 'set', path: ['version'], value: '1' },
      { op: 'delete', path: ['version'] },
    ]);
    assert.deepEqual(made, { name: 'x', background: { scripts: ['b.js'], type: 'module' }, permissions: ['storage'] });
    assert.deepEqual(base.background, { scripts: ['a.js', 'b.js'] });
  });

  /** @type {[string, any, RegExp][]} */
  const refused = [
    ['an unknown op', { op: 'merge', path: ['name'], value: 1 }, /unknown edit/],
    ['an empty path', { op: 'set', path: [], value: 1 }, /without a path/],
    ['a way that does not exist', { op: 'set', path: ['action', 'default_popup'], value: 1 }, /no action/],
    ['a way through a text', { op: 'set', path: ['name', 'x'], value: 1 }, /no name/],
    ['deleting what is not there', { op: 'delete', path: ['version'] }, /nothing to delete/],
    ['a prototype', { op: 'set', path: ['__proto__', 'x'], value: 1 }, /no __proto__/],
  ];
  for (const [what, edit, message] of refused) {
    it(`refuses ${what}`, () => assert.throws(() => editedManifest(base, [edit]), message));
  }
});
