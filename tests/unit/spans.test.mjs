// Which places of a pasted text are marked, and which one is meant at the caret.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { spanAt, spansOf } from '../../extension/popup/spans.js';

/** @param {string} code @param {[number, number] | null} place */
const scope = (code, place) => ({ code, place: place && { start: place[0], end: place[1] } });
/** @param {string} id @param {[number, number] | null} place */
const fact = (id, place) => ({ id, place: place && { start: place[0], end: place[1] } });

const answer = /** @type {any} */ ({
  cards: [
    { scopes: [scope('A.Read', [0, 6]), scope('B.Read', null)], facts: [fact('code', [8, 20])] },
    { scopes: [scope('C.Read', [10, 14])], facts: [fact('app_id', [30, 40]), fact('request_id', [5, 5])] },
  ],
});

/** @param {number} length */
const marked = (length) => spansOf(answer, length).map(({ card, part, id }) => `${card} ${part} ${id}`);

describe('the places of an answer', () => {
  it('are those that its lines were read from, card by card', () => {
    assert.deepEqual(marked(40), ['0 scope A.Read', '0 fact code', '1 scope C.Read', '1 fact app_id']);
  });

  it('end where the text does', () => {
    assert.deepEqual(marked(39), ['0 scope A.Read', '0 fact code', '1 scope C.Read']);
  });

  it('are told apart at the caret: the narrowest one is meant, and its edges belong to it', () => {
    const spans = spansOf(answer, 40);
    const ids = [0, 6, 7, 8, 10, 14, 15, 20, 21].map((offset) => spanAt(spans, offset)?.id);
    assert.deepEqual(ids, ['A.Read', 'A.Read', undefined, 'code', 'C.Read', 'C.Read', 'code', 'code', undefined]);
  });
});
