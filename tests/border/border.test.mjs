// The built engine through its glue: every export with good and with bad input.
import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { calls } from '../demo/calls.mjs';
import { samples } from '../demo/samples.mjs';
import { diagnose as commandLine } from '../support/command-line.mjs';
import { loadEngine } from '../support/engine.mjs';
import { linkHosts } from '../support/link-hosts.mjs';
import { assertTagged, ok } from '../support/replies.mjs';

/** @type {import('../support/engine.mjs').Engine} */
let engine;
before(async () => {
  engine = await loadEngine();
});

const english = '{"lang":"en"}';

/** @param {string} id @returns {import('../demo/calls.mjs').Call} */
const call = (id) => /** @type {any} */ (calls.find((each) => each.id === id));

/** @param {string} id @param {object} [changes] */
const exchange = (id, changes = {}) =>
  JSON.stringify({
    method: call(id).method,
    url: `https://api.dingtalk.com${call(id).path}`,
    status: call(id).status,
    mime: 'application/json',
    request_headers: [],
    response_headers: [['content-type', 'application/json']],
    request_body: null,
    body: JSON.stringify(call(id).reply),
    body_state: 'whole',
    ...changes,
  });

describe('diagnose', () => {
  for (const lang of /** @type {const} */ (['en', 'zh-CN'])) {
    for (const [id, text] of Object.entries(samples)) {
      it(`answers ${id} as the command line does (${lang})`, () => {
        assert.deepEqual(ok(engine.diagnose(text, JSON.stringify({ lang }))), commandLine(text, lang));
      });
    }
  }

  for (const options of ['', '{"lang":1}', '\ud800', 'null']) {
    it(`tags bad options: ${JSON.stringify(options)}`, () => assertTagged(engine.diagnose('x', options)));
  }

  it('speaks English where it does not know the language', () => {
    assert.equal(ok(engine.diagnose('x', '{"lang":"tlh"}')).lang, 'en');
  });

  it('says that nothing was refused in nothing', () => {
    assert.equal(ok(engine.diagnose('', english)).cards[0].verdict, 'none');
  });
});

describe('hostile texts', () => {
  const refusal = JSON.stringify(call('user-token').reply);
  const texts = {
    '5 MB of log': `${'2026-04-11 INFO all is well in this line of the log\n'.repeat(100_000)}${refusal}`,
    '5 MB in one line': 'x'.repeat(5_000_000),
    '10,000 levels of arrays': '['.repeat(10_000) + ']'.repeat(10_000),
    '10,000 levels left open': `${'{"a":'.repeat(10_000)}${refusal}`,
    'lone surrogates': `\ud800 ${refusal} \udfff`,
    'every byte': String.fromCharCode(...Array.from({ length: 256 }, (_, code) => code)),
    'a cut-off reply': refusal.slice(0, -20),
    'bidirectional controls': `\u202e${refusal}\u2066`,
  };
  for (const [name, text] of Object.entries(texts)) {
    it(`answers ${name} calmly`, () => {
      const answer = ok(engine.diagnose(text, english));
      assert.ok(answer.cards.length >= 1);
      assert.ok(answer.cards[0].plain.length < 20_000, 'the card stays small');
      assert.equal(typeof ok(engine.redact(text)), 'string');
    });
  }

  it('finds the refusal at the end of 5 MB', () => {
    assert.equal(ok(engine.diagnose(texts['5 MB of log'], english)).cards[0].verdict, 'refused');
  });

  it('leads to no foreign host, whatever the text links to', () => {
    const link = 'https://open-dev.dingtalk.com.evil.example/appscope/apply?content=dingx%23Contact.User.Read';
    const text = `{"code":"Forbidden.AccessDenied.AccessTokenPermissionDenied","message":"应用尚未开通所需的权限：[Contact.User.Read]，点击链接申请并开通即可：${link}"}`;
    const answer = JSON.stringify(ok(engine.diagnose(text, english)));
    const hosts = [...answer.matchAll(/"url":"https:\/\/([^/"]+)/g)].map((match) => match[1] ?? '');
    assert.ok(hosts.length > 0);
    const ownHosts = linkHosts('dingtalk');
    for (const host of hosts) assert.ok(ownHosts.includes(host), host);
  });
});

describe('annotate', () => {
  it('names what a refused exchange lacks', () => {
    const annotation = ok(engine.annotate(exchange('user-token'), english));
    assert.equal(annotation.verdict, 'refused');
    assert.deepEqual(annotation.scopes, ['Contact.User.Read']);
    assert.equal(annotation.platform, 'dingtalk');
    assert.match(annotation.label, /Contact\.User\.Read/);
    assert.equal('answer' in annotation, false, 'a row makes no cards');
  });

  it('has nothing to say of a granted one', () => {
    const annotation = ok(engine.annotate(exchange('user-granted'), english));
    assert.equal(annotation.verdict, 'none');
    assert.deepEqual(annotation.scopes, []);
  });

  it('says that an error page quotes the refusal, where a program was given the page', () => {
    const refused = JSON.stringify(calls.find((each) => each.id === 'user-token')?.reply);
    const page = {
      mime: 'text/html',
      body: `<h1>502</h1><pre>${refused.replaceAll('"', '&quot;')}</pre>`,
      status: 502,
    };
    const { annotation: quoted, answer } = ok(
      engine.details(exchange('user-token', { ...page, request_headers: [['Sec-Fetch-Dest', 'empty']] }), english),
    );
    assert.deepEqual([quoted.verdict, quoted.quoted, quoted.scopes], ['refused', true, ['Contact.User.Read']]);
    assert.match(answer.cards[0].notes[0], /error page, with status 502/);
    const document = ok(
      engine.annotate(exchange('user-token', { ...page, request_headers: [['Sec-Fetch-Dest', 'document']] }), english),
    );
    assert.deepEqual([document.verdict, document.quoted], ['mention', false]);
    assert.equal(ok(engine.annotate(exchange('user-token'), english)).quoted, false);
  });

  it('takes a missing body', () => {
    ok(engine.annotate(exchange('user-token', { body: null, body_state: 'missing' }), english));
  });

  for (const bad of [
    '',
    '{}',
    '[1]',
    exchange('user-token', { status: 'x' }),
    exchange('user-token', { body_state: 'odd' }),
  ]) {
    it(`tags a bad exchange: ${bad.slice(0, 40)}`, () => assertTagged(engine.annotate(bad, english)));
  }
});

describe('details', () => {
  it('is the row with its cards, and the exchange without secrets and body', () => {
    const headers = [['x-acs-dingtalk-access-token', '0123456789abcdef0123456789abcdef']];
    const refused = exchange('user-token', { id: 7, request_headers: headers });
    const { annotation, answer, exchange: bare } = ok(engine.details(refused, english));
    assert.deepEqual(annotation, ok(engine.annotate(refused, english)));
    assert.equal(answer.cards[0].verdict, 'refused');
    assert.deepEqual([bare.id, bare.body, bare.request_headers.length], [7, null, 1]);
    assert.doesNotMatch(JSON.stringify(bare), /0123456789abcdef/);
  });

  it('has no cards where nothing was refused', () => {
    assert.equal(ok(engine.details(exchange('user-granted'), english)).answer, null);
  });
});

describe('read_decision', () => {
  /** @param {object} changes */
  const head = (changes) =>
    JSON.stringify({
      method: 'GET',
      url: 'https://api.dingtalk.com/v1.0/contact/users/me',
      status: 403,
      mime: 'application/json',
      size: 300,
      ...changes,
    });

  it('reads a small refusal, not a large picture', () => {
    assert.equal(ok(engine.read_decision(head({}))).read, true);
    const picture = ok(
      engine.read_decision(head({ url: 'https://example.com/a.png', status: 200, mime: 'image/png', size: 4_000_000 })),
    );
    assert.equal(picture.read, false);
    assert.ok(picture.why);
  });

  it('keeps a platform’s error that is too long to be read for a row', () => {
    const { read, why, row } = ok(engine.read_decision(head({ size: 4_000_000 })));
    assert.deepEqual([read, why, row], [false, 'size', true]);
    assert.equal(ok(engine.read_decision(head({ status: 200, size: 4_000_000 }))).row, false);
  });

  for (const bad of ['', '{}', 'null', head({ status: -1 })]) {
    it(`tags a bad head: ${bad.slice(0, 30)}`, () => assertTagged(engine.read_decision(bad)));
  }
});

describe('redact and about', () => {
  it('takes secrets away and leaves scopes and codes', () => {
    const text = ok(
      engine.redact(
        'appsecret=Zx81kLq0PwVb5nMt7RyUe3Ho9DsAf2Gc Contact.User.Read request id: 4F1D0C7B-88AA-4B6E-9B1F-2A3C4D5E6F70',
      ),
    );
    assert.ok(!text.includes('Zx81kLq0PwVb5nMt7RyUe3Ho9DsAf2Gc'), text);
    assert.match(text, /Contact\.User\.Read/);
    assert.match(text, /4F1D0C7B-88AA-4B6E-9B1F-2A3C4D5E6F70/);
  });

  it('tells its version and its catalog’s date', () => {
    const { version, platforms } = ok(engine.about(english));
    assert.match(version, /^\d+\.\d+\.\d+/);
    const dingtalk = platforms.find((/** @type {any} */ each) => each.id === 'dingtalk');
    assert.match(dingtalk.catalog_date, /^\d{4}-\d{2}/);
    assert.ok(dingtalk.scopes > 100 && dingtalk.apis > 100);
  });
});
