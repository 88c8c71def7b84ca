// Own rules and masks at the border: what is set, and what is wrong with it.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, before, describe, it } from 'node:test';
import { Prefilter } from '../../extension/devtools/prefilter.js';
import { run as commandLine } from '../support/command-line.mjs';
import { loadEngine } from '../support/engine.mjs';
import { assertTagged, ok } from '../support/replies.mjs';

/** @type {import('../support/engine.mjs').Engine} */
let engine;
before(async () => {
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
      platforms.filter((/** @type {any} */ { off, own }) => off || own).map((/** @type {any} */ { id }) => id),
      ['dingtalk'],
    );
    assert.equal(platforms.at(-1).id, 'dingtalk', 'what is off stands last');
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
