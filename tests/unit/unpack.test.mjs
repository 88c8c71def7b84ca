// HAR files that are packed or in UTF-16: what the import hands to the engine.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { gzipSync } from 'node:zlib';
import { textOf, utf16Of } from '../../extension/devtools/unpack.js';

const TEXT = '{"log":{"entries":[{"a":"没有权限"}]}}';

/** @param {string} text @param {boolean} [big] */
function utf16(text, big = false) {
  const bytes = Buffer.from(text, 'utf16le');
  return big ? bytes.swap16() : bytes;
}

/** @param {Buffer} bytes @returns {Promise<{ text: string, read: number }>} */
async function read(bytes) {
  let counted = 0;
  const { stream } = await textOf(new File([new Uint8Array(bytes)], 'a.har'), (size) => {
    counted += size;
  });
  return { text: await new Response(stream).text(), read: counted };
}

describe('a file', () => {
  for (const [form, bytes] of Object.entries({
    'plain text': Buffer.from(TEXT),
    gzip: gzipSync(TEXT),
    'UTF-16 that names itself': utf16(`\ufeff${TEXT}`),
    'UTF-16 that does not': utf16(TEXT),
    'UTF-16, big end first': utf16(TEXT, true),
  })) {
    it(`is read as text from ${form}`, async () => {
      assert.deepEqual(await read(bytes), { text: TEXT, read: bytes.length });
    });
  }

  it('that is packed and cut off fails where it is', async () => {
    const cut = gzipSync(TEXT).subarray(0, 30);
    assert.equal((await textOf(new File([new Uint8Array(cut)], 'a'), () => {})).isPacked, true);
    await assert.rejects(read(cut));
  });

  it('is UTF-16 for its first bytes alone', () => {
    const of = (/** @type {number[]} */ ...first) => utf16Of(Uint8Array.from(first));
    assert.equal(of(0x7b, 0, 0, 0), null);
    assert.equal(of(0x7b, 0x22, 0x6c, 0x6f), null);
    assert.equal(of(), null);
    assert.equal(of(0x5b, 0), 'utf-16le');
  });
});
