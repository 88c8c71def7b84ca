// Whether "lets nothing leave the machine" would notice: a package whose policy forbids nothing asks from each of its places.
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { until } from './clients/until.mjs';
import { FirefoxDriver } from './drivers/firefox.mjs';
import { inWindow } from './drivers/firefox-window.mjs';
import { select } from './drivers/in-page.mjs';
import { fetchThere, inPage, openTab } from './from-background.mjs';
import { inBothBrowsers } from './stage.mjs';

inBothBrowsers(
  'who asks',
  (stage, name) => {
    /** @param {string} place */
    const address = (place) => `http://${place}.example/`;

    /** The one who asked, once the browser has told of it. @param {string} place */
    const askerOf = (place) =>
      until(`a request of ${place}`, async () => {
        const told = await stage.driver.asked();
        return told.find((each) => each.endsWith(address(place)))?.split(' ')[0];
      });

    it('tells the background', async () => {
      await fetchThere(stage.driver, address('background'));
      assert.equal(await askerOf('background'), 'extension');
    });

    it('tells the popup', async () => {
      const popup = await stage.driver.popup();
      await popup.run(ask, address('popup'));
      await stage.driver.closePopup();
      assert.equal(await askerOf('popup'), 'extension');
    });

    it('tells a page of the extension, and the tab that it leads away', async () => {
      await stage.driver.open('options/options.html');
      await stage.driver.page.run(ask, address('options'));
      assert.equal(await askerOf('options'), 'extension');
      await stage.driver.page.run((root, url) => {
        root.defaultView.location.href = url;
      }, address('led-away'));
      assert.equal(await askerOf('led-away'), 'extension');
    });

    it('tells the panel', async () => {
      await stage.visitDemo();
      const panel = await stage.driver.panel();
      await panel.run(ask, address('panel'));
      await stage.driver.closeTools();
      assert.equal(await askerOf('panel'), 'extension');
    });

    it('tells a tab that the background opens', async () => {
      await openTab(stage.driver, address('opened'));
      assert.equal(await askerOf('opened'), name === 'chromium' ? 'tab' : 'extension');
    });

    it('tells the document that a content script is in', async () => {
      await stage.visitDemo();
      await stage.driver.page.run(select, '#java');
      await stage.driver.diagnose();
      await inPage(stage.driver, 'asks.js');
      assert.equal(await askerOf('content-script'), 'page');
    });

    it('lays to the page what the page asks', async () => {
      await stage.visitDemo();
      await stage.driver.page.run(ask, address('page'));
      assert.equal(await askerOf('page'), 'page');
    });

    it('leaves out what this machine plays, and what the browser asks for itself', async () => {
      await stage.ask('GET api.dingtalk.com/v1.0/contact/users/me', { body: {} });
      if (stage.driver instanceof FirefoxDriver)
        await inWindow(
          stage.driver.browser,
          (url) =>
            fetch(url).then(
              () => true,
              () => false,
            ),
          address('itself'),
        );
      assert.deepEqual(await stage.driver.asked(), []);
    });
  },
  { file: 'asks.js', isLoose: true },
);

/** @param {Document} root @param {string} url */
const ask = (root, url) =>
  /** @type {Window} */ (root.defaultView).fetch(url).then(
    () => true,
    () => false,
  );
