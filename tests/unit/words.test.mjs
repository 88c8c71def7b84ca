// The search for many words at once, against the plain one.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { WordMatcher } from '../../extension/devtools/word-matcher.js';

const list = [
  'permission denied',
  'punish',
  'aaaaaa',
  'abababab',
  '权限校验失败',
  '应用未开通此接口',
  'jsapi接口无权限',
];
const words = new WordMatcher(list);

let state = 7;
/** @param {number} below @returns {number} the next of a fixed row of numbers */
const random = (below) => {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  return Math.floor((state / 2 ** 32) * below);
};

describe('Words', () => {
  it('finds a word wherever it stands', () => {
    for (const word of list) {
      for (let before = 0; before < 20; before++) {
        for (const filler of ['x', 'a', '权']) {
          const text = filler.repeat(before) + word;
          assert.equal(words.matches(text), true, text);
          assert.equal(words.matches(`${text}${filler}`), true, text);
        }
      }
    }
  });

  it('finds no part of a word', () => {
    for (const word of list) assert.equal(words.matches(word.slice(0, -1)), false, word);
    for (const text of ['', 'p', 'aaaaa', '权限校验']) assert.equal(words.matches(text), false, text);
  });

  it('finds what the plain search finds', () => {
    const pieces = [
      ...list.flatMap((word) => [word.slice(0, 3), word.slice(3, 6), word.slice(6)]),
      'a',
      'ab',
      '限',
      ' ',
    ];
    const found = { true: 0, false: 0 };
    for (let i = 0; i < 20_000; i++) {
      const text = Array.from({ length: random(9) }, () => pieces[random(pieces.length)]).join('');
      const plain = list.some((word) => text.includes(word));
      assert.equal(words.matches(text), plain, text);
      found[`${plain}`] += 1;
    }
    assert.ok(found.true > 500 && found.false > 500, JSON.stringify(found));
  });
});
