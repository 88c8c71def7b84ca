// The engine crashes for real: its memory is overwritten. One card says so, and the next text is answered by a fresh instance.
import assert from 'node:assert/strict';
import { beforeEach, it } from 'node:test';
import { samples } from '../demo/samples.mjs';
import { diagnose } from '../support/command-line.mjs';
import { answerTo, assertShows, shownCards } from './cards.mjs';
import { until } from './clients/until.mjs';
import { ChromiumDriver } from './drivers/chromium.mjs';
import { spoilEngine } from './drivers/chromium-background.mjs';
import { FirefoxDriver } from './drivers/firefox.mjs';
import { select } from './drivers/in-page.mjs';
import { inBothBrowsers } from './stage.mjs';

inBothBrowsers(
  'an engine that crashed',
  (stage) => {
    beforeEach(() => stage.driver.configure({ lang: 'en' }));

    it('is replaced in a page of ours', async () => {
      await stage.driver.open('popup/popup.html');
      const ask = async (/** @type {string} */ text) => {
        await stage.driver.page.run(pasteIn, text);
        await stage.driver.page.click('#diagnose');
        await until('another answer', () => stage.driver.page.run((root) => !root.querySelector('[data-before]')));
        return shownCards(stage.driver.page, '#result');
      };
      assertShows(await ask(samples.java), diagnose(samples.java));
      await stage.driver.page.run(spoil);
      assert.deepEqual(
        (await ask(samples.go)).cards.map(({ kind, title }) => [kind, title]),
        [['notice', 'This text could not be read']],
      );
      assertShows(await ask(samples.go), diagnose(samples.go));
      assertShows(await ask(samples.python), diagnose(samples.python));
    });

    it('is replaced in the background', async () => {
      const { driver } = stage;
      await stage.visitDemo();
      const ask = async (/** @type {'java' | 'go'} */ id) => {
        await driver.page.run(select, `#${id}`);
        return answerTo(driver, () => driver.diagnose());
      };
      assertShows(await ask('java'), diagnose(samples.java));
      if (driver instanceof ChromiumDriver) await spoilEngine(driver);
      if (driver instanceof FirefoxDriver) await driver.inBackground(spoil);
      assert.deepEqual(
        (await ask('go')).cards.map(({ kind }) => kind),
        ['notice'],
      );
      assertShows(await ask('go'), diagnose(samples.go));
    });
  },
  { file: 'spoil.js' },
);

/** @param {Document} root @param {string} text */
function pasteIn(root, text) {
  /** @type {HTMLTextAreaElement} */ (root.querySelector('#paste')).value = text;
  root.querySelector('#result > *')?.setAttribute('data-before', '');
}

/** Runs spoil.js in a document of the extension. @param {Document} root */
function spoil(root) {
  const script = root.createElement('script');
  script.type = 'module';
  script.src = '/spoil.js';
  return new Promise((resolve, reject) => {
    script.onload = () => resolve(null);
    script.onerror = () => reject(new Error('no spoil.js'));
    root.head.append(script);
  });
}
