// The engine's patterns in JavaScript's hands: what the engine would read, the sift lets through.
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { before, describe, it } from 'node:test';
import { calls } from '../demo/calls.mjs';
import { samples } from '../demo/samples.mjs';
import { Prefilter } from '../../extension/devtools/prefilter.js';
import { loadEngine } from '../support/engine.mjs';
import { growthOf } from '../support/growth.mjs';
import { at } from '../support/paths.mjs';
import { filesIn, jsonOf, textOf } from '../support/tree.mjs';

/** @type {import('../support/engine.mjs').Engine} */
let engine;
/** @type {import('../../extension/engine/types.js').Patterns} */
let patterns;
/** @type {Prefilter} */
let sieve;
before(async () => {
  engine = await loadEngine();
  patterns = JSON.parse(engine.sift_patterns()).ok;
  sieve = new Prefilter(patterns);
});

/** The texts that prove a rule. @returns {string[]} */
const proofs = () =>
  filesIn('crate/platforms', /\.json$/)
    .filter((file) => file.includes('/rules/'))
    .flatMap(jsonOf)
    .flatMap((/** @type {any} */ rule) => rule.proofs.match)
    .map((/** @type {any} */ proof) => proof.text);

/** @returns {string[]} */
const golden = () =>
  readdirSync(at('crate/render/tests/golden'))
    .filter((name) => name.endsWith('.txt'))
    .map((name) => textOf(`crate/render/tests/golden/${name}`));

/** @param {string} text */
const ascii = (text) =>
  text.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** Base64 of a text's UTF-8. @param {string} text */
const packed = (text) => Buffer.from(text).toString('base64');

/** The same with the letters that need no escapes in addresses, without padding. @param {string} text */
const packedForUrl = (text) => Buffer.from(text).toString('base64url');

/** As encoders of several kinds carry a text within another. @type {Record<string, (text: string) => string>} */
const spellings = {
  plain: (text) => text,
  'a gateway’s JSON': (text) => JSON.stringify({ success: false, upstream: text }),
  'JSON within JSON': (text) => JSON.stringify({ body: JSON.stringify({ upstream: text }) }),
  'Python’s JSON': (text) => ascii(JSON.stringify({ detail: text })),
  'Python’s JSON within JSON': (text) => JSON.stringify({ log: ascii(JSON.stringify({ detail: text })) }),
  'PHP’s JSON': (text) => ascii(JSON.stringify({ detail: text })).replaceAll('/', '\\/'),
  'Go’s JSON': (text) =>
    JSON.stringify({ detail: text }).replace(/[<>&]/g, (unit) => `\\u00${unit.charCodeAt(0).toString(16)}`),
  'Java’s JSON': (text) =>
    JSON.stringify({ detail: text }).replace(/[<>&='](?!$)/g, (unit) => `\\u00${unit.charCodeAt(0).toString(16)}`),
  'base64 of JSON': (text) => JSON.stringify({ success: false, data: packed(JSON.stringify({ detail: text })) }),
  'base64 of laid out JSON': (text) =>
    JSON.stringify({ data: packedForUrl(JSON.stringify({ detail: text }, null, 2)) }),
  'base64 within JSON within JSON': (text) =>
    JSON.stringify({ log: JSON.stringify({ data: packed(JSON.stringify([{ detail: text }])) }) }),
  'base64 in PHP’s JSON': (text) =>
    JSON.stringify({ data: packed(ascii(JSON.stringify({ detail: text }))) }).replaceAll('/', '\\/'),
  'base64 in Java’s JSON': (text) =>
    JSON.stringify({ data: packed(JSON.stringify({ detail: text })) }).replaceAll('=', '\\u003d'),
  'a page': (text) => `<pre>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')}</pre>`,
};

describe('the sift', () => {
  for (const [name, spell] of Object.entries(spellings)) {
    it(`loses no refusal in ${name}`, () => {
      const texts = [...proofs(), ...golden(), ...Object.values(samples)].map(spell);
      const read = texts.filter((text) => JSON.parse(engine.diagnose(text, '{}')).ok.cards[0].verdict !== 'none');
      assert.ok(read.length > 150, String(read.length));
      assert.deepEqual(
        read.filter((text) => !sieve.mayRefuse(text)),
        [],
      );
    });
  }

  it('finds what a document of megabytes bears a landmark of', () => {
    const filler = JSON.stringify({
      code: 0,
      items: Array.from({ length: 60_000 }, (_, i) => ({ id: i, name: `item ${i}` })),
    });
    assert.ok(filler.length > 4 * patterns.head);
    assert.equal(sieve.mayRefuse(filler), false);
    const bearing = ['user-token', 'app-token', 'old-api', 'gateway'].map((id) =>
      JSON.stringify(calls.find((each) => each.id === id)?.reply),
    );
    for (const refusal of bearing) assert.equal(sieve.mayRefuse(filler + refusal + filler), true, refusal);
  });

  it('passes over what was granted', () => {
    const granted = calls.filter((each) => each.group === 'granted').map((each) => JSON.stringify(each.reply));
    assert.ok(granted.length > 0);
    assert.deepEqual(
      granted.filter((text) => sieve.mayRefuse(text)),
      [],
    );
  });

  it('takes no more than its length in time for texts made to slow it down', () => {
    const texts = ['code', 'error', 'Code"', '\\u5e94', '\\\\\\\\u', 'no user ', '99991', 'code&quot;'].map((part) =>
      part.repeat(patterns.head / part.length),
    );
    for (const text of texts) {
      const growth = growthOf((part) => sieve.mayRefuse(part), text);
      assert.ok(growth < 10, `${text.slice(0, 20)}…: four times the text took ${growth.toFixed(1)} times as long`);
    }
  });
});
