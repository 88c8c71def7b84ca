// Traffic as single-page apps make it: over TLS and HTTP/2, with a router, failures that nobody reads, streams, sockets, error pages.
import assert from 'node:assert/strict';
import { before, beforeEach, it } from 'node:test';
import { calls } from '../demo/calls.mjs';
import { shownCards } from './cards.mjs';
import { until } from './clients/until.mjs';
import { PanelPage } from './panel-page.mjs';
import { inBothBrowsers } from './stage.mjs';

inBothBrowsers(
  'traffic',
  (stage, name) => {
    /** @type {PanelPage} */
    let panel;
    before(async () => {
      await stage.driver.configure({ lang: 'en' });
      await stage.visitDemo();
      panel = await PanelPage.open(stage.driver);
    });
    beforeEach(async () => {
      await panel.click('#clear');
      await panel.hasRows(0);
    });

    /** @param {string} id */
    const pathOf = (id) => calls.find((call) => call.id === id)?.path.split('?')[0] ?? '';
    /** The row of a call, once it says a scope. @param {string} id @param {string} scope */
    const refusedRow = (id, scope) =>
      until(`${id} to be refused for want of ${scope}`, async () => {
        const row = (await panel.rows()).find((each) => each.path === pathOf(id));
        return row?.verdict === 'refused' && row.text.includes(scope) ? row : null;
      });

    it('keeps list and number when a router sets the page’s address', async () => {
      // A reply that the page leaves behind before it is read may be forgotten: that is played below.
      await stage.call('user-token');
      await refusedRow('user-token', 'Contact.User.Read');
      await stage.call('route');
      await refusedRow('route', 'Contact.User.Search');
      await until('the number', async () => (await stage.driver.badge()) === '2');
      await stage.driver.page.run((root) => {
        root.defaultView.history.replaceState({}, '', '?replaced');
      });
      await stage.driver.page.run((root) => {
        root.defaultView.location.hash = 'fragment';
      });
      await stage.call('app-token');
      await refusedRow('app-token', 'Calendar.Event.Write');
      assert.deepEqual(
        (await panel.rows()).map((row) => row.path),
        ['user-token', 'route', 'app-token'].map(pathOf),
      );
      await until('the number', async () => (await stage.driver.badge()) === '3');
    });

    it('still has the bodies of calls from before the change', async () => {
      await stage.ask('GET api.dingtalk.com/v1.0/granted', { body: { status: 'before-the-change' } });
      await panel.set('#all-calls', true);
      await panel.row('/v1.0/granted');
      await stage.driver.page.run((root) => {
        root.defaultView.history.pushState({}, '', '?pushed');
      });
      await stage.call('user-token');
      await refusedRow('user-token', 'Contact.User.Read');
      await panel.focusRow('/v1.0/granted');
      await panel.press('Enter');
      await panel.words('[data-tab="response"]');
      await panel.click('[data-tab="response"]');
      assert.match(await panel.words('[data-panel="response"] pre'), /before-the-change/);
      await panel.set('#all-calls', false);
    });

    it('starts anew with another document', async () => {
      await stage.call('user-token');
      await refusedRow('user-token', 'Contact.User.Read');
      await stage.driver.reload();
      await panel.hasRows(0);
      await until('no number', async () => (await stage.driver.badge()) === '');
    });

    it('lists a failed call whose reply the page does not read', async () => {
      await stage.call('unread');
      if (name === 'firefox') {
        await refusedRow('unread', 'Hrm.Employee.Read');
        return;
      }
      const row = await panel.row(pathOf('unread'));
      assert.equal(row.body, 'unread');
      await panel.focusRow(pathOf('unread'));
      await panel.press('Enter');
      assert.match(await panel.words('[data-panel="diagnosis"]'), /has not read this reply/);
    });

    it('lets the reply take the place of its row when the page reads it after all', async () => {
      await stage.driver.page.run(async (root, url) => {
        root.defaultView.kept = await root.defaultView.fetch(url);
      }, pathOf('unread'));
      if (name === 'chromium') assert.equal((await panel.row(pathOf('unread'))).body, 'unread');
      await stage.driver.page.run(async (root) => {
        await root.defaultView.kept.text();
      });
      assert.equal((await refusedRow('unread', 'Hrm.Employee.Read')).body, 'whole');
      assert.equal((await panel.rows()).length, 1);
    });

    // A Chromium forgets the replies of before the change; how many could be asked for until then is a matter of how busy it is.
    it('loses no call of a router that is quick, and says of which the browser forgot the reply', async () => {
      for (let n = 0; n < 8; n += 1) await stage.call('route');
      const { read } = await until('eight calls', async () => {
        const rows = (await panel.rows()).filter((each) => each.path === pathOf('route') && each.level === 1);
        const isRead = (/** @type {typeof rows[0]} */ row) => row.text.includes('Contact.User.Search');
        const count = (/** @type {typeof rows} */ some) => some.reduce((sum, each) => sum + (each.count || 1), 0);
        const found = {
          read: count(rows.filter(isRead)),
          forgotten: count(rows.filter((row) => !isRead(row) && row.body === 'missing')),
        };
        return found.read + found.forgotten === 8 ? found : null;
      });
      assert.ok(read > 0, 'all of them were forgotten');
    });

    it('lists each of many calls that are refused at once', async () => {
      await stage.driver.page.run(askMany, pathOf('user-token'), 300);
      await until('300 refusals', async () => (await refusedRow('user-token', 'Contact.User.Read')).count === 300);
    });

    it('reads a stream that its client has closed', async () => {
      await stage.call('stream');
      await refusedRow('stream', 'Card.Streaming.Write');
    });

    it('reads a socket that goes on, and shows both its sides with their times', async () => {
      await stage.call('socket');
      if (name === 'firefox') {
        await panel.set('#all-calls', true);
        assert.equal((await panel.row(pathOf('socket'))).body, 'unheard');
        await panel.set('#all-calls', false);
        return;
      }
      await refusedRow('socket', 'Robot.Message.Send');
      await panel.focusRow(pathOf('socket'));
      await panel.press('Enter');
      assert.deepEqual((await shownCards(panel.surface)).cards[0]?.scopes, ['Robot.Message.Send']);
      await panel.click('[data-tab="response"]');
      const said = await panel.words('[data-panel="response"] pre');
      assert.match(said, /^\d\d:\d\d:\d\d\.\d{3} ↑ \{"type":"hello"/);
      assert.match(said, /\n\d\d:\d\d:\d\d\.\d{3} ↓ .*Robot\.Message\.Send/);
      assert.ok(!said.includes('demo0token0'), 'what was sent is masked');
    });

    if (name === 'chromium')
      it('keeps the one row of a socket when it closes', async () => {
        await stage.driver.page.run(talk, pathOf('socket'));
        assert.equal((await refusedRow('socket', 'Robot.Message.Send')).body, 'open');
        await stage.driver.page.run((root) => {
          root.defaultView.socket.close();
        });
        await until('the end of the socket', async () => (await panel.row(pathOf('socket'))).body === 'whole');
        assert.equal((await panel.rows()).length, 1);
      });
  },
  { secure: true },
);

/** @param {Document} root @param {string} path @param {number} many */
async function askMany(root, path, many) {
  const { fetch } = /** @type {Window & typeof globalThis} */ (root.defaultView);
  await Promise.all(Array.from({ length: many }, async () => (await fetch(path)).text()));
}

/** Asks, and is refused. @param {Document} root @param {string} path */
function talk(root, path) {
  const page = /** @type {any} */ (root.defaultView);
  page.socket = new page.WebSocket(page.location.origin.replace(/^http/, 'ws') + path);
  page.socket.addEventListener('open', () => page.socket.send('{"type":"hello"}'));
}
