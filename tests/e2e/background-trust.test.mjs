// What a page may do through our script in it, and what is left in storage when all is done.
import assert from 'node:assert/strict';
import { beforeEach, it } from 'node:test';
import { samples } from '../demo/samples.mjs';
import { diagnose } from '../support/command-line.mjs';
import { answerTo, assertShows, shownCards } from './cards.mjs';
import { until } from './clients/until.mjs';
import { select } from './drivers/in-page.mjs';
import { inPage } from './from-background.mjs';
import { inBothBrowsers } from './stage.mjs';

const SECRET = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJub3QtcmVhbCJ9.c2VjcmV0LW5vdC1yZWFs';
const BODY = 'Anna Beispiel asked for the ninth time';

/** A refusal among what should not be kept. */
const text = [BODY, `access_token=${SECRET}`, '13800001111', samples.java].join('\n');

inBothBrowsers(
  'trust',
  (stage, name) => {
    beforeEach(async () => {
      await stage.driver.configure({ lang: 'en' });
      await stage.visitDemo();
    });

    /** @param {string} id */
    async function diagnosed(id) {
      await stage.driver.page.run(select, `#${id}`);
      return answerTo(stage.driver, () => stage.driver.diagnose());
    }

    it('gives a page nothing to talk to', async () => {
      assert.equal(
        await stage.driver.page.run(
          () =>
            typeof (
              /** @type {any} */ (globalThis.chrome?.runtime?.sendMessage ?? /** @type {any} */ (globalThis).browser)
            ),
        ),
        'undefined',
      );
    });

    it('does nothing that a script in a page may not ask for', async () => {
      await diagnosed('java');
      const before = await stage.driver.remembered();
      const { replies, reach } = JSON.parse(await inPage(stage.driver, 'odd.js'));
      assert.deepEqual(replies, []);
      // Firefox has no way to shut scripts in pages out of the settings.
      assert.deepEqual(reach, name === 'firefox' ? ['storage.local'] : [], 'what is in reach of a script in a page');
      assert.equal(await stage.driver.remembered(), before);
      // Whatever else the background may have begun, it began before this.
      assertShows(await diagnosed('go'), diagnose(samples.go));
      assert.equal(await stage.driver.badge(), '');
    });

    it('keeps no secret and no body', async () => {
      await stage.driver.page.run((root, given) => {
        root.querySelector('#nothing').textContent = given;
      }, text);
      const menu = await diagnosed('nothing');
      assert.equal(menu.cards[0]?.verdict, 'refused');
      const popup = await stage.driver.popup();
      await popup.run((root, given) => {
        root.querySelector('#paste').value = given;
      }, text);
      await popup.click('#diagnose');
      await shownCards(popup, '#result');
      await stage.driver.closePopup();
      await assertClean(/last|diagnoses|recent|history/);
    });

    it('hands a text over and keeps nothing of it', async () => {
      await stage.driver.page.run((root, given) => {
        root.querySelector('#nothing').textContent = given;
      }, text);
      // A page that takes the popover away again and again gets the popup.
      await stage.driver.page.run((root) => {
        new MutationObserver(() => root.querySelector('[data-scopelens="popover"]')?.remove()).observe(root, {
          childList: true,
          subtree: true,
        });
      });
      await stage.driver.page.run(select, '#nothing');
      await stage.driver.diagnose();
      const popup = await stage.driver.openedPopup();
      await until('the text', () => popup.run((root) => root.querySelector('#paste').value.includes('ninth time')));
      await shownCards(popup, '#result');
      await stage.driver.closePopup();
      await assertClean();
    });

    /** Neither storage holds what is nobody's business. @param {RegExp} [kept] what it does hold */
    async function assertClean(kept) {
      await stage.driver.open('options/options.html');
      const held = await until('storage', () => stage.driver.page.run(readStorage));
      for (const part of [SECRET, SECRET.slice(-20), BODY, '13800001111', 'CalendarJob.java'])
        assert.ok(!held.includes(part), `${part} is kept: ${held}`);
      assert.ok(!/"(handover|pending)"/.test(held), held);
      if (kept) assert.match(held, kept);
    }
  },
  { file: 'odd.js' },
);

async function readStorage() {
  return JSON.stringify([await chrome.storage.local.get(null), await chrome.storage.session.get(null)]);
}
