// Replies in every form that servers give them, over TLS: HTTP/2, and HTTP/1.1 where that may matter. What each row says, in each browser.
import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import { listen } from '../support/listen.mjs';
import { until } from './clients/until.mjs';
import { PanelPage } from './panel-page.mjs';
import { inBothBrowsers } from './stage.mjs';
import { answer, replies, scopeOf } from './traffic/replies.mjs';

/**
 * What is due: a refusal with its scope, one without it, no row, or the state of a body that is not all there. Where the browsers
 * differ, their interfaces do.
 * @typedef {'scope' | 'refused' | 'none' | 'cut' | 'missing' | 'unread' | 'open'} Due
 */

/** @type {Record<string, Due | Record<'chromium' | 'firefox', Due>>} 'scope' where it is not said */
const DUE = {
  'tiny-gzip': 'none',
  tiny: 'none',
  empty: 'none',
  // Chromium decodes the bytes as UTF-8 before it hands them over.
  'gbk-undeclared': { chromium: 'refused', firefox: 'scope' },
  unread: { chromium: 'unread', firefox: 'scope' },
  'unread-length': { chromium: 'unread', firefox: 'scope' },
  opaque: 'missing',
  'opaque-unsized': 'missing',
  broken: { chromium: 'missing', firefox: 'cut' },
  // Firefox tells of a stream when it ends.
  'events-stay': { chromium: 'scope', firefox: 'none' },
  // Over 1 MiB Firefox keeps the first 768 KiB.
  'longer-than-kept': { chromium: 'none', firefox: 'cut' },
  'too-large': 'none',
};

/** How the page asks, where it is not a fetch that reads the reply. @type {Record<string, string>} */
const WAYS = {
  unread: 'unread',
  'unread-length': 'unread',
  opaque: 'opaque',
  'opaque-unsized': 'opaque',
  jsonp: 'script',
  'not-modified': 'twice',
  'long-request': 'post',
  broken: 'broken',
};

/** Those where the protocol may matter. */
const OVER_HTTP_1 = ['gzip', 'tiny-gzip', 'unread', 'unread-length', 'broken', 'events-stay', 'empty'];

inBothBrowsers(
  'replies',
  (stage, name) => {
    /** @type {PanelPage} */
    let panel;
    /** @type {Awaited<ReturnType<typeof listen>>[]} */
    let servers = [];

    before(async () => {
      servers = [await listen(answer, { secure: true }), await listen(answer)];
      await stage.driver.configure({ lang: 'en' });
      await stage.visitDemo();
      panel = await PanelPage.open(stage.driver);
      await panel.set('#group', false);
      const [h2, h1] = servers.map(({ url }) => url);
      const all = Object.keys(replies).map((each) => [`${h2}/${each}`, WAYS[each] ?? 'read']);
      const older = OVER_HTTP_1.map((each) => [`${h1}/${each}`, WAYS[each] ?? 'read']);
      await stage.driver.page.run(askAll, [...all, ...older]);
    });
    after(() => Promise.all(servers.map(({ close }) => close())));

    /** @param {string} reply @returns {Due} */
    function dueOf(reply) {
      const due = DUE[reply] ?? 'scope';
      return typeof due === 'string' ? due : due[name];
    }

    /** @param {number} server @param {string} reply @returns {Promise<import('./panel-page.mjs').RowView[]>} those of its address */
    async function rowsOf(server, reply) {
      const { host } = new URL(servers[server]?.url ?? '');
      // A person at the panel makes it look for calls that do not end; lines out of sight are not in the document.
      await panel.click('#filter');
      await panel.fill('#filter', `${host}/${reply}`);
      const shown = await until('the filter', async () => {
        const rows = await panel.rows();
        return rows.every((row) => `${row.host}${row.path}`.startsWith(`${host}/${reply}`)) ? rows : null;
      });
      return shown.filter((row) => row.path === `/${reply}`);
    }

    /** @param {number} server @param {string} reply */
    async function assertDue(server, reply) {
      const due = dueOf(reply);
      if (due === 'none') {
        assert.deepEqual(await rowsOf(server, reply), []);
        return;
      }
      const row = await until(`a row of ${reply}`, async () => (await rowsOf(server, reply))[0]);
      if (due === 'scope' || due === 'refused') {
        assert.equal(row.verdict, 'refused', row.text);
        assert.equal(row.text.includes(scopeOf(reply)), due === 'scope', row.text);
        assert.ok(row.body === (reply === 'events-stay' ? 'open' : 'whole'), row.body);
      } else {
        assert.equal(row.body, due, row.text);
      }
    }

    // Those without a row come last: by then all others are there.
    const inOrder = Object.keys(replies).sort((a, b) => Number(dueOf(a) === 'none') - Number(dueOf(b) === 'none'));
    for (const reply of inOrder) it(`over HTTP/2, ${reply}`, () => assertDue(0, reply));
    for (const reply of OVER_HTTP_1) it(`over HTTP/1.1, ${reply}`, () => assertDue(1, reply));

    it('lists each call once', async () => {
      for (const reply of Object.keys(replies)) {
        const due = dueOf(reply) === 'none' ? 0 : 1;
        assert.equal((await rowsOf(0, reply)).length, reply === 'not-modified' ? 2 : due, reply);
      }
    });

    it('says that a long request body was not kept', async () => {
      await rowsOf(0, 'long-request');
      await panel.focusRow('/long-request');
      await panel.press('Enter');
      await panel.words('[data-tab="request"]');
      await panel.click('[data-tab="request"]');
      const wanted = name === 'firefox' ? /did not keep it/ : /The first 200,000 of 1,500,000/;
      await until('the words for the body', async () => wanted.test(await panel.words('[data-panel="request"]')));
    });

    it('tells of a platform’s failure whose body is too large to be read', async () => {
      await stage.ask('GET api.dingtalk.com/v1.0/export', {
        status: 403,
        body: `{"rows":["${'x'.repeat(3_000_000)}"]}`,
      });
      await panel.fill('#filter', '/v1.0/export');
      assert.equal((await panel.row('/v1.0/export')).body, 'large');
    });
  },
  { secure: true },
);

/** @param {Document} root @param {[string, string][]} asked */
async function askAll(root, asked) {
  const win = /** @type {any} */ (root.defaultView);
  win.callback = () => {};
  win.kept = [];
  const read = async (/** @type {string} */ url, /** @type {RequestInit} */ options = {}) => {
    const reply = await win.fetch(url, options);
    win.kept.push(reply);
    return reply;
  };
  const ways = {
    read: async (/** @type {string} */ url) => {
      read(url)
        .then((reply) => reply.text())
        .catch(() => {});
    },
    unread: async (/** @type {string} */ url) => {
      await read(url);
    },
    broken: async (/** @type {string} */ url) => {
      const reader = (await read(url)).body.getReader();
      await reader.read();
      await win.fetch(`${url}?die`);
      await reader.read().catch(() => {});
    },
    opaque: async (/** @type {string} */ url) => {
      await (await read(url, { mode: 'no-cors' })).text();
    },
    post: async (/** @type {string} */ url) => {
      await (await read(url, { method: 'POST', body: 'x'.repeat(1_500_000) })).text();
    },
    twice: async (/** @type {string} */ url) => {
      for (let n = 0; n < 2; n += 1) await (await read(url)).text();
    },
    script: async (/** @type {string} */ url) => {
      root.head.append(Object.assign(root.createElement('script'), { src: url }));
    },
  };
  for (const [url, way] of asked) await ways[/** @type {keyof ways} */ (way)](url);
}
