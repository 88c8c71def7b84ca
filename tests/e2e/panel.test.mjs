// The tool window's panel: what the page asked for, what was refused, and the card at the row.
import assert from 'node:assert/strict';
import { before, it } from 'node:test';
import { calls } from '../demo/calls.mjs';
import { TOKEN } from '../demo/names.mjs';
import { readView, shownCards } from './cards.mjs';
import { diagnose } from '../support/command-line.mjs';
import { until } from './clients/until.mjs';
import { PanelPage } from './panel-page.mjs';
import { inBothBrowsers } from './stage.mjs';

/** @param {import('./stage.mjs').Stage} stage */
function play(stage) {
  /** @type {PanelPage} */
  let panel;
  before(async () => {
    await stage.driver.configure({ lang: 'en' });
    await stage.visitDemo();
    panel = await PanelPage.open(stage.driver);
  });

  const rows = () => panel.rows();
  /** @param {string} id */
  const row = (id) => panel.row(pathOf(id));
  /** @param {string} selector @param {boolean} on */
  const set = (selector, on) => panel.set(selector, on);

  it('invites before anything was seen', async () => {
    await until('the invitation', () => panel.run((root) => root.querySelector('#empty')?.textContent?.trim()));
  });

  it('lists refused calls and says what they lack', async () => {
    for (const id of ['user-token', 'app-token', 'old-api', 'gateway']) await stage.call(id);
    const scopes = {
      'user-token': 'Contact.User.Read',
      'app-token': 'Calendar.Event.Write',
      'old-api': 'qyapi_get_member_by_mobile',
      gateway: 'Wiki.Workspace.Read',
    };
    for (const [id, scope] of Object.entries(scopes)) {
      const seen = await row(id);
      assert.equal(seen.verdict, 'refused', id);
      assert.ok(seen.text.includes(scope), `${id}: ${seen.text}`);
    }
  });

  it('tells lookalikes apart', async () => {
    for (const id of ['ip-list', 'rate-limit']) {
      await stage.call(id);
      assert.equal((await row(id)).verdict, 'lookalike', id);
    }
  });

  it('shows granted calls only when asked', async () => {
    await stage.call('departments');
    await stage.ask('GET api.dingtalk.com/v1.0/contact/users/me', { body: { nick: 'demo' } });
    const granted = async () => (await rows()).find((each) => each.host === 'api.dingtalk.com');
    assert.equal(await granted(), undefined);
    await set('#all-calls', true);
    assert.equal((await until('the granted call', granted)).verdict, 'none');
    assert.ok(
      !(await rows()).some((each) => each.path === pathOf('departments')),
      'other hosts’ granted calls are no rows',
    );
    await set('#all-calls', false);
  });

  it('opens the card below its row by Enter, and closes it by Enter', async () => {
    await panel.focusRow(pathOf('app-token'));
    await panel.press('Enter');
    const view = await shownCards(panel.surface);
    assert.equal((await row('app-token')).expanded, true);
    assert.deepEqual(view.cards[0]?.scopes, ['Calendar.Event.Write']);
    await panel.press('Enter');
    await until('the card to close', async () => (await panel.run(readView)).cards.length === 0);
  });

  it('opens the card by a click, with the engine’s own words', async () => {
    await panel.focusRow(pathOf('old-api'));
    await panel.click('[data-row]:focus');
    const view = await shownCards(panel.surface);
    const told = diagnose(JSON.stringify(calls.find((each) => each.id === 'old-api')?.reply));
    assert.equal(view.cards[0]?.title, told.cards[0].title);
    await panel.click('[data-row]:focus');
  });

  it('shows no token', async () => {
    assert.ok(!(await panel.run((root) => root.documentElement.textContent)).includes(TOKEN));
    const said = await panel.run((root) =>
      [...root.querySelectorAll('main *')].flatMap((each) => [...each.attributes].map(({ value }) => value)).join(),
    );
    assert.ok(!said.includes(TOKEN), 'no attribute holds a token');
  });

  it('filters by text', async () => {
    await panel.fill('#filter', 'calendar');
    await until('the filter', async () => (await rows()).length === 1);
    assert.equal((await rows())[0]?.path, pathOf('app-token'));
    await panel.fill('#filter', '');
  });

  it('lives through a large reply', async () => {
    await stage.call('big');
    await stage.call('user-token');
    await row('user-token');
  });

  it('says where a body is gone', async () => {
    await stage.call('gone');
    const seen = await row('gone');
    assert.notEqual(seen.body, 'whole');
    assert.ok(seen.text.length > pathOf('gone').length + 20, seen.text);
  });

  it('clears', async () => {
    await panel.click('#clear');
    await until('no rows', async () => (await rows()).length === 0);
  });

  it('starts anew with a page, unless told to preserve', async () => {
    await stage.call('user-token');
    await row('user-token');
    await stage.visitDemo('?again');
    await until('no rows', async () => (await rows()).length === 0);
    await set('#preserve', true);
    await stage.call('app-token');
    await row('app-token');
    await stage.visitDemo('?once-more');
    await stage.call('old-api');
    await row('old-api');
    assert.ok(await row('app-token'));
    await set('#preserve', false);
  });

  it('speaks Chinese at once when told to', async () => {
    await stage.driver.configure({ lang: 'zh-CN' });
    await until('Chinese words', () =>
      panel.run((root) => /\p{Script=Han}/u.test(root.querySelector('#clear')?.textContent ?? '')),
    );
    await stage.call('user-token');
    const seen = await until('a Chinese row', async () =>
      (await rows()).findLast((each) => each.path === pathOf('user-token')),
    );
    assert.match(seen.text, /缺.*Contact\.User\.Read/);
  });
}

inBothBrowsers('panel', play);
inBothBrowsers('panel over TLS and HTTP/2', play, { secure: true });

/** @param {string} id */
function pathOf(id) {
  return calls.find((each) => each.id === id)?.path.split('?')[0] ?? '';
}
