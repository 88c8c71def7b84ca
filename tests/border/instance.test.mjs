// An instance of the engine: its configuration and its packs, also after a trap.
import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { Instance } from '../../extension/engine/instance.js';
import { samples } from '../demo/samples.mjs';
import { loadGlue, readPack } from '../support/engine.mjs';

/** @type {import('../support/with-packs.mjs').Glue} */
let glue;
before(async () => {
  glue = await loadGlue();
});

const english = '{"lang":"en"}';
const rules = JSON.stringify({ id: 'acme', hosts: ['api.acme.example'], rules: [{ codes: ['ACL_DENIED'] }] });
const refused = '{"code":"ACL_DENIED","app_id":"shop-7"}';
const config = JSON.stringify({ rules: [rules] });

describe('an instance', () => {
  const files = {
    init: async () => {},
    index: async () => readPack('index.pack'),
    pack: async (/** @type {string} */ file) => readPack(file),
  };
  /** @param {() => Promise<string>} knowledge @param {Partial<typeof files>} [changes] */
  const instance = (knowledge, changes) => new Instance(glue, { ...files, ...changes }, knowledge);
  /** @param {Instance} own @param {string} [text] */
  const verdict = async (own, text = refused) => {
    const answer = await own.call((core) => core.diagnose(text, english));
    return /** @type {any} */ (answer).cards[0].verdict;
  };
  /** @returns {string} */
  const trap = () => {
    throw new WebAssembly.RuntimeError('unreachable');
  };

  it('knows what is stored, and what is stored later', async () => {
    let stored = '{}';
    const own = instance(async () => stored);
    assert.equal(await verdict(own), 'none');
    stored = config;
    assert.equal(await verdict(own), 'refused');
    stored = '{}';
    assert.equal(await verdict(own), 'none');
  });

  it('knows it again after a trap, and asks for its packs again', async () => {
    /** @type {string[]} */
    const fetched = [];
    const pack = async (/** @type {string} */ file) => {
      fetched.push(file);
      return readPack(file);
    };
    const own = instance(async () => config, { pack });
    assert.deepEqual([await verdict(own), await verdict(own, samples.java)], ['refused', 'refused']);
    const needed = ['dingtalk.rules.pack', 'dingtalk.en.pack', 'dingtalk.catalog.pack'];
    assert.deepEqual(fetched.splice(0), needed);
    await assert.rejects(own.call(trap), { kind: 'trap' });
    assert.equal(own.isCurrent(0), false);
    assert.deepEqual([await verdict(own), await verdict(own, samples.java)], ['refused', 'refused']);
    assert.deepEqual(fetched, needed);
    assert.equal(own.number, 1);
  });

  it('fetches no pack for a text that needs none, and each pack once', async () => {
    /** @type {string[]} */
    const fetched = [];
    const pack = async (/** @type {string} */ file) => {
      fetched.push(file);
      return readPack(file);
    };
    const own = instance(async () => '{}', { pack });
    assert.equal(await verdict(own, 'all is well'), 'none');
    assert.deepEqual(fetched, []);
    await verdict(own, samples.java);
    assert.deepEqual(fetched, ['dingtalk.rules.pack', 'dingtalk.en.pack', 'dingtalk.catalog.pack']);
    await verdict(own, samples.go);
    assert.equal(new Set(fetched).size, fetched.length);
  });

  it('refuses a damaged pack by its name, and takes the right one later', async () => {
    let isDamaged = true;
    const pack = async (/** @type {string} */ file) => {
      const bytes = readPack(file);
      return isDamaged && file === 'dingtalk.catalog.pack' ? bytes.with(-9, 0) : bytes;
    };
    const own = instance(async () => '{}', { pack });
    await assert.rejects(verdict(own, samples.java), {
      kind: 'bad-pack',
      message: 'dingtalk.catalog.pack: a damaged pack',
    });
    assert.equal(await verdict(own, 'all is well'), 'none', 'the instance goes on');
    isDamaged = false;
    assert.equal(await verdict(own, samples.java), 'refused');
  });

  it('refuses a damaged index, and takes the right one later', async () => {
    let isDamaged = true;
    const index = async () => (isDamaged ? readPack('index.pack').slice(0, -1) : readPack('index.pack'));
    const own = instance(async () => '{}', { index });
    await assert.rejects(own.ready(), { kind: 'bad-pack', message: 'index.pack: a damaged pack' });
    isDamaged = false;
    assert.equal(await verdict(own, samples.java), 'refused');
  });

  it('loses nothing where a trap takes an engine away while its packs come', async () => {
    /** @type {(() => void)[]} */
    const waiting = [];
    let isHeld = true;
    const pack = async (/** @type {string} */ file) => {
      if (isHeld) await new Promise((resolve) => waiting.push(() => resolve(null)));
      return readPack(file);
    };
    const own = instance(async () => '{}', { pack });
    const answer = verdict(own, samples.java);
    while (waiting.length < 3) await new Promise((resolve) => setImmediate(resolve));
    await assert.rejects(own.call(trap), { kind: 'trap' });
    isHeld = false;
    for (const goOn of waiting) goOn();
    assert.equal(await answer, 'refused');
    assert.equal(own.number, 1);
  });

  it('goes on with what is built in where the stored text breaks the engine', async (t) => {
    t.mock.method(console, 'error', () => {});
    class Engine extends glue.Engine {
      configure() {
        return trap();
      }
    }
    const own = new Instance({ ...glue, Engine }, files, async () => config);
    assert.equal(await verdict(own), 'none');
    assert.equal(await verdict(own), 'none');
    assert.equal(own.number, 1, 'it is not tried again and again');
  });

  it('tries anew after a failed load', async () => {
    let tries = 0;
    const init = async () => {
      if (tries++ === 0) throw new Error('not there');
    };
    const own = instance(async () => '{}', { init });
    await assert.rejects(own.ready(), /not there/);
    assert.equal(await verdict(own), 'none');
  });
});
