// Remembered apps: changes that come at once are all kept.
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { changeApps, forgetApp, readApps, rememberApp } from '../../extension/core/kept-apps.js';

const payroll = { platform: 'dingtalk', id: 'dingabcdefghij012345' };
const robot = { platform: 'feishu', id: 'cli_a1b2c3d4e5f6a7b8' };

describe('remembered apps', () => {
  beforeEach(() => {
    /** @type {Record<string, unknown>} */
    const stored = {};
    const local = {
      get: async (/** @type {string} */ key) => structuredClone(key in stored ? { [key]: stored[key] } : {}),
      set: async (/** @type {object} */ values) => void Object.assign(stored, structuredClone(values)),
    };
    Object.assign(globalThis, { chrome: { storage: { local } } });
  });
  afterEach(() => {
    Reflect.deleteProperty(globalThis, 'chrome');
  });

  it('keep both of two changes that are made at once', async () => {
    await rememberApp(payroll);
    await Promise.all([
      changeApps((apps) => apps.map((app) => ({ ...app, organisation: 'Acme' }))),
      changeApps((apps) => apps.map((app) => ({ ...app, kind: 'internal' }))),
      rememberApp(robot),
    ]);
    assert.deepEqual(await readApps(), [robot, { ...payroll, organisation: 'Acme', kind: 'internal' }]);
  });

  it('tell what was there before a change', async () => {
    await rememberApp(payroll);
    assert.deepEqual(await forgetApp(payroll), [payroll]);
    assert.deepEqual(await readApps(), []);
  });

  it('can be changed after a change that failed', async () => {
    await assert.rejects(
      changeApps(() => {
        throw new Error('no');
      }),
    );
    await rememberApp(robot);
    assert.deepEqual(await readApps(), [robot]);
  });
});
