// Care for the list: groups, order, filter, keys, clearing and its undoing, theme, and the tool window's end.
import assert from 'node:assert/strict';
import { before, it } from 'node:test';
import { comes, until } from './clients/until.mjs';
import { PanelPage } from './panel-page.mjs';
import { inBothBrowsers } from './stage.mjs';

/** @param {string} scope */
const refusal = (scope) => ({
  status: 403,
  body: {
    code: 'Forbidden.AccessDenied.AccessTokenPermissionDenied',
    requestid: 'R',
    message: '没有调用该接口的权限',
    accessdenieddetail: { requiredScopes: [scope] },
  },
});

const ME = '/v1.0/contact/users/me';
const EVENTS = '/v1.0/calendar/users/u1/calendars/primary/events';

inBothBrowsers('panel’s list', (stage, name) => {
  /** @type {PanelPage} */
  let panel;
  before(async () => {
    await stage.driver.configure({ lang: 'en' });
    await stage.visitDemo();
    panel = await PanelPage.open(stage.driver);
    for (let n = 0; n < 3; n += 1) await stage.ask(`GET api.dingtalk.com${ME}`, refusal('Contact.User.Read'));
    await stage.ask(`POST api.dingtalk.com${EVENTS}`, refusal('Calendar.Event.Write'), { body: '{}' });
    await stage.ask('GET api.dingtalk.com/v1.0/todo/users/u1/tasks', { body: { ok: true } });
    await panel.row(EVENTS);
  });

  it('makes one line of one cause, with its count', async () => {
    await comes(async () => (await panel.row(ME)).count, 3);
    await panel.hasRows(2);
    await panel.click('.fold');
    await panel.hasRows(5);
    assert.deepEqual(
      (await panel.rows()).map((each) => each.level),
      [1, 2, 2, 2, 1],
    );
    await panel.click('.fold');
    await panel.hasRows(2);
    await panel.set('#group', false);
    await panel.hasRows(4);
    await panel.set('#group', true);
  });

  it('leaves the catalog’s Chinese titles to Chinese readers', async () => {
    assert.doesNotMatch((await panel.row(ME)).text, /获取用户通讯录个人信息/);
  });

  it('counts the causes on the toolbar button', async () => {
    await until('the number', async () => (await stage.driver.badge()) === '2');
  });

  it('sorts by a column’s head, and says so', async () => {
    const paths = async () => (await panel.rows()).map((each) => each.path);
    await panel.click('[data-column="method"] button');
    await panel.click('[data-column="method"] button');
    await comes(paths, [EVENTS, ME]);
    assert.equal(
      await panel.run((root) => root.querySelector('[data-column="method"]')?.getAttribute('aria-sort')),
      'descending',
    );
    await panel.click('[data-column="method"] button');
    await comes(paths, [ME, EVENTS]);
  });

  it('filters by pattern, and says where it is none', async () => {
    await panel.click('#pattern');
    await panel.fill('#filter', 'calendar|todo');
    await panel.hasRows(1);
    await panel.fill('#filter', 'calendar(');
    await comes(() => panel.run((root) => root.querySelector('#filter')?.getAttribute('aria-invalid')), 'true');
    assert.match(await panel.words('#bad-pattern'), /pattern/);
    await panel.click('#pattern');
    await panel.fill('#filter', '');
    await panel.hasRows(2);
  });

  it('filters by finding and by platform', async () => {
    await panel.set('#all-calls', true);
    await panel.fill('#kind', 'none');
    await panel.hasRows(1);
    await panel.fill('#kind', '');
    await panel.fill('#platform', 'feishu');
    await until('the words', async () => /No match/.test(await panel.words('#empty')));
    await panel.fill('#platform', '');
    await panel.set('#all-calls', false);
  });

  /** As they stand at first, whatever a test before has left. */
  async function folded() {
    if ((await panel.rows()).length === 5) await panel.click('.fold');
    await panel.hasRows(2);
  }

  it('is used by the keyboard alone', async () => {
    await folded();
    await panel.run((root) => root.querySelector('#rows [tabindex="0"]').focus());
    await panel.press('End');
    await comes(async () => (await panel.row(EVENTS)).focused, true);
    await panel.press('Home');
    await comes(async () => (await panel.row(ME)).focused, true);
    await panel.press('ArrowRight');
    await panel.hasRows(5);
    await panel.press('ArrowDown');
    await panel.press('ArrowDown');
    await comes(async () => (await panel.rows()).map((each) => each.focused), [false, false, true, false, false]);
    await panel.press('Enter');
    await until('the card', () => panel.isShown('[role="tablist"] [data-tab="diagnosis"]'));
    await panel.press('Tab');
    await comes(() => panel.run((root) => root.activeElement?.getAttribute('data-tab')), 'diagnosis');
    await panel.press('ArrowRight');
    await comes(() => panel.run((root) => root.activeElement?.getAttribute('data-tab')), 'request');
    assert.ok(await panel.isShown('[data-panel="request"]'));
    await panel.press('Escape');
    await comes(async () => (await panel.rows()).map((each) => each.focused), [false, false, true, false, false]);
    await panel.press('Home');
    await panel.press('ArrowLeft');
    await panel.hasRows(2);
  });

  it('has one tab stop in the list', async () => {
    assert.equal(await panel.run((root) => root.querySelectorAll('#rows > [tabindex="0"]').length), 1);
  });

  it('goes to filter and search by their keys, and lists the keys', async () => {
    for (const [key, goal] of /** @type {const} */ ([
      ['/', 'filter'],
      ['Control+f', 'find'],
    ])) {
      await panel.press(key);
      await comes(() => panel.focus(), goal);
    }
    await panel.run((root) => root.querySelector('#rows [tabindex="0"]').focus());
    await panel.press('Shift+?');
    await until('the list of keys', () => panel.isShown('#keys'));
    assert.match(await panel.words('#keys'), /Keyboard shortcuts/);
    await panel.press('Escape');
    await until('its end', async () => !(await panel.isShown('#keys')));
  });

  it('clears, and undoes it by the keyboard', async () => {
    await folded();
    await panel.run((root) => root.querySelector('#rows [tabindex="0"]').focus());
    await panel.press('Control+l');
    await panel.hasRows(0);
    assert.match(await panel.words('#undo-text'), /5/);
    await stage.ask('GET api.dingtalk.com/v1.0/wiki/workspaces', refusal('Wiki.Workspace.Read'));
    await panel.row('/v1.0/wiki/workspaces');
    await panel.run((root) => root.querySelector('#undo-do').focus());
    await panel.press('Enter');
    await panel.hasRows(3);
    assert.ok(!(await panel.isShown('#undo')));
  });

  it('pauses', async () => {
    await panel.click('#pause');
    await until('the pause', () =>
      panel.run((root) => root.querySelector('#pause').getAttribute('aria-pressed') === 'true'),
    );
    await stage.ask('GET api.dingtalk.com/v1.0/paused', refusal('Todo.Todo.Read'));
    await panel.click('#pause');
    await until('the end of it', () =>
      panel.run((root) => root.querySelector('#pause').getAttribute('aria-pressed') === 'false'),
    );
    await stage.ask('GET api.dingtalk.com/v1.0/going-on', refusal('Todo.Todo.Read'));
    await panel.row('/v1.0/going-on');
    assert.ok(!(await panel.rows()).some((each) => each.path === '/v1.0/paused'));
  });

  it('keeps no more rows than it was told to, and says so', async () => {
    await panel.click('#more');
    await panel.fill('#limit', '100');
    await until('the limit', () => panel.run((root) => root.querySelector('#count').title.includes('100')));
    await panel.press('Escape');
    await stage.driver.page.run(askMany, 'http://api.dingtalk.com/v1.0/many', 110);
    await until('the oldest to go', () =>
      panel.run((root) => /dropped/.test(root.querySelector('#count').textContent)),
    );
    await panel.fill('#limit', '10000');
  });

  it('wears the tool window’s theme, and changes with it', async () => {
    for (const dark of [true, false]) {
      await stage.driver.toolTheme(dark);
      await until(dark ? 'dark' : 'light', () =>
        panel.run(
          (root, want) => root.defaultView.getComputedStyle(root.body).color.match(/\d+/)[0] > 128 === want,
          dark,
        ),
      );
    }
  });

  it('starts anew with the tool window, and takes its number off the button', async () => {
    await stage.driver.closeTools();
    await until('no number', async () => (await stage.driver.badge()) === '');
    panel = await PanelPage.open(stage.driver);
    await stage.ask('GET api.dingtalk.com/v1.0/after', refusal('Todo.Todo.Read'));
    await panel.row('/v1.0/after');
    const paths = (await panel.rows()).map((each) => each.path);
    assert.equal(new Set(paths).size, paths.length, `no call stands twice (${name}): ${paths}`);
  });
});

/** @param {Document} _root @param {string} url @param {number} count */
async function askMany(_root, url, count) {
  for (let n = 0; n < count; n += 1) await (await fetch(`${url}/${n}`)).text();
}
