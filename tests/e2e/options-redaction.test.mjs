// Own masks: tried on a sample while they are typed, kept where they are right, and used wherever a text is masked.
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import { until } from './clients/until.mjs';
import { OptionsPage } from './options-page.mjs';
import { PanelPage } from './panel-page.mjs';
import { inBothBrowsers } from './stage.mjs';

const PATH = '/topapi/v2/user/get';
const badge = { name: 'badge', pattern: 'EMP-\\d{6}' };

inBothBrowsers('own masks', (stage) => {
  /** @param {unknown[]} masks */
  const open = (...masks) => OptionsPage.open(stage.driver, { masks });
  /** @param {OptionsPage} page @param {unknown[]} masks */
  const keeps = (page, ...masks) =>
    until('the masks to be kept', async () => isDeepStrictEqual((await page.stored()).masks, masks));

  it('show what is masked anyway', async () => {
    const page = await open();
    await page.says('#mask-result', /masked-access-token-\d/);
    const result = await page.words('#mask-result');
    for (const secret of ['7c1e9b0d4f2a', '13800000000', 'lin@corp.example'])
      assert.ok(!result.includes(secret), secret);
    assert.ok(result.includes('EMP-004217'));
    await page.fill('#mask-sample', 'call 13911112222');
    await page.says('#mask-result', /^call masked-mobile-1$/);
  });

  it('are typed, tried, kept, and used by the panel', async () => {
    const page = await open();
    await page.click('#add-mask');
    await until('the new row', () => page.run((root) => root.activeElement?.dataset.field === 'pattern'));
    await page.fill('[data-field="name"]', badge.name);
    await page.fill('[data-field="pattern"]', badge.pattern);
    await page.says('#mask-result', /"badge":"masked-badge-\d"/);
    await keeps(page, badge);
    await page.show();
    assert.equal(await page.value('[data-field="pattern"]'), badge.pattern);

    await stage.visitDemo();
    const panel = await PanelPage.open(stage.driver);
    await stage.ask(`GET oapi.dingtalk.com${PATH}`, {
      body: { errcode: 88, sub_code: '60011', sub_msg: '应用尚未开通所需的权限：[qyapi_get_member]', by: 'EMP-004217' },
    });
    await panel.row(PATH);
    await panel.focusRow(PATH);
    await panel.press('Enter');
    await until('the tabs', () => panel.isShown('[data-tab="response"]'));
    await panel.click('[data-tab="response"]');
    assert.match(await panel.words('[data-panel="response"] pre'), /"by": "masked-badge-1"/);
    await stage.driver.closeTools();
  });

  it('say at the row what is wrong, and are not kept until it is right', async () => {
    const page = await open(badge);
    await page.click('#add-mask');
    await until('the new row', () => page.isShown('#masks li:nth-child(2)'));
    await page.fill('#masks li:nth-child(2) [data-field="pattern"]', 'EMP-(');
    await page.says('#masks li:nth-child(2) .fault', /\w+/);
    assert.equal(await page.words('#masks li:nth-child(1) .fault'), '');
    assert.deepEqual((await page.stored()).masks, [badge]);
    await page.fill('#masks li:nth-child(2) [data-field="pattern"]', 'P-(\\d+)');
    await keeps(page, badge, { name: 'own-2', pattern: 'P-(\\d+)' });
    assert.equal(await page.words('#masks li:nth-child(2) .fault'), '');
  });

  it('are removed, and had back', async () => {
    const page = await open(badge, { name: 'project', pattern: 'Q-\\d+' });
    await page.click('#masks li:nth-child(1) button');
    await keeps(page, { name: 'project', pattern: 'Q-\\d+' });
    await page.says('#status', /badge is removed/);
    await page.says('#mask-result', /EMP-004217/);
    await page.click('#take-back');
    await keeps(page, badge, { name: 'project', pattern: 'Q-\\d+' });
    await page.says('#mask-result', /masked-badge/);
  });
});
