// Own rules and masks at the border: what is set, what is wrong with it, and that a trap takes none of it away.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, before, describe, it } from 'node:test';
import { Instance } from '../../extension/engine/instance.js';
import { Prefilter } from '../../extension/devtools/prefilter.js';
import { samples } from '../demo/samples.mjs';
import { run as commandLine } from '../support/command-line.mjs';
import { loadEngine, loadGlue, readPack } from '../support/engine.mjs';
import { assertTagged, ok } from '../support/replies.mjs';

/** @type {import('../support/engine.mjs').Engine} */
let engine;
/** @type {import('../support/with-packs.mjs').Glue} */
let glue;
before(async () => {
  glue = await loadGlue();
  engine = await loadEngine();
});
afterEach(() => {
  ok(engine.configure('{}', '{}'));
});

const english = '{"lang":"en"}';
const rules = JSON.stringify({
  id: 'acme',
  name: 'Acme',
  hosts: ['api.acme.example'],
  link_hosts: ['console.acme.example'],
  links: { apply: 'https://console.acme.example/apply?app={app_id}&scope={scope}' },
  rules: [{ codes: ['ACL_DENIED'], scopes: 'need' }],
});
const refused = '{"code":"ACL_DENIED","app_id":"shop-7","need":["orders:read"]}';
const config = JSON.stringify({ rules: [rules], masks: [{ name: 'staff', pattern: 'E[0-9]{6}' }] });

/** @param {string} text */
const card = (text) => ok(engine.diagnose(text, english)).cards[0];

describe('configure', () => {
  it('makes the engine know own rules and masks, and forget them', () => {
    assert.equal(card(refused).verdict, 'none');
    assert.deepEqual(ok(engine.configure(config, english)), { faults: [] });
    assert.equal(card(refused).title, 'Acme refused the call: orders:read is missing');
    assert.equal(card(refused).next.link.url, 'https://console.acme.example/apply?app=shop-7&scope=orders:read');
    assert.equal(ok(engine.redact('by E123456')), 'by masked-staff-1');
    ok(engine.configure('{}', english));
    assert.equal(card(refused).verdict, 'none');
    assert.equal(ok(engine.redact('by E123456')), 'by E123456');
  });

  it('names what is wrong, and takes the rest', () => {
    const { faults } = ok(
      engine.configure(
        JSON.stringify({
          rules: ['{"id":"bad"}', rules, rules],
          masks: [
            { name: 'x', pattern: '(' },
            { name: 'staff', pattern: 'E[0-9]{6}' },
          ],
        }),
        '{"lang":"zh-CN"}',
      ),
    );
    assert.deepEqual(
      [...new Set(faults.map((/** @type {any} */ fault) => fault.where))],
      ['rules[0]', 'rules[2]', 'masks[0]'],
    );
    for (const { message } of faults) assert.match(message, /\p{Script=Han}/u);
    assert.equal(card(refused).verdict, 'refused');
    assert.equal(ok(engine.redact('E123456')), 'masked-staff-1');
  });

  it('switches platforms off', () => {
    const text = '{"code":"Forbidden.AccessDenied.AccessTokenPermissionDenied"}';
    assert.equal(card(text).verdict, 'refused');
    ok(engine.configure('{"platforms_off":["dingtalk"]}', english));
    assert.equal(card(text).verdict, 'none');
    const { platforms } = ok(engine.about(english));
    assert.deepEqual(
      platforms.map((/** @type {any} */ { id, off, own }) => [id, off, own]),
      [
        ['feishu', false, false],
        ['dingtalk', true, false],
      ],
    );
  });

  it('lets own hosts and own words through the sift', () => {
    const head = JSON.stringify({
      method: 'GET',
      url: 'https://api.acme.example/v1',
      status: 403,
      mime: 'application/json',
      size: 90,
    });
    const sieve = () => new Prefilter(ok(engine.sift_patterns()));
    assert.equal(ok(engine.read_decision(head)).why, 'candidate');
    assert.equal(sieve().mayRefuse(refused), false);
    ok(engine.configure(config, english));
    assert.equal(ok(engine.read_decision(head)).why, 'ours');
    for (const text of [
      refused,
      JSON.stringify({ upstream: refused }),
      JSON.stringify({ a: JSON.stringify({ b: refused }) }),
    ]) {
      assert.equal(sieve().mayRefuse(text), true, text);
    }
    ok(engine.configure('{"platforms_off":["dingtalk","feishu"]}', english));
    assert.equal(sieve().mayRefuse(`${refused} {"errcode":60011} \\u5e94\\u7528`), false);
  });

  for (const bad of ['', 'null', '{"rules":"x"}', '{"masks":[1]}']) {
    it(`tags a bad configuration: ${bad}`, () => assertTagged(engine.configure(bad, english)));
  }
});

describe('checks', () => {
  it('tell a fault with line and column, and change nothing', () => {
    const broken = ok(engine.check_rules('{\n "id": "acme",\n "hosts": [}', refused, english));
    assert.deepEqual([broken.faults[0].line, broken.faults[0].column, broken.platforms], [3, 12, []]);
    assert.equal(broken.answer.cards[0].verdict, 'none');
    const good = ok(engine.check_rules(rules, refused, english));
    assert.deepEqual([good.faults, good.platforms], [[], [{ id: 'acme', name: 'Acme', rules: 1 }]]);
    assert.equal(good.answer.cards[0].verdict, 'refused');
    assert.equal(ok(engine.check_rules(rules, ' ', english)).answer, null);
    assert.equal(card(refused).verdict, 'none');
  });

  it('mask a sample by built-in and given masks', () => {
    const masks = JSON.stringify([
      { name: 'staff', pattern: 'E[0-9]{6}' },
      { name: 'x', pattern: '[' },
    ]);
    const { faults, text } = ok(engine.check_masks(masks, 'E123456, token=0123456789abcdef0123456789abcdef', english));
    assert.equal(faults.length, 1);
    assert.equal(faults[0].index, 1);
    assert.match(text, /^masked-staff-1, token=masked-/);
    assert.equal(ok(engine.redact('E123456')), 'E123456');
  });
});

describe('the command line', () => {
  it('answers by own rules and masks as the extension does', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'scopelens-own-'));
    try {
      const file = path.join(folder, 'acme.json');
      writeFileSync(file, rules);
      ok(engine.configure(config, english));
      const own = ['--rules', file, '--mask', 'staff=E[0-9]{6}'];
      const text = `${refused} for E123456`;
      assert.deepEqual(
        JSON.parse(commandLine(text, '--json', '--lang', 'en', ...own)),
        ok(engine.diagnose(text, english)),
      );
      assert.equal(commandLine(text, '--redact', ...own), ok(engine.redact(text)));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

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
    let count = 0;
    const pack = async (/** @type {string} */ file) => {
      count += 1;
      return readPack(file);
    };
    const own = instance(async () => '{}', { pack });
    assert.equal(await verdict(own, 'all is well'), 'none');
    assert.equal(count, 0);
    await verdict(own, samples.java);
    await verdict(own, samples.go);
    assert.equal(count, 3);
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
