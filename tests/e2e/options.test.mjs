// The options page: each choice is kept at once, says so, and can be had back.
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { shownCards } from './cards.mjs';
import { until } from './clients/until.mjs';
import { select } from './drivers/in-page.mjs';
import { OptionsPage, speaks, untranslated } from './options-page.mjs';
import { inBothBrowsers } from './stage.mjs';

const app = { platform: 'dingtalk', id: 'dingabcdefghij012345' };

inBothBrowsers('options', (stage, name) => {
  /** @param {Record<string, unknown>} [settings] */
  const open = (settings) => OptionsPage.open(stage.driver, settings);

  for (const lang of /** @type {const} */ (['en', 'zh-CN'])) {
    it(`has words for everything (${lang})`, async () => {
      const page = await open({ lang, apps: [app], masks: [{ name: 'n', pattern: 'p' }] });
      assert.equal(await page.run(speaks, lang), true);
      assert.equal(await page.run(untranslated), '');
      const hans = await page.run((root) =>
        [...root.querySelectorAll('h2')].map((each) => /\p{Script=Han}/u.test(each.textContent ?? '')),
      );
      assert.deepEqual([...new Set(hans)], [lang === 'zh-CN']);
    });
  }

  it('changes the language at once, by the arrow keys too', async () => {
    const page = await open();
    await page.click('[name="lang"][value="zh-CN"]');
    await until('the page to speak Chinese', () => page.run(speaks, 'zh-CN'));
    await page.says('#status', /已保存/);
    await page.press('ArrowUp');
    await until('the page to speak English', () => page.run(speaks, 'en'));
    await page.show();
    assert.equal(await page.run((root) => root.querySelector('[name="lang"][value="en"]').checked), true);
  });

  it('leads to its sections', async () => {
    const page = await open();
    const jumps = await page.run((root) => [...root.querySelectorAll('#jumps a')].map((each) => each.textContent));
    assert.deepEqual(
      jumps,
      await page.run((root) => [...root.querySelectorAll('main > section h2')].map((each) => each.textContent)),
    );
    await page.click('#jumps a[href="#section-rules"]');
    await until('the section', () =>
      page.run((root) => Math.abs(root.querySelector('#section-rules').getBoundingClientRect().top) < 120),
    );
    await until('the mark', () =>
      page.run((root) => root.querySelector('#jumps [aria-current]')?.hash === '#section-rules'),
    );
  });

  it('switches platforms on and off, and says where none is left', async () => {
    const page = await open();
    assert.match(
      await page.words('[data-platform="dingtalk"]'),
      /DingTalk\D*\d+ scopes, [\d,]+ calls, catalog of \d{4}-\d\d-\d\d/,
    );
    const ids = await page.run((root) => [...root.querySelectorAll('#platforms input')].map((each) => each.value));
    for (const id of ids) {
      await page.run((root, what) => root.querySelector(`[value="${what}"]`).focus(), id);
      await page.press(' ');
      await until(`${id} to be kept`, async () => (await page.stored()).platformsOff?.includes(id));
    }
    await until('the hint', () => page.isShown('#all-off'));
    await page.click('[data-platform="dingtalk"] input');
    await until('the hint to go', async () => !(await page.isShown('#all-off')));
    assert.deepEqual(
      (await page.stored()).platformsOff,
      ids.filter((/** @type {string} */ id) => id !== 'dingtalk'),
    );
  });

  it('looks for no refusal of a platform that is off', async () => {
    const page = await open();
    await page.click('[value="dingtalk"]');
    await until('the choice to be kept', async () => (await page.stored()).platformsOff?.includes('dingtalk'));
    for (const [off, verdict] of /** @type {[string[], string][]} */ ([
      [['dingtalk'], 'none'],
      [[], 'refused'],
    ])) {
      await stage.visitDemo();
      await stage.driver.configure({ platformsOff: off });
      await stage.driver.page.run(select, '#oneline');
      await stage.driver.diagnose();
      const view = await shownCards(stage.driver.popover(), '[data-scopelens="answer"]');
      assert.equal(view.cards[0]?.verdict, verdict);
    }
  });

  it('keeps limits within their bounds', async () => {
    const page = await open();
    assert.equal(await page.value('#limit'), '10000');
    for (const wrong of ['50', '2000000', '250.5', '']) {
      await page.fill('#limit', wrong);
      await page.says('#limit-wrong', /Between 100 and 100,000/);
      assert.equal((await page.stored()).limit, undefined);
    }
    await page.fill('#limit', '2500');
    await until('the limit', async () => (await page.stored()).limit === 2500);
    assert.equal(await page.words('#limit-wrong'), '');
    await page.click('#silent');
    await until('the switch', async () => (await page.stored()).silent === false);
  });

  it('says which keys are bound, and leads to the browser’s own page for it', async () => {
    const page = await open();
    assert.equal(await page.words('#keys'), name === 'firefox' ? 'Ctrl+Shift+F' : 'Alt+Shift+D');
    assert.equal(await page.words('#popup-keys'), 'Alt+Shift+G');
    assert.equal(await page.isShown('#change-keys'), true);
    assert.equal(await page.isShown('#keys-taken'), name === 'firefox');
  });

  it('says which build this is and how old its catalogs are', async () => {
    const page = await open();
    const about = await page.words('#about');
    assert.match(about, /^Version\d+\.\d+\.\d+(Catalog of [A-Z][A-Za-z/ ]+\d{4}-\d\d-\d\d)+(?!Catalog)/);
    assert.ok(about.includes('Catalog of DingTalk'));
    assert.equal(await page.run((root) => root.querySelectorAll('a[href^="http"]').length), 0);
  });

  it('asks before it forgets everything', async () => {
    const page = await open({ lang: 'zh-CN', theme: 'dark', apps: [app], platformsOff: ['feishu'], limit: 500 });
    await page.click('#reset');
    await page.click('#sure [value="no"]');
    assert.equal((await page.stored()).limit, 500);
    await page.click('#reset');
    await page.click('#sure [value="yes"]');
    await until('the automatic choice', () =>
      page.run((root) => root.querySelector('[name="lang"][value=""]').checked),
    );
    await until('all of it to be gone', async () => Object.keys(await page.stored()).join() === 'settingsVersion');
    await until('the page to show it', () =>
      page.run(
        (root) =>
          root.querySelector('#limit').value === '10000' &&
          !root.documentElement.dataset.theme &&
          root.querySelector('[value="feishu"]').checked,
      ),
    );
  });

  it('brings settings of the first version along', async () => {
    const page = await open({ apps: [app, 'odd'], limit: 500, theme: 7 });
    await stage.driver.update();
    await page.show();
    await until('the migration', async () => (await page.stored()).settingsVersion === 2);
    const { theme, limit, apps } = await page.stored();
    assert.deepEqual({ theme, limit, apps }, { theme: undefined, limit: 500, apps: [app] });
    assert.equal(await page.words('#apps code'), app.id);
  });
});
