// Real components that draw their own selection, or only the lines in sight: what is selected in them by mouse or keys is read
// as it was put in, the focus is back in them afterwards, and nothing has been typed into them.
import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import { samples } from '../demo/samples.mjs';
import { diagnose } from '../support/command-line.mjs';
import { jsonOf } from '../support/tree.mjs';
import { answerTo, assertShows } from './cards.mjs';
import { until } from './clients/until.mjs';
import * as chromium from './drivers/chromium-input.mjs';
import * as firefox from './drivers/firefox-input.mjs';
import { pdfOf } from './editors/pdf.mjs';
import { startEditors } from './editors/server.mjs';
import { inBothBrowsers } from './stage.mjs';

/** @typedef {'drag' | 'keys' | 'all'} Way by mouse, by Control+A, by the component's own "select all" */
/** @typedef {'menu' | 'shortcut'} Asking */

const MID = [samples.java, samples.go, samples.log].join('\n');
const noise = Array.from(
  { length: 600 },
  (_, index) =>
    `2026-04-11 10:21:${String(index % 60).padStart(2, '0')}.318 INFO [job-${index}] 128 people, 12 departments, no change`,
);
const LONG = [samples.java, ...noise.slice(0, 300), samples.go, ...noise.slice(300), samples.log].join('\n');
const PDF = samples.go
  .replace(/request id: .*/, 'request id: 4F1D0C7B-88AA-4B6E-9B1F-2A3C4D5E6F70')
  .split('\n')
  .flatMap((line) => line.match(/.{1,150}/g) ?? []);

/**
 * silent: where this way does not reach us: Firefox opens no menu for Monaco's hidden field.
 * @type {{what: string, file: string, text: string, way: Way, asking: Asking, silent?: 'firefox'}[]}
 */
const plays = [
  { what: 'Monaco, a drag', file: 'monaco.html', text: MID, way: 'drag', asking: 'shortcut' },
  { what: 'Monaco, all of a long text', file: 'monaco.html', text: LONG, way: 'keys', asking: 'shortcut' },
  {
    what: 'Monaco, read only, with the native menu',
    file: 'monaco.html?readonly&nomenu',
    text: MID,
    way: 'keys',
    asking: 'menu',
    silent: 'firefox',
  },
  { what: 'Monaco with a text field', file: 'monaco.html?textarea', text: LONG, way: 'keys', asking: 'shortcut' },
  { what: 'Ace, a drag', file: 'ace.html', text: MID, way: 'drag', asking: 'menu' },
  { what: 'Ace, all of a long text', file: 'ace.html', text: LONG, way: 'keys', asking: 'shortcut' },
  { what: 'Ace, read only', file: 'ace.html?readonly', text: LONG, way: 'keys', asking: 'shortcut' },
  { what: 'CodeMirror, a drag', file: 'codemirror.html', text: MID, way: 'drag', asking: 'menu' },
  { what: 'CodeMirror, all of a long text', file: 'codemirror.html', text: LONG, way: 'keys', asking: 'shortcut' },
  { what: 'xterm, a drag', file: 'xterm.html', text: MID, way: 'drag', asking: 'menu' },
  { what: 'xterm, all of a long text', file: 'xterm.html', text: LONG, way: 'all', asking: 'shortcut' },
  { what: 'xterm on Windows', file: 'xterm.html?windows', text: MID, way: 'drag', asking: 'shortcut' },
  { what: 'xterm on macOS', file: 'xterm.html?mac', text: MID, way: 'drag', asking: 'shortcut' },
  { what: 'react-window, a drag', file: 'react-window.html', text: MID, way: 'drag', asking: 'menu' },
  { what: 'react-window, by the keyboard', file: 'react-window.html', text: MID, way: 'drag', asking: 'shortcut' },
  { what: 'pdf.js, a drag', file: 'pdf.html', text: PDF.join('\n'), way: 'drag', asking: 'menu' },
];

/** @param {string} text */
const bare = (text) => text.replace(/\s/g, '');

const { note_rows: CUT } = jsonOf('extension/_locales/en/messages.json');

inBothBrowsers('components that draw their own selection', (stage, name) => {
  /** @type {Awaited<ReturnType<typeof startEditors>>} */
  let server;

  before(async () => {
    server = await startEditors({ '/text.pdf': pdfOf(PDF) });
    await stage.driver.configure({ lang: 'en' });
  });
  after(() => server.close());

  /** @param {string} call of window.play @param {unknown[]} given */
  const play = (call, ...given) =>
    stage.driver.page.run((root, method, args) => root.defaultView.play[method](...args), call, given);

  /** @param {Way} way */
  async function reach(way) {
    if (way === 'all') return play('all');
    if (way === 'keys') return stage.driver.page.press('Control+a');
    const ends = await play('ends');
    const driver = /** @type {any} */ (stage.driver);
    return name === 'chromium' ? chromium.drag(driver.tab, ends) : firefox.drag(driver.browser, ends);
  }

  /** Some follow the mouse from time to time only, so a quick drag is made again. @param {Way} way @param {string} text */
  const select = (way, text) =>
    until('the component to have all selected', async () => {
      // What is selected already would be dragged along.
      await play('put', text);
      await reach(way);
      return bare(await play('selected')) === bare(text);
    });

  /** The menu of a component is opened on what it shows. @param {Asking} asking */
  async function ask(asking) {
    if (asking === 'shortcut') return stage.driver.command();
    if (name === 'chromium') return stage.driver.diagnose();
    const driver = /** @type {import('./drivers/firefox.mjs').FirefoxDriver} */ (stage.driver);
    const [left, top] = await play('ends');
    await firefox.clickAt(driver.browser, 'content', left + 20, top, 2);
    return driver.chooseFromMenu();
  }

  it('says that more may be selected than react-window has drawn', async () => {
    await stage.driver.visit(`${server.url}react-window.html`);
    await until('the component', () => stage.driver.page.run((root) => Boolean(root.defaultView.play)));
    await play('put', LONG);
    await stage.driver.page.press('Control+a');
    const view = await answerTo(stage.driver, () => stage.driver.command());
    assert.deepEqual(view.cards[0]?.scopes, ['Calendar.Event.Write']);
    const notes = await stage.driver
      .popover()
      .run((root) => [...root.querySelectorAll('li')].map((item) => item.textContent));
    assert.ok(notes.includes(CUT.message), notes.join('\n'));
    await stage.driver.popover().press('Escape');
  });

  it('reads the same selection again, which xterm keeps while the card has the keys', async () => {
    await stage.driver.visit(`${server.url}xterm.html?mac`);
    await until('the component', () => stage.driver.page.run((root) => Boolean(root.defaultView.play)));
    await select('drag', MID);
    for (const _ of ['once', 'twice']) {
      assertShows(await answerTo(stage.driver, () => stage.driver.command()), diagnose(MID));
      await stage.driver.popover().press('Escape');
      await until('the popover to go', async () => !(await stage.driver.hasPopover()));
    }
  });

  for (const { what, file, text, way, asking } of plays.filter((each) => each.silent !== name)) {
    it(`reads ${what}, by the ${asking}`, async () => {
      await stage.driver.visit(server.url + file);
      await until('the component', () => stage.driver.page.run((root) => Boolean(root.defaultView.play)));
      await select(way, text);
      const focus = () =>
        stage.driver.page.run((root) => `${root.activeElement?.tagName}.${root.activeElement?.classList[0]}`);
      const [held, before] = [await play('text'), await focus()];
      assertShows(await answerTo(stage.driver, () => ask(asking)), diagnose(text));
      await stage.driver.popover().press('Escape');
      await until('the popover to go', async () => !(await stage.driver.hasPopover()));
      assert.equal(await focus(), before);
      assert.equal(await play('text'), held);
    });
  }
});
