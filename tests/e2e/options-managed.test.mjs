// What an administrator sets for everyone, by a policy in Chromium and by managed storage in Firefox.
import assert from 'node:assert/strict';
import { after, it } from 'node:test';
import { canSetPolicies, setForEveryone } from './administrator.mjs';
import { until } from './clients/until.mjs';
import { OptionsPage } from './options-page.mjs';
import { PanelPage } from './panel-page.mjs';
import { inBothBrowsers } from './stage.mjs';

const TOKEN = 'tokentokentoken0not0real0a1b2c3d4';
const PATH = '/topapi/v2/user/getbymobile';
const RULES = JSON.stringify({ id: 'acme-gateway', hosts: ['gateway.example'], rules: [{ codes: ['GW-4031'] }] });

after(
  setForEveryone({
    rules: RULES,
    platformsOff: ['feishu'],
    masks: [{ name: 'badge', pattern: 'EMP-\\d{6}' }],
    lockRedaction: true,
  }),
);

inBothBrowsers('an administrator’s settings', (stage, name) => {
  const given = { skip: name === 'chromium' && !canSetPolicies && 'only root can give Chromium policies of its own' };

  it('are shown as such and cannot be changed', given, async () => {
    const page = await OptionsPage.open(stage.driver, { masks: [{ name: 'own', pattern: 'Q-\\d+' }] });
    await until('the lock', () => page.isShown('#redaction-locked'));
    const box = await page.run((root) => {
      const { checked, disabled } = root.querySelector('[value="feishu"]');
      return { checked, disabled };
    });
    assert.deepEqual(box, { checked: false, disabled: true });
    assert.match(await page.words('[data-platform="feishu"]'), /Set by your organisation/);
    assert.match(await page.words('#rules-managed pre'), /acme-gateway/);
    const masks = await page.run((root) =>
      [...root.querySelectorAll('#masks input')].map((each) => [each.value, each.readOnly]),
    );
    assert.deepEqual(masks, [
      ['badge', true],
      ['EMP-\\d{6}', true],
      ['own', true],
      ['Q-\\d+', true],
    ]);
    assert.equal(await page.run((root) => root.querySelector('#add-mask').disabled), true);
    assert.match(await page.words('#mask-result'), /masked-badge/);
  });

  it('keep masked values masked in the panel, whoever asks', given, async () => {
    await stage.visitDemo();
    const panel = await PanelPage.open(stage.driver);
    const refused = {
      body: { errcode: 88, sub_code: '60011', sub_msg: '应用尚未开通所需的权限：[qyapi_get_member_by_mobile]' },
    };
    await stage.ask(`POST oapi.dingtalk.com${PATH}?access_token=${TOKEN}`, refused, {
      body: '{"mobile":"13800000000"}',
      headers: { 'content-type': 'application/json' },
    });
    await panel.row(PATH);
    await panel.focusRow(PATH);
    await panel.press('Enter');
    await until('the tabs', () => panel.isShown('[data-tab="request"]'));
    await panel.click('[data-tab="request"]');
    await until('the body', () => panel.isShown('[data-panel="request"] pre'));
    const buttons = await panel.run((root) =>
      [...root.querySelectorAll('.show, [data-copy="curl-secret"]')].map((each) => [each.disabled, each.title]),
    );
    assert.ok(buttons.length >= 3, 'the address, the body and the command');
    for (const button of buttons) assert.deepEqual(button, [true, 'Your organisation keeps masked values masked.']);
    const asked = {
      reveal: { id: 1, part: 'url', index: 0 },
      curl: { id: 1 },
      body: { id: 1, side: 'request', secret: true },
      message: { id: 1, side: 'request', secret: true },
    };
    for (const [name, params] of Object.entries(asked))
      assert.match(await panel.run(askDirectly, name, params), /masked values masked/, name);
    await stage.driver.closeTools();
  });
});

/** Asks the devtools page past the panel's buttons. @param {Document} root @param {string} name @param {object} params @returns {Promise<string>} */
function askDirectly(root, name, params) {
  const view = /** @type {any} */ (root.defaultView);
  // A frame script of Firefox sees the window through glass.
  const { tabId } = (view.wrappedJSObject ?? view).chrome.devtools.inspectedWindow;
  const channel = new view.BroadcastChannel(`scopelens-${tabId}`);
  const message = { to: 'devtools', id: 'test', name, params };
  return new Promise((resolve) => {
    channel.onmessage = (/** @type {MessageEvent} */ { data }) => {
      if (data.replyTo === 'test') resolve(data.fault ?? `answered ${JSON.stringify(data.result)}`);
    };
    channel.postMessage(message);
  });
}
