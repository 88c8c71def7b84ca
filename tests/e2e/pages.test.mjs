// Pages in a tab of their own: welcome and options.
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { assertShows, shownCards } from './cards.mjs';
import { until } from './clients/until.mjs';
import { diagnose } from '../support/command-line.mjs';
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

  it('the options change the language at once and keep it', async () => {
    await stage.driver.configure({ lang: 'en' });
    await stage.driver.open('options/options.html');
    const { page } = stage.driver;
    await until('the page to speak English', () => page.run(speaks, 'en'));
    await page.click('[value="zh-CN"]');
    await until('the page to speak Chinese', () => page.run(speaks, 'zh-CN'));
    assert.equal(await page.run(untranslated), '');
    await stage.driver.open('options/options.html');
    await until('the choice to be there', () => page.run(root => root.querySelector('[value="zh-CN"]').checked));
  });

  it('the options list the remembered apps and forget them', async () => {
    const app = { platform: 'dingtalk', id: 'dingabcdefghij012345' };
    await stage.driver.configure({ lang: 'en', apps: [app] });
    await stage.driver.open('options/options.html');
    const { page } = stage.driver;
    await until('the app', () => page.run(apps).then(found => found === 'DingTalk dingabcdefghij012345'));
    await page.click('#apps button');
    await until('the empty list', () => page.run(root => !root.querySelector('#no-apps').hidden));
  });

  it('a reset asks before it forgets', async () => {
    const { page } = stage.driver;
    await stage.driver.configure({ lang: 'zh-CN' });
    await stage.driver.open('options/options.html');
    await until('the page to speak Chinese', () => page.run(speaks, 'zh-CN'));
    await page.click('#reset');
    await page.click('#sure [value="no"]');
    assert.equal(await page.run(speaks, 'zh-CN'), true);
    await page.click('#reset');
    await page.click('#sure [value="yes"]');
    await until('the automatic choice', () => page.run(root => root.querySelector('[name="lang"][value=""]').checked));
  });
});

/** @param {Document} root @param {string} lang */
const speaks = (root, lang) => root.documentElement.lang === lang && !!root.querySelector('h1')?.textContent;
/** @param {Document} root a key that has no words shows as itself */
const untranslated = root => [...root.querySelectorAll('[data-t]')].map(each => each.textContent ?? '').filter(text => /^[a-z]+_[a-z_]+$/.test(text)).join();
/** @param {Document} root */
const sample = root => root.querySelector('#sample')?.textContent;
/** @param {Document} root */
const apps = root => [...(root.querySelector('#apps li')?.children ?? [])].slice(0, 2).map(each => each.textContent).join(' ');
