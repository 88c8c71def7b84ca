// What the devtools page does without a browser: memory, commands for the shell, layout of JSON, bodies.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, describe, it } from 'node:test';
import { countCauses } from '../../extension/devtools/badge.js';
import { reader } from '../../extension/devtools/body.js';
import { toCurl, toMessage } from '../../extension/devtools/http-text.js';
import { decodeBase64 } from '../../extension/devtools/decode.js';
import { formatJson } from '../../extension/devtools/json.js';
import { Memory } from '../../extension/devtools/memory.js';
import { isWorthKeeping, keptBody } from '../../extension/devtools/row.js';

/** @import { Recorded } from '../../extension/core/types.js' */

/** @param {Partial<Recorded>} [changes] @returns {Recorded} */
const exchange = (changes = {}) => ({
  id: 1,
  at: 0,
  method: 'GET',
  url: 'https://api.dingtalk.com/v1.0/x?a=1',
  status: 403,
  mime: 'application/json',
  request_headers: [],
  response_headers: [],
  request_body: null,
  body: null,
  body_state: 'whole',
  ...changes,
});

describe('the command for the shell', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'scopelens-curl-'));
  after(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(path.join(folder, 'curl'), '#!/bin/sh\nfor each in "$@"; do printf "%s\\0" "$each"; done\n', {
    mode: 0o755,
  });

  /** What the shell makes of a command. @param {Recorded} given @returns {string[]} */
  const words = (given) => {
    const said = execFileSync('sh', ['-c', toCurl(given)], {
      cwd: folder,
      env: { ...process.env, PATH: `${folder}:${process.env.PATH}` },
    }).toString();
    return said.split('\0').slice(0, -1);
  };
  /** @param {string[]} list @param {string} option */
  const after1 = (list, option) => list.flatMap((each, index) => (list[index - 1] === option ? [each] : []));

  const hostile = [
    "'; touch broken; '",
    '$(touch broken)',
    '`touch broken`',
    '\\',
    "\\'",
    '"; touch broken; "',
    '!!',
    '\n touch broken\n',
    '* ? [a] {b,c} ~',
    '-o /etc/passwd',
    '@/etc/passwd',
    '权限 \u202e',
    '%0a',
    '&|<>#',
  ];
  for (const text of hostile) {
    it(`passes on ${JSON.stringify(text)} as it is`, () => {
      const given = exchange({
        method: 'POST',
        url: `https://api.dingtalk.com/${text}`,
        request_body: text,
        request_headers: [['x-demo', `a${text}`]],
      });
      const said = words(given);
      assert.deepEqual(after1(said, '--url'), [given.url]);
      assert.deepEqual(after1(said, '--data-raw'), [text]);
      assert.deepEqual(after1(said, '--header'), [`x-demo: a${text.replace(/[\r\n]+/g, ' ').trimEnd()}`]);
      assert.throws(() => execFileSync('ls', [path.join(folder, 'broken')], { stdio: 'ignore' }), 'nothing was run');
    });
  }

  it('names a method only where curl would take another', () => {
    assert.ok(!toCurl(exchange()).includes('--request'));
    assert.ok(!toCurl(exchange({ method: 'POST', request_body: '{}' })).includes('--request'));
    assert.deepEqual(after1(words(exchange({ method: 'POST' })), '--request'), ['POST']);
    assert.deepEqual(after1(words(exchange({ method: "X'Y", request_body: '' })), '--request'), ["X'Y"]);
    assert.ok(toCurl(exchange({ method: 'HEAD' })).includes('--head'));
  });

  it('leaves out headers that curl sets, or would take for files, and keeps empty ones', () => {
    const said = words(
      exchange({
        request_headers: [
          ['@/etc/passwd', 'x'],
          ['content-length', '9'],
          ['x-empty', ''],
          ['a b', 'c'],
          ['x-two', 'a\r\nx-smuggled: b'],
        ],
      }),
    );
    assert.deepEqual(after1(said, '--header'), ['x-empty;', 'x-two: a x-smuggled: b']);
  });
});

describe('the layout of JSON', () => {
  it('says what the text said', () => {
    for (const value of [{}, [], { a: [1, { b: null }], 'c"d': '{[,:]}\\"' }, [[[]]], { a: '' }]) {
      const laidOut = formatJson(JSON.stringify(value));
      assert.deepEqual(JSON.parse(laidOut), value);
      assert.equal(laidOut, JSON.stringify(value, null, 2));
    }
  });
  it('keeps every digit', () =>
    assert.equal(
      formatJson('{"id":12345678901234567890,"n":1.50}'),
      '{\n  "id": 12345678901234567890,\n  "n": 1.50\n}',
    ));
  it('lays out what was cut off', () => assert.equal(formatJson('{"a":[1,"b{'), '{\n  "a": [\n    1,\n    "b{'));
  it('leaves other texts alone', () => assert.equal(formatJson('code: 403, "x"'), 'code: 403, "x"'));
  it('takes a deep text in its stride', () => assert.ok(formatJson('['.repeat(2000)).length > 2000));
});

describe('the memory', () => {
  /** @param {number} id @param {string} [body] @returns {any} */
  const kept = (id, body = '') => ({ row: { id }, exchange: JSON.stringify(exchange({ id, body })), reread: null });

  it('drops the oldest beyond its rows, some at a time', () => {
    const memory = new Memory(100);
    /** @type {number[]} */
    const gone = [];
    for (let id = 1; id <= 250; id += 1) {
      memory.add(kept(id));
      gone.push(...memory.trim());
      assert.ok(memory.kept.size <= 100);
    }
    assert.deepEqual(
      gone,
      Array.from({ length: gone.length }, (_, index) => index + 1),
    );
    assert.equal(memory.kept.size + gone.length, 250);
    assert.ok(memory.kept.size >= 95);
  });

  it('drops the oldest beyond its bytes', () => {
    const memory = new Memory(1000);
    const body = 'x'.repeat(2 ** 20);
    for (let id = 1; id <= 40; id += 1) {
      memory.add(kept(id, body));
      memory.trim();
    }
    assert.ok(memory.kept.size <= 24 && memory.kept.size >= 20, `${memory.kept.size} of 40`);
    assert.ok(memory.kept.has(40));
  });

  it('asks for a body that it does not hold', async () => {
    const memory = new Memory(10);
    memory.add({ ...kept(1), exchange: JSON.stringify(exchange()), reread: async () => 'again' });
    memory.add(kept(2, 'held'));
    assert.deepEqual([await memory.body(1), await memory.body(2), await memory.body(3)], ['again', 'held', null]);
  });

  it('counts distinct causes of live calls', () => {
    const rows = /** @type {any} */ ([
      { source: null, cause: 'a' },
      { source: null, cause: 'a' },
      { source: 'x.har', cause: 'b' },
      { source: null, cause: '' },
    ]);
    assert.equal(countCauses(rows), 1);
  });
});

describe('what is kept', () => {
  /** @param {object} [changes] @returns {any} */
  const annotation = (changes = {}) => ({ verdict: 'none', call: { platform: null }, soft: null, ...changes });

  it('is what was refused, what a platform’s host said, and what may have been refused', () => {
    /** @param {Partial<Recorded>} changes @param {any} found @param {import('../../extension/core/types.js').RowBody} [state] */
    const isKept = (changes, found, state = 'whole') => isWorthKeeping(exchange(changes), found, state);
    assert.ok(!isKept({ status: 200 }, annotation()));
    assert.ok(!isKept({ status: 500 }, annotation({ verdict: 'mention' })));
    assert.ok(isKept({ status: 200 }, annotation({ verdict: 'refused' })));
    assert.ok(isKept({ status: 200 }, annotation({ call: { platform: 'dingtalk' } })));
    for (const state of /** @type {const} */ (['missing', 'cut', 'unread', 'large'])) {
      assert.ok(isKept({}, annotation(), state), state);
      assert.ok(!isKept({ status: 200 }, annotation(), state), state);
    }
    assert.ok(!isKept({ status: 101 }, annotation(), 'open'), 'a socket without a refusal');
    assert.ok(isKept({ status: 101 }, annotation(), 'unheard'), 'a socket of which nothing is known');
    assert.ok(isKept({}, null), 'a bad one is one bad row');
  });

  it('is the body of a finding, and a small one', () => {
    const row = /** @type {any} */ ({ verdict: 'none', soft: null, failed: false });
    assert.equal(keptBody('x'.repeat(99_999), { ...row, verdict: 'refused' })?.length, 99_999);
    assert.equal(keptBody('x', row), 'x');
    assert.equal(keptBody('x'.repeat(99_999), row), null);
    assert.equal(keptBody(null, row), null);
  });
});

describe('a body', () => {
  /** @param {object} entry @returns {any} */
  const entry = (entry) => ({
    request: { url: 'https://a.example/' },
    response: { content: { mimeType: 'application/json; charset=gbk' } },
    ...entry,
  });

  it('is asked for through the entry’s prototype, without the entry', async () => {
    const owner = {
      getContent(/** @type {any} */ callback) {
        callback(this === owner ? 'text' : 'lost', '');
      },
    };
    assert.equal(await reader(Object.assign(Object.create(owner), entry({})))?.(), 'text');
  });
  it('is asked for by the entry’s own function', async () => {
    assert.equal(await reader(entry({ getContent: async () => ['text', 'application/json'] }))?.(), 'text');
  });
  it('is decoded by its charset, and left where it is no base64', () => {
    assert.equal(decodeBase64('yKjP3g==', 'text/plain; charset=gbk'), '权限');
    assert.equal(decodeBase64('{"a":1}', 'application/json'), '{"a":1}');
  });
  it('stands below its headers in a message', () => {
    const given = exchange({
      request_headers: [
        ['host', 'x'],
        ['a', 'b'],
      ],
      response_headers: [['c', 'd']],
    });
    assert.equal(toMessage(given, 'request', 'body'), 'GET /v1.0/x?a=1 HTTP/1.1\nhost: api.dingtalk.com\na: b\n\nbody');
    assert.equal(toMessage(given, 'response', null), 'HTTP/1.1 403\nc: d\n\n');
  });
});
