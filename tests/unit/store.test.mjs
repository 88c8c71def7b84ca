// What the stores are told: complete in both languages, within their limits, and true to the manifest.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { filesIn, jsonOf, textOf } from '../support/tree.mjs';

const { permissions } = jsonOf('extension/manifest/base.json');
const FOLDERS = /** @type {const} */ ({ en: 'en', 'zh-CN': 'zh_CN' });

/** The most characters that a field takes. */
const LIMITS = {
  'name.txt': 45,
  'summary.txt': 132,
  'summary-firefox.txt': 250,
  'description.md': 16_000,
  'single-purpose.txt': 1000,
  'privacy.md': 10_000,
  'support.md': 2000,
};
const PERMISSION_LIMIT = 1000;
const lengthOf = (/** @type {string} */ text) => [...text.trim()].length;

it('say the same in both languages', () => {
  const [en, zh] = ['en', 'zh-CN'].map((lang) => filesIn(`store/${lang}`).map((file) => file.split('/').at(-1)));
  assert.deepEqual(en, zh);
  assert.deepEqual(en, [...Object.keys(LIMITS), 'captions.json', 'data-use.md', 'permissions.md'].sort());
});

for (const [lang, folder] of Object.entries(FOLDERS)) {
  const read = (/** @type {string} */ name) => textOf(`store/${lang}/${name}`);

  describe(`the store’s texts in ${lang}`, () => {
    for (const [name, limit] of Object.entries(LIMITS)) {
      it(`${name} has 1 to ${limit} characters`, () =>
        assert.ok(lengthOf(read(name)) > 0 && lengthOf(read(name)) <= limit, `${lengthOf(read(name))}`));
    }

    it('say what the package says of itself', () => {
      const { name, description } = jsonOf(`extension/_locales/${folder}/messages.json`);
      assert.equal(read('name.txt').trim(), name.message);
      assert.equal(read('summary.txt').trim(), description.message);
    });

    it('give a reason for each permission, and for none that is not asked for', () => {
      const parts = read('permissions.md')
        .split(/^## /m)
        .slice(1)
        .map((part) => /** @type {[string, string]} */ (part.split(/\n([\s\S]*)/)));
      const told = new Map(parts);
      assert.deepEqual(
        [...told.keys()].filter((key) => /^[a-zA-Z]+$/.test(key)),
        permissions,
      );
      for (const [name, reason] of told) assert.ok(lengthOf(reason) > 0 && lengthOf(reason) <= PERMISSION_LIMIT, name);
    });

    it('answer each question about data', () => {
      const answers = read('data-use.md')
        .split('\n')
        .filter((line) => line.startsWith('- '));
      assert.equal(answers.length, 9);
      for (const answer of answers) assert.match(answer, /not collected|不收集/);
    });

    it('caption the same pictures', () => {
      assert.deepEqual(
        Object.keys(jsonOf(`store/${lang}/captions.json`)),
        Object.keys(jsonOf('store/en/captions.json')),
      );
      for (const caption of Object.values(jsonOf(`store/${lang}/captions.json`)))
        assert.ok(lengthOf(caption) > 0 && lengthOf(caption) <= 75, caption);
    });

    it('are written in the language', () => {
      for (const file of filesIn(`store/${lang}`, /\.(md|txt)$/)) {
        if (file.endsWith('name.txt')) continue;
        assert.equal(/\p{Script=Han}/u.test(textOf(file)), lang === 'zh-CN', file);
      }
    });
  });
}
