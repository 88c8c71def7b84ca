// The session's last diagnoses: which stay, in which order, and what of them.
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { clearDiagnoses, readDiagnoses, rememberDiagnosis, restoreDiagnoses } from '../../extension/core/diagnoses.js';

/** @param {string} scope @param {object} [changes] */
const answerOf = (scope, changes = {}) =>
  /** @type {any} */ ({
    lang: 'en',
    notes: [],
    cards: [
      {
        verdict: 'refused',
        kind: 'missing-scope',
        platform: { id: 'dingtalk' },
        title: scope,
        report: { text: 'the whole reply' },
        apps: [{ id: 'ding1' }],
        scopes: [{ code: scope, place: { start: 1, end: 5 } }],
        facts: [
          { id: 'code', value: '403', place: { start: 7, end: 9 } },
          { id: 'request_id', value: 'R1', place: null },
        ],
        ...changes,
      },
    ],
  });

describe('the last diagnoses', () => {
  beforeEach(() => {
    /** @type {Record<string, unknown>} */
    const stored = {};
    const session = {
      get: async (/** @type {string} */ key) => structuredClone(key in stored ? { [key]: stored[key] } : {}),
      set: async (/** @type {object} */ values) => void Object.assign(stored, structuredClone(values)),
      remove: async (/** @type {string} */ key) => void delete stored[key],
    };
    Object.assign(globalThis, { chrome: { storage: { session } } });
  });
  afterEach(() => {
    Reflect.deleteProperty(globalThis, 'chrome');
  });

  const titles = async () => (await readDiagnoses()).map(({ answer }) => answer.cards[0]?.title);

  it('stand newest first, one of each cause', async () => {
    for (const scope of ['A', 'B', 'A']) await rememberDiagnosis(answerOf(scope));
    assert.deepEqual(await titles(), ['A', 'B']);
  });

  it('count another request of the same cause as the same, another code as another', async () => {
    await rememberDiagnosis(answerOf('A'));
    await rememberDiagnosis(
      answerOf('A', {
        facts: [
          { id: 'code', value: '403' },
          { id: 'request_id', value: 'R2' },
        ],
      }),
    );
    assert.equal((await titles()).length, 1);
    await rememberDiagnosis(answerOf('A', { facts: [{ id: 'code', value: '88' }] }));
    assert.equal((await titles()).length, 2);
  });

  it('are ten at most', async () => {
    for (let n = 0; n < 12; n += 1) await rememberDiagnosis(answerOf(String(n)));
    assert.deepEqual(
      await titles(),
      Array.from({ length: 10 }, (_, n) => String(11 - n)),
    );
  });

  it('hold neither the reply nor places in it', async () => {
    await rememberDiagnosis(answerOf('A'));
    const [{ answer } = /** @type {any} */ ({})] = await readDiagnoses();
    const [card] = answer.cards;
    assert.deepEqual([card.report, card.apps], [null, []]);
    assert.deepEqual(
      [...card.scopes, ...card.facts].map(({ place }) => place),
      [null, null, null],
    );
  });

  it('leave out a text in which nothing was found', async () => {
    await rememberDiagnosis(answerOf('A', { verdict: 'none' }));
    assert.deepEqual(await titles(), []);
  });

  it('come back after a clearing, behind what came since', async () => {
    for (const scope of ['A', 'B']) await rememberDiagnosis(answerOf(scope));
    const cleared = await readDiagnoses();
    await clearDiagnoses();
    await rememberDiagnosis(answerOf('C'));
    await restoreDiagnoses(cleared);
    assert.deepEqual(await titles(), ['C', 'B', 'A']);
  });
});
