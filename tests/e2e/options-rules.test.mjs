// A team's own rules: judged while they are typed, tried on a sample, and used everywhere once they are saved.
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { shownCards } from './cards.mjs';
import { until } from './clients/until.mjs';
import { fill, select } from './drivers/in-page.mjs';
import { OptionsPage } from './options-page.mjs';
import { inBothBrowsers } from './stage.mjs';

const RULES = JSON.stringify(
  { id: 'acme', name: 'Acme', hosts: ['gateway.example'], rules: [{ codes: ['GW-4031'] }] },
  null,
  2,
);
const SAMPLE = 'POST https://gateway.example/v1/orders 403 {"code":"GW-4031","required_scopes":["order:read"]}';

inBothBrowsers('own rules', (stage) => {
  /** @param {string} [rules] @param {string} [lang] */
  const open = (rules, lang = 'en') => OptionsPage.open(stage.driver, { lang, ...(rules && { rules }) });
  /** @param {OptionsPage} page */
  const canSave = (page) => page.run((root) => !root.querySelector('#rules-save').disabled);

  for (const lang of /** @type {const} */ (['en', 'zh-CN'])) {
    it(`come with an example that works, tried before it is saved (${lang})`, async () => {
      const page = await open('', lang);
      await page.click('#rules-example');
      const view = await shownCards(stage.driver.page, '#rules-result');
      assert.deepEqual(
        view.cards.map(({ verdict, scopes }) => [verdict, scopes]),
        [['refused', ['order:read']]],
      );
      assert.match(view.cards[0]?.title ?? '', lang === 'en' ? /Acme Gateway/ : /Acme 网关/);
      assert.deepEqual(
        view.links.map(({ href }) => new URL(href).host).filter((host) => host !== 'console.acme.example'),
        [],
      );
      assert.equal((await page.stored()).rules, undefined);
      assert.equal(await canSave(page), true);
    });
  }

  it('point at what is wrong, and cannot be saved so', async () => {
    const page = await open();
    await page.fill('#rules-text', '{\n  "id": "acme",\n  "hosts": [7]\n');
    await until('the fault', () => page.isShown('#rules-faults li'));
    assert.equal(await canSave(page), false);
    await page.click('#rules-faults button');
    const { at, marked } = await page.run((root) => ({
      at: root.querySelector('#rules-text').selectionStart,
      marked: root.querySelector('#rules-lines mark')?.textContent,
    }));
    assert.match(await page.words('#rules-faults button'), new RegExp(`^Line ${marked}, column \\d+$`));
    assert.ok(at > 0 && (await page.run((root) => root.activeElement?.id === 'rules-text')));
    await page.fill('#rules-text', RULES.replace('gateway.example', 'api.dingtalk.com'));
    await page.says('#rules-faults', /belongs to a built-in platform.*hosts/);
    assert.equal(await canSave(page), false);
    await page.fill('#rules-text', RULES);
    await until('the button', () => canSave(page));
    assert.equal(await page.isShown('#rules-faults li'), false);
  });

  it('are used by popup and popover once they are saved, and no longer once they are gone', async () => {
    const page = await open();
    await page.fill('#rules-text', RULES);
    await until('the button', () => canSave(page));
    await page.click('#rules-save');
    await until('the rules to be kept', async () => (await page.stored()).rules === RULES);
    await page.says('#rules-state', /^Acme: 1 rules?$/);
    await until('the platform', () => page.isShown('[data-platform="acme"]'));
    assert.match(await page.words('[data-platform="acme"]'), /From own rules/);

    await stage.visitDemo();
    const popup = await stage.driver.popup();
    await popup.run(fill, '#paste', SAMPLE);
    await popup.click('#diagnose');
    assert.deepEqual(
      (await shownCards(popup, '#result')).cards.map(({ title, scopes }) => [/Acme/.test(title), scopes]),
      [[true, ['order:read']]],
    );
    await stage.driver.closePopup();
    await stage.driver.page.run((root, text) => {
      root.querySelector('#oneline').value = text;
    }, SAMPLE);
    await stage.driver.page.run(select, '#oneline');
    await stage.driver.diagnose();
    assert.match((await shownCards(stage.driver.popover(), '[data-scopelens="answer"]')).cards[0]?.title ?? '', /Acme/);

    await page.show();
    await until('the saved text', async () => (await page.value('#rules-text')) === RULES);
    await page.fill('#rules-text', '');
    await until('the button', () => canSave(page));
    await page.click('#rules-save');
    await until('the rules to be gone', async () => (await page.stored()).rules === undefined);
    await page.click('#take-back');
    await until('the rules to be back', async () => (await page.stored()).rules === RULES);
    await until('their text', async () => (await page.value('#rules-text')) === RULES);
  });

  it('survive a reload unsaved, and can be reverted', async () => {
    const page = await open(RULES);
    await page.click('#rules-text');
    await page.fill('#rules-text', `${RULES}\n`);
    await page.says('#rules-state', /Not saved/);
    assert.equal(await page.run(warns), true);
    await stage.driver.reload();
    await page.ready();
    assert.equal(await page.value('#rules-text'), `${RULES}\n`);
    await page.says('#rules-state', /Not saved/);
    await page.click('#rules-revert');
    await until('the saved text', async () => (await page.value('#rules-text')) === RULES);
    await until('nothing to be saved', async () => !(await canSave(page)));
    assert.equal(await page.run(warns), false);
  });

  it('go out to a file and come in from one, without being saved by that', async () => {
    const page = await open(RULES);
    await page.click('#rules-export');
    assert.equal(await stage.driver.downloaded(), RULES);
    const other = RULES.replace('"Acme"', '"Other"');
    await page.give('rules-import', other);
    await until('the text of the file', async () => (await page.value('#rules-text')) === other);
    assert.equal((await page.stored()).rules, RULES);
    await page.click('#take-back');
    await until('the text from before', async () => (await page.value('#rules-text')) === RULES);
    await page.give('rules-import', 'x'.repeat(140_000));
    await page.says('#status', /too large/);
    assert.equal(await page.value('#rules-text'), RULES);
  });
});

/** Whether the browser is asked to warn before the page goes. @param {Document} root */
function warns(root) {
  const { Event } = /** @type {any} */ (root.defaultView);
  return !root.defaultView?.dispatchEvent(new Event('beforeunload', { cancelable: true }));
}
