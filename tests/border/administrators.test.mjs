// The policies in the administrators' guide are such as the extension takes, all of them.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkedManaged } from '../../extension/core/settings.js';
import { loadEngine } from '../support/engine.mjs';
import { ok } from '../support/replies.mjs';
import { jsonOf, textOf } from '../support/tree.mjs';

const examples = [...textOf('docs/administrators.md').matchAll(/```json\n([^`]+)```/g)].map((match) =>
  JSON.parse(match[1] ?? ''),
);
const [chrome, firefox, file] = examples;

describe('the administrators’ guide', () => {
  it('shows policies that hold as they stand', () => {
    const given = Object.values(chrome['3rdparty'].extensions)[0];
    assert.deepEqual(given, firefox.policies['3rdparty'].Extensions[file.name]);
    assert.deepEqual(checkedManaged(given), given);
    assert.equal(checkedManaged(file.data).lockRedaction, true);
  });

  it('shows rules and masks with no fault', async () => {
    const engine = await loadEngine();
    const { rules, masks } = firefox.policies['3rdparty'].Extensions[file.name];
    assert.deepEqual(ok(engine.check_rules(rules, '', '{}')).faults, []);
    assert.deepEqual(ok(engine.check_masks(JSON.stringify(masks), 'EMP-004217', '{}')), {
      faults: [],
      text: 'masked-staff-id-1',
    });
  });

  it('names the extension as the manifest does', () => {
    const { value } = jsonOf('extension/manifest/edits.json').firefox.find(
      (/** @type {any} */ edit) => edit.path[0] === 'browser_specific_settings',
    );
    assert.equal(file.name, value.gecko.id);
  });

  it('explains what the schema knows', () => {
    const named = [...textOf('docs/administrators.md').matchAll(/^\| `(\w+)` \|/gm)].map((match) => match[1]);
    assert.deepEqual(named.toSorted(), Object.keys(jsonOf('extension/managed_schema.json').properties).toSorted());
  });
});
