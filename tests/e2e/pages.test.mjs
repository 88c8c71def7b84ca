// The page that opens after the installation.
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { assertShows, shownCards } from './cards.mjs';
import { until } from './clients/until.mjs';
import { diagnose } from '../support/command-line.mjs';
import { speaks, untranslated } from './options-page.mjs';
import { inBothBrowsers } from './stage.mjs';

inBothBrowsers('pages', stage => {
  for (const lang of /** @type {const} */ (['en', 'zh-CN'])) {
    it(`the welcome page diagnoses its sample on the spot (${lang})`, async () => {
      await stage.driver.configure({ lang });
      await stage.driver.open('welcome/welcome.html');
      const { page } = stage.driver;
      await until('the page to speak', () => page.run(speaks, lang));
      assert.equal(await page.run(untranslated), '');
      await page.click('#diagnose');
      assertShows(await shownCards(page, '#result'), diagnose(await page.run(sample), lang));
    });
  }
});

/** @param {Document} root */
const sample = root => root.querySelector('#sample')?.textContent;
