// Pages of the browser itself bar extensions: the popup opens instead, and says why.
import assert from 'node:assert/strict';
import { afterEach, it } from 'node:test';
import { diagnose } from '../support/command-line.mjs';
import { shownCards } from './cards.mjs';
import { until } from './clients/until.mjs';
import { inBothBrowsers } from './stage.mjs';

const barred = { chromium: 'chrome://version/', firefox: 'about:robots' };

inBothBrowsers('barred page', (stage, name) => {
  afterEach(() => stage.driver.closePopup());

  for (const lang of /** @type {const} */ (['en', 'zh-CN'])) {
    it(`opens the popup with the text and the reason (${lang})`, async () => {
      await stage.driver.configure({ lang });
      await stage.driver.visit(barred[name]);
      await stage.driver.page.run((root) => root.getSelection()?.selectAllChildren(root.body));
      await stage.driver.diagnose();
      const popup = await stage.driver.openedPopup();
      const why = await until('the reason', () => popup.run(shownText, '#why'));
      assert.equal(/\p{Script=Han}/u.test(why), lang === 'zh-CN', why);
      const given = await popup.run((root) => /** @type {HTMLTextAreaElement} */ (root.querySelector('#paste')).value);
      assert.ok(given.length > 20, 'the popup has the text');
      const view = await shownCards(popup, '#result');
      assert.deepEqual(
        view.cards.map((card) => card.title),
        diagnose(given, lang).cards.map((/** @type {any} */ card) => card.title),
      );
    });
  }
});

/** @param {Document} root @param {string} selector */
function shownText(root, selector) {
  const element = /** @type {HTMLElement | null} */ (root.querySelector(selector));
  return element && !element.hidden ? element.textContent : '';
}
