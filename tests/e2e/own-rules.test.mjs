// A team's own gateway, by rules in the settings: in the popover, in live traffic, and in what leaves the panel.
import assert from 'node:assert/strict';
import { before, it } from 'node:test';
import { answerTo, shownCards } from './cards.mjs';
import { until } from './clients/until.mjs';
import { select } from './drivers/in-page.mjs';
import { PanelPage } from './panel-page.mjs';
import { inBothBrowsers } from './stage.mjs';

const rules = JSON.stringify({
  id: 'acme',
  name: { en: 'Acme', 'zh-CN': 'Acme 网关' },
  hosts: ['gateway.example'],
  link_hosts: ['console.acme.example'],
  links: { apply: 'https://console.acme.example/apply?app={app_id}&scope={scope}' },
  rules: [
    { codes: ['ACL_DENIED'], scopes: 'need' },
    {
      id: 'quota',
      kind: 'rate-limit',
      phrases: ['the daily budget is spent'],
      title: { en: 'Acme: budget spent', 'zh-CN': 'Acme：额度已用完' },
    },
  ],
});
const refused = { code: 'ACL_DENIED', app_id: 'shop-7', need: ['orders:read'], by: 'E104233' };

inBothBrowsers('own rules', (stage) => {
  /** @type {PanelPage} */
  let panel;
  before(async () => {
    await stage.driver.configure({ lang: 'en' });
    await stage.visitDemo();
    panel = await PanelPage.open(stage.driver);
  });

  /** @param {string} path @param {unknown} body */
  const ask = (path, body) => stage.ask(`GET gateway.example/${path}`, { status: 403, body });

  it('are not there before they are stored', async () => {
    await ask('before', refused);
    await ask('known', { code: 'Forbidden.AccessDenied.AccessTokenPermissionDenied' });
    assert.equal((await panel.row('/known')).verdict, 'refused');
    assert.ok(!(await panel.rows()).some(({ path }) => path === '/before'));
  });

  it('hold for live traffic as soon as they are stored, with the panel open', async () => {
    await stage.driver.configure({ rules, masks: [{ name: 'staff', pattern: 'E[0-9]{6}' }] });
    await until('a row by own rules', async () => {
      await ask('orders', refused);
      return (await panel.rows()).some(({ path }) => path === '/orders');
    });
    const row = await panel.row('/orders');
    assert.equal(row.verdict, 'refused');
    assert.match(row.text, /orders:read/);
    await panel.focusRow('/orders');
    await panel.press('Enter');
    const view = await shownCards(panel.surface);
    assert.equal(view.cards[0]?.title, 'Acme refused the call: orders:read is missing');
    assert.ok(
      view.links.some(({ href }) => href === 'https://console.acme.example/apply?app=shop-7&scope=orders:read'),
      JSON.stringify(view.links),
    );
    assert.ok(!view.text.includes('E104233'));
    await panel.press('Enter');
  });

  it('tell a lookalike by a phrase, in the words of the team', async () => {
    await ask('budget', { message: 'Sorry, the daily budget is spent.' });
    assert.equal((await panel.row('/budget')).verdict, 'lookalike');
  });

  it('hold in the popover, in the reader’s language', async () => {
    await stage.driver.configure({ lang: 'zh-CN' });
    await stage.visitDemo();
    await stage.driver.page.run(write, '#java', JSON.stringify(refused));
    await stage.driver.page.run(select, '#java');
    const view = await answerTo(stage.driver, () => stage.driver.diagnose());
    assert.equal(view.cards[0]?.title, 'Acme 网关拒绝了这次调用：缺少 orders:read');
  });

  it('a platform that is switched off is not recognised, and is again when it is switched on', async () => {
    const verdict = async () => {
      await stage.visitDemo();
      await stage.driver.page.run(select, '#java');
      return (await answerTo(stage.driver, () => stage.driver.diagnose())).cards[0]?.verdict;
    };
    await stage.driver.configure({ platformsOff: ['dingtalk'] });
    assert.equal(await verdict(), 'none');
    await stage.driver.configure({ platformsOff: [] });
    assert.equal(await verdict(), 'refused');
  });
});

/** @param {Document} root @param {string} selector @param {string} text */
function write(root, selector, text) {
  const place = root.querySelector(selector);
  if (place) place.textContent = text;
}
