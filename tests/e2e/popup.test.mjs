// The toolbar button's popup: paste a text, read the card, find it again.
import assert from 'node:assert/strict';
import { afterEach, before, it } from 'node:test';
import { samples } from '../demo/samples.mjs';
import { diagnose } from '../support/command-line.mjs';
import { assertShows, shownCards } from './cards.mjs';
import { inBothBrowsers } from './stage.mjs';

inBothBrowsers('popup', stage => {
  before(() => stage.visitDemo());
  afterEach(() => stage.driver.closePopup());

  it('starts with an empty box and no last diagnosis', async () => {
    const popup = await stage.driver.popup();
    assert.deepEqual(await popup.run(state), { paste: '', last: false, why: false });
  });

  for (const lang of /** @type {const} */ (['en', 'zh-CN'])) {
    it(`answers a pasted text (${lang})`, async () => {
      await stage.driver.configure({ lang });
      const popup = await stage.driver.popup();
      await popup.run(paste, samples.oneline);
      await popup.click('#diagnose');
      assertShows(await shownCards(popup, '#result'), diagnose(samples.oneline, lang));
    });
  }

  it('keeps the last diagnosis', async () => {
    const popup = await stage.driver.popup();
    const view = await shownCards(popup, '#last');
    assert.deepEqual(view.cards[0]?.scopes, diagnose(samples.oneline).cards[0].scopes.map((/** @type {any} */ scope) => scope.code));
    assert.equal((await popup.run(state)).last, true);
  });

  it('keeps no raw text of it', async () => {
    const kept = await stage.driver.remembered();
    assert.match(kept, /"last"/);
    assert.ok(!kept.includes(samples.oneline.slice(0, 60)), 'the pasted text is not kept');
  });
});

/** @param {Document} root @param {string} text */
function paste(root, text) {
  const box = /** @type {HTMLTextAreaElement} */ (root.querySelector('#paste'));
  box.focus();
  box.value = text;
}

/** @param {Document} root */
function state(root) {
  const isShown = (/** @type {string} */ selector) => !(/** @type {HTMLElement} */ (root.querySelector(selector)).hidden);
  return { paste: /** @type {HTMLTextAreaElement} */ (root.querySelector('#paste')).value, last: isShown('#last'), why: isShown('#why') };
}
