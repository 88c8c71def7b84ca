// What the session's memory adds: evidence that leads to its calls, grants that are seen later, the plan, and its comparison.
import assert from 'node:assert/strict';
import { before, it } from 'node:test';
import { shownCards } from './cards.mjs';
import { until } from './clients/until.mjs';
import { PanelPage } from './panel-page.mjs';
import { inBothBrowsers } from './stage.mjs';

const [APP, TOKEN] = ['dingabcdefghijklmnop', 'tokentokentoken0not0real0a1b2c3d4'];
const CARDS = '/v1.0/card/instances';
const headers = { 'x-acs-dingtalk-access-token': TOKEN, 'content-type': 'application/json' };
const refused = {
  status: 403,
  body: {
    code: 'Forbidden.AccessDenied.AccessTokenPermissionDenied',
    requestid: 'R',
    message: '没有调用该接口的权限',
    accessdenieddetail: { requiredScopes: ['Card.Instance.Write'] },
  },
};

inBothBrowsers('evidence and plan', (stage) => {
  /** @type {PanelPage} */
  let panel;
  before(async () => {
    await stage.driver.configure({ lang: 'en' });
    await stage.visitDemo();
    panel = await PanelPage.open(stage.driver);
    const body = JSON.stringify({ appKey: APP, appSecret: 'secret0not0real0secret0not0real0' });
    await stage.ask(
      'POST api.dingtalk.com/v1.0/oauth2/accessToken',
      { body: { accessToken: TOKEN, expireIn: 7200 } },
      { body, headers: { 'content-type': 'application/json' } },
    );
    await stage.ask(`POST api.dingtalk.com${CARDS}`, { body: { success: true } }, { headers, body: '{}' });
    await stage.ask(`POST api.dingtalk.com${CARDS}`, refused, { headers, body: '{}' });
    await panel.row(CARDS);
  });

  it('says that the same token worked before, and leads to that call', async () => {
    await panel.focusRow(CARDS);
    await panel.press('Enter');
    await shownCards(panel.surface);
    const lines = await panel.run((root) =>
      [...root.querySelectorAll('[data-part="evidence"] li')].map((each) => each.textContent),
    );
    assert.ok(
      lines.some((/** @type {string} */ line) => /same token worked/.test(line)),
      lines.join(' | '),
    );
    assert.ok(
      lines.some((/** @type {string} */ line) => line.includes(APP)),
      lines.join(' | '),
    );
    assert.ok(!lines.join().includes(TOKEN));
    await panel.click('[data-part="evidence"] .lead-to');
    const led = await until('the call', async () => (await panel.rows()).find((each) => each.focused));
    assert.equal(led.verdict, 'none');
    assert.equal(await panel.run((root) => root.querySelector('#all-calls').checked), true, 'what hid it gave way');
  });

  it('plans what is to be applied for, with its app and its link', async () => {
    await panel.click('#tab-plan');
    const need = await until('the need', () => panel.run(readNeed, 'Card.Instance.Write'));
    assert.equal(need.state, 'refused');
    assert.equal(need.app, APP);
    assert.ok(
      need.links.some((/** @type {string} */ link) => link.includes(`${APP}%23Card.Instance.Write`)),
      need.links.join(),
    );
    const copies = await panel.run((root) =>
      [...root.querySelectorAll('#plan-actions [data-copy]')].map((each) => each.dataset.copy),
    );
    assert.deepEqual(copies, ['plan-list', 'plan-markdown', 'plan-json']);
  });

  it('says what changed since a plan was kept', async () => {
    await panel.click('#plan-keep');
    assert.match(await panel.words('#comparison'), /Nothing has changed/);
    await stage.ask(`POST api.dingtalk.com${CARDS}`, { body: { success: true } }, { headers, body: '{}' });
    await until('the change', () =>
      panel.run((root) =>
        root.querySelector('#comparison [data-part="changed"]')?.textContent.includes('Card.Instance.Write'),
      ),
    );
    await panel.click('#plan-drop');
    await until('its end', async () => !(await panel.isShown('#comparison')));
  });

  it('speaks the other language at once, the plan and the old rows too', async () => {
    await stage.driver.configure({ lang: 'zh-CN' });
    await until('a Chinese plan', () =>
      panel.run((root) => /[一-龥]/.test(root.querySelector('.need-state')?.textContent ?? '')),
    );
    await panel.click('#tab-calls');
    await until('a Chinese row', async () =>
      (await panel.rows()).some((each) => each.verdict === 'refused' && each.text.includes('缺')),
    );
    await stage.driver.configure({ lang: 'en' });
  });
});

/** @param {Document} root @param {string} code */
function readNeed(root, code) {
  const need = /** @type {HTMLElement | null} */ (
    root.querySelector(`#plan [data-code="${code}"]`)?.closest('.need') ?? null
  );
  const app = /** @type {HTMLElement | null} */ (need?.closest('.plan-app') ?? null);
  return (
    need && {
      state: need.dataset.state,
      app: app?.dataset.app,
      links: [...need.querySelectorAll('a')].map((link) => link.href),
    }
  );
}
