// The tabs below a row: everything masked until it is asked for, bodies laid out, and what is copied.
import assert from 'node:assert/strict';
import { before, it } from 'node:test';
import { until } from './clients/until.mjs';
import { PanelPage } from './panel-page.mjs';
import { inBothBrowsers } from './stage.mjs';

const TOKEN = 'tokentokentoken0not0real0a1b2c3d4';
const MOBILE = '13800000000';
const PATH = '/topapi/v2/user/getbymobile';
const refused = {
  body: {
    errcode: 88,
    sub_code: '60011',
    sub_msg: '应用尚未开通所需的权限：[qyapi_get_member_by_mobile]',
    id: 1,
    'needle-in-body': true,
  },
};

inBothBrowsers('a row’s tabs', (stage) => {
  /** @type {PanelPage} */
  let panel;
  /** @param {string} tab */
  const show = async (tab) => {
    await panel.click(`[data-tab="${tab}"]`);
    return panel.words(`[data-panel="${tab}"]`);
  };
  /** What a button puts on the clipboard, on one line. @param {string} selector */
  const copied = async (selector) => {
    await panel.click(selector);
    await until('the copy', () => panel.isShown(`${selector}[data-copied]`));
    await panel.run((root) => {
      root.querySelector('#filter').value = '';
      root.querySelector('#filter').focus();
    });
    await panel.press('Control+v');
    const text = await until('the paste', () => panel.run((root) => root.querySelector('#filter').value));
    await panel.fill('#filter', '');
    return text;
  };
  before(async () => {
    await stage.driver.configure({ lang: 'en' });
    await stage.visitDemo();
    panel = await PanelPage.open(stage.driver);
    const body = JSON.stringify({ mobile: MOBILE });
    await stage.ask(`POST oapi.dingtalk.com${PATH}?access_token=${TOKEN}`, refused, {
      body,
      headers: { 'content-type': 'application/json', 'x-acs-dingtalk-access-token': TOKEN },
    });
    await panel.row(PATH);
    await stage.ask('GET api.dingtalk.com/v1.0/contact/users/u1', { body: { note: 'needle in a granted body' } });
    await panel.focusRow(PATH);
    await panel.press('Enter');
    await until('the tabs', () => panel.isShown('[data-tab="request"]'));
  });

  it('masks the request, and shows one value at a time', async () => {
    await show('request');
    await until('the body', () => panel.isShown('[data-panel="request"] pre'));
    const said = () => panel.run((root) => root.querySelector('[data-panel="request"]').textContent);
    assert.ok(!(await said()).includes(TOKEN));
    assert.ok(!(await said()).includes(MOBILE));
    await panel.click('[data-panel="request"] .address .show');
    await until('the address', async () => (await said()).includes(`access_token=${TOKEN}`));
    assert.ok(!(await said()).includes(MOBILE), 'the body is still masked');
    await panel.click('[data-panel="request"] .tools .show');
    await until('the body', async () => (await said()).includes(MOBILE));
    await panel.click('[data-panel="request"] .address .show');
    await until('the mask', async () => !(await said()).includes(TOKEN));
  });

  it('forgets what it has shown, once it is closed', async () => {
    await panel.focusRow(PATH);
    await panel.press('Enter');
    await panel.press('Enter');
    await until('the tabs', () => panel.isShown('[data-tab="request"]'));
    await show('request');
    await until('the body', () => panel.isShown('[data-panel="request"] pre'));
    assert.ok(!(await panel.run((root) => root.documentElement.textContent)).includes(MOBILE));
  });

  it('lays out the reply', async () => {
    await show('response');
    const text = await panel.words('[data-panel="response"] pre');
    assert.ok(text.includes('\n  "errcode": 88,\n'), text);
  });

  it('shows both messages as they came, masked', async () => {
    await show('raw');
    await until('both', () => panel.run((root) => root.querySelectorAll('[data-panel="raw"] pre').length === 2));
    const said = await panel.run((root) =>
      [...root.querySelectorAll('[data-panel="raw"] pre')].map((each) => each.textContent),
    );
    assert.match(
      said[0],
      /^POST \/topapi\/v2\/user\/getbymobile\?access_token=\S+ HTTP\/1\.1\nhost: oapi\.dingtalk\.com\n/,
    );
    assert.match(said[1], /^HTTP\/1\.1 200\n/);
    assert.ok(!said.join().includes(TOKEN));
  });

  it('copies a masked command for the shell', async () => {
    const command = await copied('[data-copy="curl"]');
    assert.match(
      command,
      /^curl --globoff --url 'http:\/\/oapi\.dingtalk\.com\/topapi\/v2\/user\/getbymobile\?access_token=/,
    );
    assert.ok(!command.includes(TOKEN) && !command.includes(MOBILE), command);
    assert.ok((await copied('[data-copy="curl-secret"]')).includes(TOKEN));
    assert.equal(await copied('[data-copy="scopes"]'), 'qyapi_get_member_by_mobile');
    assert.equal(JSON.parse(await copied('[data-copy="json"]')).annotation.verdict, 'refused');
  });

  it('finds a text in bodies, those that are asked for again too, and steps through the places', async () => {
    await panel.set('#all-calls', true);
    await panel.fill('#find', 'needle');
    await until('both places', () => panel.run((root) => /2 found/.test(root.querySelector('#found').textContent)));
    await panel.click('#find-next');
    await until('the first', () => panel.run((root) => /1 of 2/.test(root.querySelector('#found').textContent)));
    await until('the tab', () => panel.isShown('[data-panel="response"] pre'));
    await panel.click('#find-next');
    await until('the second', async () =>
      (
        await panel.run((root) =>
          [...root.querySelectorAll('[data-panel="response"] pre')].map((each) => each.textContent).join(),
        )
      ).includes('granted body'),
    );
  });
});
