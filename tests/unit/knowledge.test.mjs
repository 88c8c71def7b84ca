// What is read of storage for the engine, whatever storage holds.
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { watchEngineConfig, engineConfig, onEngineConfigChanged, toEngineConfig } from '../../extension/core/config.js';

const nothing = { platforms_off: [], masks: [], rules: [] };
const mask = { name: 'staff', pattern: 'E[0-9]+' };

describe('what storage holds', () => {
  it('is joined, the company’s first', () => {
    const company = { rules: 'A', masks: [mask], platformsOff: ['feishu'], lockRedaction: true };
    const own = { rules: 'B', masks: [{ ...mask, more: 1 }], platformsOff: ['feishu', 'acme'] };
    assert.deepEqual(toEngineConfig([company, own]), {
      platforms_off: ['feishu', 'acme'],
      masks: [mask, mask],
      rules: ['A', 'B'],
    });
  });

  it('counts as nothing where it has another form', () => {
    for (const odd of [null, 1, 'x', {}, [], [null], [1], [[]], { name: 'x' }, [{ name: 1, pattern: 'x' }]]) {
      assert.deepEqual(toEngineConfig([{ platformsOff: odd === 'x' ? 1 : odd, masks: odd, rules: [odd] }]), nothing);
    }
    assert.deepEqual(toEngineConfig([{}, {}]), nothing);
  });
});

describe('knowledge', () => {
  /** @type {((changes: object, area: string) => void)[]} */
  let listeners = [];
  let local = {};
  let reads = 0;
  const before = globalThis.chrome;
  beforeEach(() => {
    reads = 0;
    listeners = [];
    const storage = {
      local: {
        get: async () => {
          reads += 1;
          return local;
        },
      },
      managed: {
        get: async () => {
          throw new Error('no managed storage manifest');
        },
      },
      onChanged: { addListener: (/** @type {any} */ listener) => listeners.push(listener) },
    };
    Object.assign(globalThis, { chrome: { storage } });
    watchEngineConfig();
  });
  afterEach(() => Object.assign(globalThis, { chrome: before }));

  /** @param {object} changes @param {string} [area] */
  const change = (changes, area = 'local') => {
    for (const listener of listeners) listener(changes, area);
  };

  it('is read once, without a policy too, until it changes', async () => {
    local = { rules: 'A' };
    change({ rules: {} });
    assert.deepEqual(JSON.parse(await engineConfig()), { ...nothing, rules: ['A'] });
    local = { rules: 'B' };
    assert.deepEqual(JSON.parse(await engineConfig()).rules, ['A']);
    change({ lang: {} });
    change({ rules: {} }, 'session');
    assert.deepEqual(JSON.parse(await engineConfig()).rules, ['A']);
    assert.equal(reads, 1);
    change({ rules: {} }, 'managed');
    assert.deepEqual(JSON.parse(await engineConfig()).rules, ['B']);
  });

  it('tells of its changes alone', () => {
    let told = 0;
    onEngineConfigChanged(() => {
      told += 1;
    });
    for (const changes of [{ masks: {} }, { platformsOff: {} }, { rules: {} }, { theme: {} }]) change(changes);
    assert.equal(told, 3);
  });
});
