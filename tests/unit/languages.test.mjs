// The words of our own pages, in each language.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fill } from '../../extension/core/i18n.js';
import { filesIn, jsonOf, textOf } from '../support/tree.mjs';

const en = jsonOf('extension/_locales/en/messages.json');
const zh = jsonOf('extension/_locales/zh_CN/messages.json');
const sources = filesIn('extension', /\.(js|html|json)$/).filter((file) => !file.includes('_locales'));

/** Keys that a source names in full. @param {string} text @returns {string[]} */
function named(text) {
  const forms = [/\bt\(\s*'([a-z]\w*)'/g, /data-t(?:-[\w-]+)?="(\w+)"/g, /__MSG_(\w+)__/g];
  return forms.flatMap((form) => [...text.matchAll(form)].map((match) => match[1] ?? ''));
}

describe('the messages', () => {
  it('are there, wherever one is named', () => {
    const missing = sources.flatMap((file) =>
      named(textOf(file))
        .filter((key) => !(key in en))
        .map((key) => `${file}: ${key}`),
    );
    assert.deepEqual(missing, []);
    assert.ok(sources.flatMap((file) => named(textOf(file))).length > 150);
  });

  it('stand in one order', () => assert.deepEqual(Object.keys(zh), Object.keys(en)));

  it('tell translators what they are for', () => {
    for (const [key, { description }] of Object.entries(en)) assert.ok(description?.trim(), key);
  });

  it('have one form in Chinese, and two in English wherever a number stands before calls', () => {
    for (const [key, { message }] of Object.entries(zh)) assert.ok(!/\[[^|\]]*\|/.test(message), key);
    for (const [key, { message }] of Object.entries(en))
      assert.ok(!/\$\d (calls|others)\b/.test(message) || key.endsWith('_catalog'), key);
  });

  it('are punctuated as Chinese is', () => {
    for (const [key, { message }] of Object.entries(zh))
      assert.ok(!/\p{Script=Han}[,;:?!]|[,;:?!]\p{Script=Han}/u.test(message), key);
  });

  it('fit the stores', () => {
    for (const file of [en, zh]) {
      assert.ok([...file.description.message].length <= 132);
      assert.ok([...file.name.message].length <= 45);
    }
  });
});

describe('filling a message', () => {
  it('takes the form of the number before', () => {
    assert.equal(fill('Cleared $1 [call|calls].', 'en', [1]), 'Cleared 1 call.');
    assert.equal(fill('Cleared $1 [call|calls].', 'en', [0]), 'Cleared 0 calls.');
    assert.equal(fill('$1 of $2 [call|calls]', 'en', [1, 2]), '1 of 2 calls');
    assert.equal(fill('$1: $2 [call|calls]', 'en', ['a.har', 1]), 'a.har: 1 call');
  });

  it('writes numbers as the language does, and texts as they are', () => {
    assert.equal(fill('$1 / $2', 'en', [20_000, '20000']), '20,000 / 20000');
    assert.equal(fill('已清空 $1 条调用。', 'zh-CN', [12_345]), '已清空 12,345 条调用。');
  });

  it('leaves no hole, and no brackets of the message’s own words', () => {
    assert.equal(fill('a $1 b $2', 'en', ['x']), 'a x b ');
    assert.equal(fill('[Card.Write]', 'en', []), '[Card.Write]');
    assert.equal(fill('$1', 'en', ['[a|b] $2']), '[a|b] $2');
  });
});
