// Remembered apps as a file: what is written is read, what is odd is refused, what is known is not lost.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { appsText, FILE_CAP, mergeApps, readAppsFile } from '../../extension/core/apps-file.js';
import { MOST } from '../../extension/core/checked.js';

const payroll = /** @type {const} */ ({
  platform: 'dingtalk',
  id: 'dingabcdefghij012345',
  name: 'Payroll',
  kind: 'internal',
});
const robot = { platform: 'feishu', id: 'cli_a1b2c3d4e5f6a7b8' };

/** @param {{ state: string }[]} merged */
const states = (merged) => merged.map(({ state }) => state).join();

describe('a file of apps', () => {
  it('is read as it was written', () =>
    assert.deepEqual(readAppsFile(appsText([payroll, robot])), { apps: [payroll, robot], odd: 0 }));

  /** @type {[string, string, string][]} */
  const refused = [
    ['too long a text', ' '.repeat(FILE_CAP + 1), 'file_large'],
    ['no JSON', '{"format":', 'file_json'],
    ['nothing', '', 'file_json'],
    ['another list', '[{"platform":"dingtalk","id":"x"}]', 'file_form'],
    ['another format', '{"format":"other","apps":[]}', 'file_form'],
    ['apps that are no list', '{"format":"scopelens-apps","apps":{}}', 'file_form'],
    ['null', 'null', 'file_form'],
  ];
  for (const [what, text, fault] of refused)
    it(`is refused where it is ${what}`, () => assert.deepEqual(readAppsFile(text), { fault }));

  it('counts the entries that are no apps', () => {
    const text = JSON.stringify({
      format: 'scopelens-apps',
      version: 9,
      apps: [robot, null, 'x', { platform: 'dingtalk' }, { ...robot, id: 'a secret with blanks' }],
    });
    assert.deepEqual(readAppsFile(text), { apps: [robot], odd: 4 });
  });
});

describe('mergeApps', () => {
  it('adds, changes, and leaves what is the same', () => {
    const { apps, merged } = mergeApps([payroll], [robot, { ...payroll, organisation: 'Acme' }, robot]);
    assert.equal(states(merged), 'new,changed,same');
    assert.deepEqual(apps, [{ ...payroll, organisation: 'Acme' }, robot]);
  });

  it('takes nothing from what is known', () => {
    const { platform, id } = payroll;
    const { apps, merged } = mergeApps([payroll], [{ platform, id }]);
    assert.equal(states(merged), 'same');
    assert.deepEqual(apps, [payroll]);
  });

  it('has no room for more than are kept', () => {
    const full = Array.from({ length: MOST.apps }, (_, at) => ({ platform: 'p', id: `id${at}` }));
    const { apps, merged } = mergeApps(full, [robot, { ...full[3], platform: 'p', id: 'id3', name: 'third' }]);
    assert.equal(states(merged), 'over,changed');
    assert.equal(apps.length, MOST.apps);
    assert.equal(apps[3]?.name, 'third');
  });
});
