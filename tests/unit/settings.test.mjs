// Settings of every version and of every oddity, brought into today's form.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkedApps, checkedIds, checkedMasks, checkedRules, MOST } from '../../extension/core/checked.js';
import { checkedManaged } from '../../extension/core/settings.js';
import { migrate, VERSION } from '../../extension/core/settings-migration.js';

const APP = { platform: 'dingtalk', id: 'dingabcdefghij012345' };

/** What a version of the extension has really written. @type {Record<string, Record<string, unknown>>} */
const firstVersions = {
  'before there were apps': { lang: 'zh-CN' },
  'with remembered apps': { lang: 'en', apps: [APP, { platform: 'feishu', id: 'cli_a1b2c3d4e5f6a7b8' }] },
  'with the panel’s settings': { apps: [APP], limit: 2500, silent: false },
};

describe('migrate', () => {
  for (const [what, stored] of Object.entries(firstVersions)) {
    it(`keeps settings ${what}`, () => assert.deepEqual(migrate(stored), { ...stored, settingsVersion: VERSION }));
  }

  it('does nothing more the second time', () => {
    const named = { ...APP, name: 'Payroll', organisation: 'Acme', kind: 'internal' };
    for (const stored of [
      ...Object.values(firstVersions),
      {},
      { apps: [named], theme: 'dark', masks: [], rules: '[]' },
    ]) {
      const once = migrate(stored);
      assert.deepEqual(migrate(once), once);
    }
  });

  it('drops what no version has written, and leaves the rest', () => {
    const odd = { lang: 'fr', theme: 7, limit: 'many', silent: 'no', apps: 'none', other: { kept: true } };
    assert.deepEqual(migrate(odd), { apps: [], other: { kept: true }, settingsVersion: VERSION });
    assert.deepEqual(
      migrate({ limit: Number.NaN, apps: [null, 7, [], APP, { platform: 'x' }, { ...APP, id: 'a b' }] }),
      { apps: [APP], settingsVersion: VERSION },
    );
  });

  it('lets settings of a later version be', () => {
    const later = { lang: 'fr', apps: 'by another form', settingsVersion: VERSION + 1 };
    assert.deepEqual(migrate(later), later);
  });

  it('takes an odd version for the first', () => {
    for (const settingsVersion of [0, -1, 1.5, '2', null, {}, Infinity])
      assert.deepEqual(migrate({ theme: 'x', settingsVersion }), { settingsVersion: VERSION });
  });

  it('survives whatever is there', () => {
    for (const stored of [null, undefined, 7, 'x', [], [APP]])
      assert.deepEqual(migrate(stored), { settingsVersion: VERSION });
    const polluted = JSON.parse('{"__proto__":{"lang":"en"},"apps":[{"__proto__":{"platform":"p","id":"i"}}]}');
    assert.equal(migrate(polluted).lang, undefined);
    assert.deepEqual(migrate(polluted).apps, []);
    const frozen = Object.freeze({ apps: Object.freeze([Object.freeze({ ...APP })]) });
    assert.deepEqual(migrate(frozen).apps, [APP]);
  });
});

describe('what storage may hold', () => {
  it('an app with a name, an organisation and a kind, each within bounds', () => {
    const given = {
      ...APP,
      name: `  Pay\nroll ${'x'.repeat(200)}`,
      organisation: 7,
      kind: 'secret',
      token: 'kept nowhere',
    };
    const [app] = checkedApps([given]);
    assert.deepEqual(Object.keys(app ?? {}), ['platform', 'id', 'name']);
    assert.match(app?.name ?? '', /^Pay roll x+$/);
    assert.equal(app?.name?.length, MOST.name);
  });

  it('each app once, and no more than are kept', () => {
    assert.deepEqual(checkedApps([APP, { ...APP, name: 'again' }]), [APP]);
    assert.equal(
      checkedApps(Array.from({ length: 500 }, (_, at) => ({ platform: 'p', id: `id${at}` }))).length,
      MOST.apps,
    );
  });

  it('masks with a pattern of bounded length', () => {
    const sound = { name: 'badge', pattern: 'EMP-\\d{6}' };
    assert.deepEqual(
      checkedMasks([
        sound,
        { name: 'x' },
        { pattern: 'y'.repeat(MOST.pattern + 1) },
        'z',
        null,
        { name: 3, pattern: 'n' },
      ]),
      [sound],
    );
    assert.deepEqual(checkedMasks({ 0: sound }), []);
    assert.equal(checkedMasks(Array(200).fill(sound)).length, MOST.masks);
  });

  it('ids, each once', () =>
    assert.deepEqual(checkedIds(['a', 'a', 7, 'b c', '', 'own.gateway']), ['a', 'own.gateway']));

  it('a text of rules that is not too long', () => {
    assert.equal(checkedRules('[]'), '[]');
    for (const odd of [7, null, {}, 'x'.repeat(MOST.rules + 1)]) assert.equal(checkedRules(odd), '');
  });

  it('what an administrator has set, and nothing of an odd form', () => {
    const none = { rules: '', platformsOff: [], masks: [], lockRedaction: false };
    for (const odd of [
      undefined,
      null,
      'x',
      [],
      { rules: 7, platformsOff: 'feishu', masks: {}, lockRedaction: 'true' },
    ])
      assert.deepEqual(checkedManaged(odd), none);
    const given = { rules: '[]', platformsOff: ['feishu'], masks: [{ name: 'n', pattern: 'p' }], lockRedaction: true };
    assert.deepEqual(checkedManaged({ ...given, other: 1 }), given);
  });
});
