// HAR files in the panel: in by button and drop, out as a download, masked.
import assert from 'node:assert/strict';
import { before, it } from 'node:test';
import { textOf } from '../support/tree.mjs';
import { until } from './clients/until.mjs';
import { PanelPage } from './panel-page.mjs';
import { inBothBrowsers } from './stage.mjs';

const TOKEN = 'secret0token0not0real0a1b2c3d4e5f6a7';
const refused = {
  code: 'Forbidden.AccessDenied.AccessTokenPermissionDenied',
  requestid: 'R',
  message: '没有调用该接口的权限',
  accessdenieddetail: { requiredScopes: ['Todo.Todo.Read'] },
};

/** @param {string} path @param {unknown} body */
const entry = (path, body) => ({
  startedDateTime: '2026-04-11T10:00:00.000Z',
  time: 5,
  request: {
    method: 'GET',
    url: `https://api.dingtalk.com${path}?access_token=${TOKEN}`,
    headers: [{ name: 'X-Acs-Dingtalk-Access-Token', value: TOKEN }],
  },
  response: {
    status: 403,
    headers: [],
    content: { size: 10, mimeType: 'application/json', text: JSON.stringify(body) },
  },
});

/** @param {unknown[]} entries */
const har = (entries) => JSON.stringify({ log: { version: '1.2', creator: { name: 'x', version: '1' }, entries } });

// Firefox hides a made-up drop's files from the page.
const WAYS = /** @type {const} */ ({ chromium: 'drop', firefox: 'button' });

inBothBrowsers('HAR files in the panel', (stage, name) => {
  /** @type {PanelPage} */
  let panel;
  before(async () => {
    await stage.driver.configure({ lang: 'en' });
    await stage.visitDemo();
    panel = await PanelPage.open(stage.driver);
    await panel.set('#group', false);
    await panel.set('#all-calls', true);
  });

  it('reads a file, and marks its rows with its name', async () => {
    await panel.give([{ name: 'one.har', text: har([entry('/v1.0/one', refused), entry('/v1.0/two', { ok: true })]) }]);
    assert.match((await panel.row('/v1.0/one')).text, /Todo\.Todo\.Read.*one\.har|one\.har.*Todo\.Todo\.Read/);
    await until('the end', async () => /Done: 2 calls/.test(await panel.words('#reading-text')));
  });

  it('reads several files at once, and says of each what it could not read', async () => {
    const files = ['chrome', 'firefox', 'safari'].map((each) => ({
      name: `${each}.har`,
      text: textOf(`crate/har/tests/${each}.har`),
    }));
    await panel.give(
      [
        ...files,
        { name: 'empty.har', text: '' },
        { name: 'page.har', text: '<html></html>' },
        { name: 'half.har', text: har([entry('/v1.0/half', refused)]).slice(0, -3) },
      ],
      WAYS[name],
    );
    await panel.row('/v1.0/half');
    await until('the end', () => panel.run((root) => /Done/.test(root.querySelector('#reading-text').textContent)));
    const said = await panel.words('#reading-text');
    for (const each of ['empty.har', 'page.har', 'half.har']) assert.ok(said.includes(each), said);
    assert.ok(!/Not read: (chrome|firefox|safari)\.har/.test(said), said);
    await panel.click('#reading-stop');
    await until('no notice', async () => !(await panel.isShown('#reading')));
  });

  it('says which replies hold no body, and reads entries without an archive around them', async () => {
    const bare = entry('/v1.0/bare', refused);
    const { text: _, ...content } = entry('/v1.0/unsaved', {}).response.content;
    const unsaved = { ...entry('/v1.0/unsaved', {}), response: { status: 403, headers: [], content } };
    await panel.give([
      { name: 'without.har', text: har([unsaved]) },
      { name: 'list.json', text: JSON.stringify([bare]) },
    ]);
    assert.match((await panel.row('/v1.0/bare')).text, /Todo\.Todo\.Read/);
    const row = await panel.row('/v1.0/unsaved');
    assert.equal(row.body, 'unsaved');
    assert.match(row.text, /no body in the file/);
    await until('the end', () => panel.run((root) => /Done/.test(root.querySelector('#reading-text').textContent)));
    const said = await panel.words('#reading-text');
    assert.match(said, /without\.har: 1 reply without a body, 1 of them with an error status \(400 or above\)\./);
    await panel.click('#reading-stop');
    await until('no notice', async () => !(await panel.isShown('#reading')));
  });

  it('can be stopped', async () => {
    const rows = Array.from({ length: 3000 }, (_, n) => entry(`/v1.0/many/${n}`, refused));
    await panel.give([{ name: 'many.har', text: har(rows) }]);
    await until('the start', () => panel.run((root) => /many/.test(root.querySelector('#reading-text').textContent)));
    await panel.click('#reading-stop');
    await until('the end', () => panel.run((root) => /Done/.test(root.querySelector('#reading-text').textContent)));
    await panel.click('#reading-stop');
  });

  it('leaves the files’ rows where they are when the page goes', async () => {
    await stage.visitDemo('?gone');
    assert.ok((await panel.rows()).length > 0);
  });

  it('saves what is seen, masked, in a form that it reads again', async () => {
    await panel.click('#clear');
    await panel.hasRows(0);
    await panel.give([{ name: 'one.har', text: har([entry('/v1.0/one', refused)]) }]);
    await panel.row('/v1.0/one');
    await panel.click('#export');
    const saved = await stage.driver.downloaded();
    assert.ok(!saved.includes(TOKEN), 'no token is saved');
    const { entries } = JSON.parse(saved).log;
    assert.equal(entries.length, 1);
    assert.match(entries[0].request.url, /^https:\/\/api\.dingtalk\.com\/v1\.0\/one/);
    assert.match(entries[0].response.content.text, /Todo\.Todo\.Read/);
    await panel.click('#clear');
    await panel.hasRows(0);
    await panel.give([{ name: 'again.har', text: saved }]);
    assert.match((await panel.row('/v1.0/one')).text, /Todo\.Todo\.Read/);
  });
});
