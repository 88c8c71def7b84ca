// The popup at its button reads what is selected in the page: one click where a page has no menu of the browser's.
import assert from 'node:assert/strict';
import { after, afterEach, before, it } from 'node:test';
import { samples } from '../demo/samples.mjs';
import { diagnose } from '../support/command-line.mjs';
import { assertShows, shownCards } from './cards.mjs';
import { until } from './clients/until.mjs';
import { select } from './drivers/in-page.mjs';
import { startHostile } from './hostile/server.mjs';
import { listed } from './popup-page.mjs';
import { inBothBrowsers } from './stage.mjs';

const TEXT = samples.go;

/** Where the text is selected: a page, what of it, in which frame. @type {[string, string, string?][]} */
const places = [
  ['plain', '#text'],
  ['textarea', '#text'],
  ['frame-same', '#text', '#frame'],
  ['shadow-closed', ''],
];

/** Of these nothing is to be had. @type {[string, string][]} */
const empty = [
  ['plain', ''],
  ['password', '#text'],
  ['frame-site', ''],
];

inBothBrowsers('popup, selected in the page', (stage, name) => {
  /** @type {Awaited<ReturnType<typeof startHostile>>[]} */
  let servers = [];

  before(async () => {
    const words = { text: TEXT, json: JSON.stringify(TEXT) };
    const other = await startHostile({ words });
    servers = [await startHostile({ words: { ...words, site: other.url.replace('127.0.0.1', 'localhost') } }), other];
    await stage.driver.configure({ lang: 'en' });
  });
  after(() => Promise.all(servers.map((server) => server.close())));
  afterEach(() => stage.driver.closePopup());

  /** The popup over a page in which something is selected. @param {string} page @param {string} what '' where nothing is @param {string} [frame] */
  async function opened(page, what, frame) {
    await stage.driver.visit(`${servers[0]?.url}${page}.html`);
    if (what) await stage.driver.page.run(select, what, frame);
    const popup = await stage.driver.popup();
    await until('the page to be read', () => popup.run(isRead));
    return popup;
  }

  for (const [page, what, frame] of places) {
    it(`diagnoses it at once (${page})`, async () => {
      const popup = await opened(page, what, frame);
      assertShows(await shownCards(popup, '#result'), diagnose(TEXT));
      const { text, why } = await popup.run(state);
      assert.equal(text.trim(), TEXT.trim());
      assert.match(why, /^Selected in this page/);
    });
  }

  for (const [page, what] of empty) {
    it(`is empty where nothing is to be had (${page})`, async () => {
      const popup = await opened(page, what);
      assert.deepEqual(await popup.run(state), { text: '', why: '', chosen: '', cards: 0 });
      await until('the box to have the focus', () => popup.run((root) => root.activeElement?.id === 'paste'));
    });
  }

  it('is empty over a page that bars extensions', async () => {
    await stage.driver.visit(name === 'chromium' ? 'chrome://version/' : 'about:robots');
    await stage.driver.page.run((root) => root.getSelection()?.selectAllChildren(root.body));
    const popup = await stage.driver.popup();
    await until('the page to be read', () => popup.run(isRead));
    assert.deepEqual(await popup.run(state), { text: '', why: '', chosen: '', cards: 0 });
  });

  it('takes what is selected in the frame that has the focus, not what was left selected around it', async () => {
    await stage.driver.visit(`${servers[0]?.url}frame-same.html`);
    await stage.driver.page.run(selectAround, '#frame');
    const popup = await stage.driver.popup();
    await until('the page to be read', () => popup.run(isRead));
    assert.equal((await popup.run(state)).text.trim(), TEXT.trim());
  });

  it('gives way to what is typed, and no longer says where it was from', async () => {
    const popup = await opened('plain', '#text');
    await shownCards(popup, '#result');
    const { chosen, text } = await popup.run(state);
    assert.equal(chosen, text, 'all of it is selected');
    await popup.run((root) =>
      root.execCommand('insertText', false, '{"code":"Forbidden.AccessDenied.AccessTokenPermissionDenied"'),
    );
    const typed = await popup.run(state);
    assert.equal(typed.text, '{"code":"Forbidden.AccessDenied.AccessTokenPermissionDenied"');
    assert.equal(typed.why, '');
  });

  it('speaks Chinese', async () => {
    await stage.driver.configure({ lang: 'zh-CN' });
    const popup = await opened('plain', '#text');
    assertShows(await shownCards(popup, '#result'), diagnose(TEXT, 'zh-CN'));
    assert.match((await popup.run(state)).why, /^已填入页面中选中的文字/);
    await stage.driver.configure({ lang: 'en' });
  });

  it('is remembered as what is pasted is', async () => {
    const popup = await opened('plain', '#text');
    const { title } = diagnose(TEXT).cards[0];
    await until('the diagnosis in the list', async () => (await popup.run(listed)).includes(title));
    assert.ok(!(await stage.driver.remembered()).includes(TEXT.slice(0, 40)));
  });

  it('says of a text that is too long that it was cut, in a tab as well', async () => {
    const popup = await opened('huge-selection', '#text');
    await until('the note', () => popup.run(saysCapped));
    await until('the button', () => popup.run((root) => !root.querySelector('#wide').hidden));
    await popup.click('#wide');
    await until('the note in the tab', async () => {
      const tab = await stage.driver.openedPopup();
      return (await tab.run(state)).why === '' && tab.run(saysCapped);
    });
  });

  it('goes along to a tab, which is another page', async () => {
    const popup = await opened('plain', '#text');
    await shownCards(popup, '#result');
    await until('the button', () => popup.run((root) => !root.querySelector('#wide').hidden));
    await popup.click('#wide');
    await until('the tab to have it', async () => {
      const { text, why } = await (await stage.driver.openedPopup()).run(state);
      return text.trim() === TEXT.trim() && !why;
    });
  });
});

/** @param {Document} root */
const saysCapped = (root) => root.querySelector('#result')?.textContent?.includes('Only the first 256 KB');

/** Selects the heading, and moves the focus into a frame. @param {Document} root @param {string} selector */
function selectAround(root, selector) {
  root.getSelection()?.selectAllChildren(/** @type {Node} */ (root.querySelector('h1')));
  /** @type {HTMLIFrameElement} */ (root.querySelector(selector)).focus();
}

/** @param {Document} root */
const isRead = (root) => root.querySelector('#why')?.ariaBusy === null;

/** @param {Document} root */
function state(root) {
  const box = /** @type {HTMLTextAreaElement} */ (root.querySelector('#paste'));
  const why = /** @type {HTMLElement} */ (root.querySelector('#why'));
  return {
    text: box.value,
    why: why.hidden ? '' : (why.textContent ?? ''),
    chosen: box.value.slice(box.selectionStart, box.selectionEnd),
    cards: root.querySelector('#result')?.childElementCount,
  };
}
