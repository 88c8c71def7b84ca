// The page that opens after the installation.
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { assertShows, shownCards } from './cards.mjs';
import { until } from './clients/until.mjs';
import { diagnose } from '../support/command-line.mjs';
import { speaks, untranslated } from './options-page.mjs';
import { inBothBrowsers } from './stage.mjs';

inBothBrowsers('pages', (stage, name) => {
  for (const lang of /** @type {const} */ (['en', 'zh-CN'])) {
    it(`the welcome page diagnoses its sample on the spot (${lang})`, async () => {
      await stage.driver.configure({ lang });
      await stage.driver.open('welcome/welcome.html');
      const { page } = stage.driver;
      await until('the page to speak', () => page.run(speaks, lang));
      assert.equal(await page.run(untranslated), '');
      const isFirefox = name === 'firefox';
      assert.deepEqual(await page.run(keys), {
        diagnose: isFirefox ? 'CtrlShiftF' : 'AltShiftD',
        popup: 'AltShiftG',
        isWarned: isFirefox,
      });
      await page.click('#diagnose');
      assertShows(await shownCards(page, '#result'), diagnose(await page.run(sample), lang));
    });
  }
});

/** @param {Document} root */
function keys(root) {
  const caps = (/** @type {string} */ id) =>
    [...root.querySelectorAll(`#${id} kbd`)].map((cap) => cap.textContent).join('');
  return {
    diagnose: caps('keys'),
    popup: caps('popup-keys'),
    isWarned: !(/** @type {HTMLElement} */ (root.querySelector('#keys-taken')).hidden),
  };
}

/** @param {Document} root */
const sample = (root) => root.querySelector('#sample')?.textContent;
