// Where the card stands beside components that take the keys in a hidden field: the selection that they draw stays in sight, or, where
// they mark none, all of them.
import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import { samples } from '../demo/samples.mjs';
import { until } from './clients/until.mjs';
import { drawnBox, selectAll } from './editors/in-page.mjs';
import { startEditors } from './editors/server.mjs';
import { startHostile } from './hostile/server.mjs';
import { standing } from './placing-page.mjs';
import { inBothBrowsers } from './stage.mjs';

/** @typedef {import('./placing-page.mjs').Box} Box */

/** @param {Box} a @param {Box} b */
const overlap = (a, b) =>
  Math.min(a.right, b.right) > Math.max(a.left, b.left) && Math.min(a.bottom, b.bottom) > Math.max(a.top, b.top);

/** What each marks its selection with. @type {{what: string, file: string, marks: string}[]} */
const editors = [
  { what: 'Monaco', file: 'monaco.html', marks: '.selected-text' },
  { what: 'Ace', file: 'ace.html', marks: '.ace_selection' },
  { what: 'CodeMirror', file: 'codemirror.html', marks: '.cm-selectionBackground' },
  { what: 'xterm', file: 'xterm.html?mac', marks: '.xterm-selection div' },
];

inBothBrowsers('the card beside components', (stage) => {
  /** @type {Awaited<ReturnType<typeof startEditors>>} */
  let server;
  /** @type {Awaited<ReturnType<typeof startHostile>>} */
  let plain;

  before(async () => {
    server = await startEditors();
    plain = await startHostile({ words: {} });
    await stage.driver.configure({ lang: 'en' });
  });
  after(() => Promise.all([server.close(), plain.close()]));

  for (const { what, file, marks } of editors) {
    it(`leaves in sight what ${what} draws as selected`, async () => {
      await stage.driver.visit(server.url + file);
      await until('the component', () => stage.driver.page.run((root) => Boolean(root.defaultView.play)));
      await stage.driver.page.run(selectAll, samples.nothing);
      const selection = await until('the selection', () => stage.driver.page.run(drawnBox, marks));
      await stage.driver.command();
      const card = await standing(stage.driver);
      await stage.driver.popover().press('Escape');
      assert.ok(!overlap(card, selection), JSON.stringify({ card, selection }));
      assert.ok(Math.abs(card.top - selection.bottom - 8) < 1, `just below it: ${JSON.stringify({ card, selection })}`);
    });
  }

  it('stands beside a component that marks nothing', async () => {
    await stage.driver.visit(`${plain.url}place-editor.html`);
    const editor = await stage.driver.page.run(drawnBox, '#editor');
    await stage.driver.command();
    const card = await standing(stage.driver);
    await stage.driver.popover().press('Escape');
    assert.ok(!overlap(card, editor), JSON.stringify({ card, editor }));
  });
});
