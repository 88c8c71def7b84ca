// Remembered apps: named, edited, forgotten and had back, written to a file and read from one.
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import { shownCards } from './cards.mjs';
import { until } from './clients/until.mjs';
import { fill } from './drivers/in-page.mjs';
import { OptionsPage } from './options-page.mjs';
import { inBothBrowsers } from './stage.mjs';

const payroll = { platform: 'dingtalk', id: 'dingabcdefghij012345' };
const robot = { platform: 'feishu', id: 'cli_a1b2c3d4e5f6a7b8' };
const file = (/** @type {unknown[]} */ ...apps) => JSON.stringify({ format: 'scopelens-apps', version: 1, apps });

inBothBrowsers('remembered apps', (stage) => {
  /** @param {unknown[]} apps */
  const open = (...apps) => OptionsPage.open(stage.driver, { apps });
  /** @param {OptionsPage} page @param {unknown[]} apps */
  const keeps = (page, ...apps) =>
    until('the apps to be kept', async () => isDeepStrictEqual((await page.stored()).apps, apps));

  it('are named where they stand, and cards say the name', async () => {
    const page = await open(payroll);
    await page.fill('[data-field="name"]', 'Payroll');
    await keeps(page, { ...payroll, name: 'Payroll' });
    await page.fill('[data-field="organisation"]', 'Acme');
    await page.fill('[data-field="kind"]', 'internal');
    await keeps(page, { ...payroll, name: 'Payroll', organisation: 'Acme', kind: 'internal' });
    await page.show();
    assert.equal(await page.value('[data-field="kind"]'), 'internal');

    await stage.visitDemo();
    const popup = await stage.driver.popup();
    await popup.run(fill, '#paste', '应用尚未开通所需的权限：[qyapi_get_member]');
    await popup.click('#diagnose');
    await shownCards(popup, '#result');
    const title = await until('the app', () =>
      popup.run((root) => root.querySelector('#result .app-title')?.textContent),
    );
    assert.match(title, /dingabcdefghij012345.*Payroll.*Acme/);
    await stage.driver.closePopup();
  });

  it('are forgotten, and had back', async () => {
    const page = await open({ ...payroll, name: 'Payroll' }, robot);
    await page.click('[data-app="dingabcdefghij012345"] button');
    await keeps(page, robot);
    await page.says('#status', /Payroll is forgotten/);
    await page.click('#take-back');
    await keeps(page, { ...payroll, name: 'Payroll' }, robot);
    await until('the row', () => page.isShown('[data-app="dingabcdefghij012345"]'));
  });

  it('are added by their id, and nothing else is taken for one', async () => {
    const page = await open();
    assert.equal(await page.isShown('#no-apps'), true);
    await page.fill('#add-app-platform', 'dingtalk');
    for (const wrong of [
      'https://evil.example',
      'Zk3v9QmT1x7Lw5Rb8Nc2Yd6Hf4Jg0Ps_-AaEeUuIiOo',
      'cli_a1b2c3d4e5f6a7b8',
    ]) {
      await page.fill('#add-app-id', wrong);
      await page.click('#add-app button');
      await page.says('#add-app-wrong', /not an app id/);
    }
    assert.deepEqual((await page.stored()).apps, []);
    await page.fill('#add-app-id', ` ${payroll.id} `);
    await page.run((root) => root.querySelector('#add-app-id').focus());
    await page.press('Enter');
    await keeps(page, payroll);
    await until('the row', () => page.isShown('#apps code'));
    assert.equal(await page.words('#add-app-wrong'), '');
  });

  it('go out to a file and come in from it, after a look at what would change', async () => {
    const page = await open({ ...payroll, name: 'Payroll' });
    await page.click('#export-apps');
    const text = await stage.driver.downloaded();
    assert.deepEqual(JSON.parse(text), {
      format: 'scopelens-apps',
      version: 1,
      apps: [{ ...payroll, name: 'Payroll' }],
    });

    await page.give(
      'import-apps',
      file({ ...payroll, organisation: 'Acme' }, robot, { ...robot, id: 'Zk3v9QmT1x7Lw5Rb8Nc2Yd6Hf4Jg0Ps' }, 'odd'),
    );
    await until('the preview', () => page.isShown('#coming'));
    assert.deepEqual(
      await page.run((root) => [...root.querySelectorAll('#coming li')].map((each) => each.dataset.state)),
      ['changed', 'new', 'wrong', 'odd'],
    );
    await page.click('#coming [value="no"]');
    assert.deepEqual((await page.stored()).apps, [{ ...payroll, name: 'Payroll' }]);

    await page.give('import-apps', file({ ...payroll, organisation: 'Acme' }, robot));
    await until('the preview', () => page.isShown('#coming'));
    await page.press('Enter');
    await keeps(page, { ...payroll, name: 'Payroll', organisation: 'Acme' }, robot);
    await page.click('#take-back');
    await keeps(page, { ...payroll, name: 'Payroll' });
    await page.give('import-apps', text);
    await until('the preview', () => page.isShown('#coming'));
    assert.equal(
      await page.run((root) => root.querySelector('#coming [value="yes"]').disabled),
      true,
      'nothing would change',
    );
    await page.press('Escape');
  });

  it('are not lost over a bad file', async () => {
    const page = await open(payroll);
    for (const [text, words] of /** @type {[string, RegExp][]} */ ([
      ['{"format":', /not valid JSON/],
      ['[]', /holds no apps/],
      ['x'.repeat(1_100_000), /too large/],
    ])) {
      await page.give('import-apps', text);
      await page.says('#import-apps-wrong', words);
    }
    assert.deepEqual((await page.stored()).apps, [payroll]);
    assert.equal(await page.isShown('#coming'), false);
  });
});
