// HAR files through the built engine: read in pieces, handed on as exchanges, written redacted.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { before, describe, it } from 'node:test';
import { har as commandLine } from '../support/command-line.mjs';
import { loadEngine } from '../support/engine.mjs';
import { at } from '../support/paths.mjs';
import { assertTagged, ok } from '../support/replies.mjs';

/** @type {import('../support/engine.mjs').Engine} */
let engine;
before(async () => {
  engine = await loadEngine();
});

const english = '{"lang":"en"}';
const secrets = /0f4a9c31d27e85b6a1c0934fe2d8bfa7|kU5tRc8JwQ2nYb7LxV4mZs9PdG3hFa6E|manager4220817/;

/** @param {Uint8Array} bytes @param {number} piece @returns {any} all that the file gives */
function read(bytes, piece) {
  const reader = new engine.HarReader();
  const parts = [];
  for (let from = 0; from < bytes.length; from += piece)
    parts.push(ok(reader.feed(bytes.subarray(from, from + piece))));
  parts.push(ok(reader.end(english)));
  reader.free();
  return {
    entries: parts.flatMap((part) => part.entries),
    bad: parts.flatMap((part) => part.bad),
    unread: parts.reduce((sum, part) => sum + part.unread, 0),
    cut: parts.some((part) => part.cut),
    lacking: parts.flatMap((part) => part.lacking),
  };
}

/**
 * Counts of several parts of a file as those of the whole.
 * @param {import('../../extension/engine/types.js').Lacking[]} lacking
 */
function added(lacking) {
  const all = new Map();
  for (const { why: reason, platform, count, errors } of lacking) {
    const known = all.get(`${reason} ${platform}`) ?? { why: reason, platform, count: 0, errors: 0 };
    all.set(`${reason} ${platform}`, { ...known, count: known.count + count, errors: known.errors + errors });
  }
  return [...all.values()];
}

for (const tool of ['chrome', 'firefox', 'safari', 'charles', 'fiddler', 'mitmproxy', 'odd', 'damaged']) {
  describe(`a file of ${tool}`, () => {
    const file = at(`crate/har/tests/${tool}.har`);
    const bytes = new Uint8Array(readFileSync(file));

    it('gives what the command line reads, in pieces of any size', () => {
      const { entries, bad, unread, cut, lacking } = read(bytes, bytes.length);
      const expected = commandLine(file).files[0];
      assert.deepEqual(
        { read: entries.length, unread, bad, cut, lacking },
        {
          read: expected.read,
          unread: expected.unread,
          bad: expected.bad,
          cut: expected.cut,
          lacking: expected.lacking,
        },
      );
      for (const piece of [1, 999]) {
        const inPieces = read(bytes, piece);
        assert.deepEqual({ ...inPieces, lacking: added(inPieces.lacking) }, { entries, bad, unread, cut, lacking });
      }
      const refused = entries.filter(
        (/** @type {any} */ entry) => ok(engine.annotate(JSON.stringify(entry), english)).verdict === 'refused',
      );
      const marked = expected.exchanges.filter((/** @type {any} */ each) => each.verdict === 'refused');
      assert.deepEqual(
        refused.map((/** @type {any} */ entry) => entry.index + 1),
        marked.map((/** @type {any} */ each) => each.entry),
      );
    });

    it('gives entries that a session takes in from where they are', () => {
      const reader = new engine.HarReader();
      const [fromReader, fromText] = [new engine.Session(''), new engine.Session('')];
      for (const batch of [() => reader.feed(bytes), () => reader.end(english)]) {
        const { entries } = ok(batch());
        for (const [index, entry] of entries.entries()) {
          const expected = fromText.see(JSON.stringify({ ...entry, id: index + 1 }), english);
          assert.equal(fromReader.see_entry(reader, index, index + 1, english), expected);
        }
      }
      assertTagged(fromReader.see_entry(reader, 0, 1, english));
      reader.free();
    });

    it('is written without its secrets and read again', () => {
      const { entries } = read(bytes, 4096);
      const { before: head, between, after } = ok(engine.har_frame());
      const text =
        head +
        entries.map((/** @type {any} */ entry) => ok(engine.har_entry(JSON.stringify(entry)))).join(between) +
        after;
      assert.doesNotMatch(text, secrets);
      assert.equal(JSON.parse(text).log.entries.length, entries.length);
      const again = read(new TextEncoder().encode(text), 4096);
      assert.equal(again.entries.length, entries.length);
      assert.deepEqual({ unread: again.unread, bad: again.bad, cut: again.cut }, { unread: 0, bad: [], cut: false });
    });

    it('gives exchanges that are redacted part by part', () => {
      for (const entry of read(bytes, 4096).entries) {
        const redacted = ok(engine.redact_exchange(JSON.stringify({ ...entry, id: 7 })));
        assert.doesNotMatch(JSON.stringify(redacted), secrets);
        const kept = (/** @type {any} */ { method, status, mime, size, at: time, body_state }) => ({
          method,
          status,
          mime,
          size,
          time,
          body_state,
        });
        assert.deepEqual({ ...kept(redacted), id: redacted.id }, { ...kept(entry), id: 7 });
        assert.deepEqual(
          redacted.request_headers.map((/** @type {string[]} */ [name]) => name),
          entry.request_headers.map((/** @type {string[]} */ [name]) => name),
        );
      }
    });
  });
}

describe('what is no HAR file', () => {
  for (const [what, bytes] of Object.entries({
    nothing: [],
    'a zip': [0x50, 0x4b, 3, 4],
    'other JSON': [...Buffer.from('{"a":[1]}')],
    'a log': [...Buffer.from('INFO x')],
  })) {
    it(`is told of ${what}`, () => {
      const reader = new engine.HarReader();
      assert.deepEqual(ok(reader.feed(Uint8Array.from(bytes))), {
        entries: [],
        unread: 0,
        bad: [],
        lacking: [],
        cut: false,
      });
      for (const [lang, words] of /** @type {const} */ ([
        ['en', /^It is [\w ().:-]+\.$/],
        ['zh-CN', /^文件.+。$/],
      ])) {
        const { error } = JSON.parse(reader.end(JSON.stringify({ lang })));
        assert.equal(error.kind, 'bad-har');
        assert.match(error.message, words);
      }
      reader.free();
    });
  }

  it('is told of a file that stops in the middle, with what is whole', () => {
    const bytes = new Uint8Array(readFileSync(at('crate/har/tests/safari.har')));
    const { entries, bad, cut } = read(bytes.subarray(0, bytes.length - 300), 1000);
    assert.deepEqual([entries.length, bad, cut], [2, [{ index: 2, why: 'cut' }], true]);
  });

  for (const bad of ['', '{}', '[1]', '{"url":1}']) {
    it(`tags a bad exchange: ${bad}`, () => {
      for (const reply of [engine.har_entry(bad), engine.redact_exchange(bad)])
        assert.equal(JSON.parse(reply).error.kind, 'bad-input');
    });
  }
});
