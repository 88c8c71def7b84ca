// Which bodies the engine is given: by patterns of this test's own.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Prefilter } from '../../extension/devtools/prefilter.js';

const sieve = new Prefilter({ words: ['refused'], pattern: 'code":88', landmarks: 'landmark', head: 100, most: 4000 });
const filler = 'x'.repeat(100);

describe('the sift', () => {
  it('searches a short text for everything', () => {
    assert.equal(sieve.mayRefuse('{"code":88}'), true);
    assert.equal(sieve.mayRefuse('{"code":0}'), false);
    assert.equal(sieve.mayRefuse(''), false);
  });

  it('searches the first part of a long text for everything, and all of it for landmarks', () => {
    assert.equal(sieve.mayRefuse(`refused${filler}`), true);
    assert.equal(sieve.mayRefuse(`${filler}refused`), false);
    assert.equal(sieve.mayRefuse(`${filler}${filler}landmark`), true);
    assert.equal(sieve.mayRefuse(`${filler.slice(4)}landmark`), true, 'across the border');
  });

  it('searches what base64 holds, and base64 in that', () => {
    const deep = new Prefilter({
      words: ['refused'],
      pattern: 'code":88',
      landmarks: 'landmark',
      head: 1000,
      most: 4000,
    });
    /** @param {unknown} value */
    const packed = (value) => Buffer.from(JSON.stringify(value)).toString('base64');
    const once = packed({ message: 'it was refused', sign: '>>>???' });
    for (const text of [
      `{"data":"${once}"}`,
      `{\\"data\\":\\"${once}\\"}`,
      `{'data':'${packed([{ data: once }])}'}`,
      `{"data":"${once.slice(0, -3)}`,
    ]) {
      assert.equal(deep.mayRefuse(text), true, text);
    }
    for (const text of [
      `{"data":"${packed({ message: 'granted', more: 'than enough' })}"}`,
      once,
      '"eyeyeyeyeyeyeyeyeyeyeyeyeyeye"',
      `"e${once}"`,
    ]) {
      assert.equal(deep.mayRefuse(text), false, text);
    }
  });

  it('answers the same every time', () => {
    for (let i = 0; i < 3; i++) assert.equal(sieve.mayRefuse('refused'), true);
  });

  it('gives the engine what may hold a refusal, whole', () => {
    const body = { text: `${filler}landmark`, state: /** @type {const} */ ('whole') };
    for (const ours of [true, false]) assert.equal(sieve.partOf(body, ours), body);
  });

  it('gives it nothing of a stranger’s other texts', () => {
    assert.equal(sieve.partOf({ text: '{"code":0}', state: 'whole' }, false), null);
  });

  it('gives it a platform’s other texts, of a long one its beginning', () => {
    assert.deepEqual(sieve.partOf({ text: '{"code":0}', state: 'whole' }, true), {
      text: '{"code":0}',
      state: 'whole',
    });
    assert.deepEqual(sieve.partOf({ text: `${filler}y`, state: 'whole' }, true), { text: filler, state: 'cut' });
  });

  it('lets the engine tell of a body that is gone', () => {
    const gone = { text: null, state: /** @type {const} */ ('missing') };
    for (const ours of [true, false]) assert.equal(sieve.partOf(gone, ours), gone);
  });
});
