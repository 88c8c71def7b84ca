// What is owed to others can be read where the options say so.
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { OptionsPage, untranslated } from './options-page.mjs';
import { licenses } from './scenes/licenses.mjs';
import { inBothBrowsers } from './stage.mjs';

/** @param {Document} root @returns {string[]} the languages of the sentences that are shown of the sources of data */
function shownLanguages(root) {
  const shown = [...root.querySelectorAll('.about')].filter((each) => each.getClientRects().length > 0);
  return [...new Set(shown.map((each) => /** @type {HTMLElement} */ (each).lang))];
}

inBothBrowsers('licences', (stage) => {
  for (const lang of /** @type {const} */ (['en', 'zh-CN'])) {
    it(`the options name ours and lead to those of others (${lang})`, async () => {
      const set = { driver: stage.driver, url: stage.demo.url, lang };
      const options = await OptionsPage.open(stage.driver, { lang });
      assert.match(await options.words('#about'), /MIT.*Apache-2\.0/);
      const page = await /** @type {NonNullable<typeof licenses.scenes.start>} */ (licenses.scenes.start)(set);
      assert.equal(await page.run(untranslated), '');
      assert.deepEqual(await page.run(shownLanguages), [lang]);
      const words = await page.run((root) => root.body.textContent);
      for (const part of ['Copyright (c) 2026 The Scopelens authors', 'larksuite/cli', 'serde_json', 'rust-std'])
        assert.ok(words.includes(part), part);
    });
  }

  it('a text unfolds by the keyboard', async () => {
    const set = { driver: stage.driver, url: stage.demo.url, lang: /** @type {const} */ ('en') };
    await stage.driver.configure({ lang: set.lang });
    for (const play of Object.values(licenses.scenes)) await play(set);
    const text = await stage.driver.page.run((root) => root.querySelector('details[open] pre').textContent);
    assert.match(text, /Permission is hereby granted, free of charge/);
  });
});
