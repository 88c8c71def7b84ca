// Chromium with a window: its own menu on components that draw their own selection, which a headless one cannot draw.
import { after, before, describe, it } from 'node:test';
import { samples } from '../demo/samples.mjs';
import { diagnose } from '../support/command-line.mjs';
import { at } from '../support/paths.mjs';
import { answerTo, assertShows } from './cards.mjs';
import { SUITE_PATIENCE, until } from './clients/until.mjs';
import { openChromium } from './drivers/chromium.mjs';
import { chooseByKey, openMenu, startDisplay } from './drivers/display.mjs';
import { drawnBox, selectAll } from './editors/in-page.mjs';
import { startEditors } from './editors/server.mjs';
import { wanted } from './stage.mjs';

const MID = [samples.java, samples.go, samples.log].join('\n');

/** What is clicked, and what a selection is marked with. @type {{what: string, file: string, line: string, marks: string}[]} */
const editors = [
  { what: 'Ace', file: 'ace.html', line: '.ace_line', marks: '.ace_selection' },
  { what: 'CodeMirror', file: 'codemirror.html', line: '.cm-line', marks: '.cm-selectionBackground' },
  { what: 'xterm', file: 'xterm.html', line: '.xterm-rows > div', marks: '.xterm-selection div' },
  { what: 'xterm on Windows', file: 'xterm.html?windows', line: '.xterm-rows > div', marks: '.xterm-selection div' },
];

describe('the browser’s own menu on components (chromium, with a window)', {
  timeout: SUITE_PATIENCE,
  skip: !wanted.includes('chromium'),
}, () => {
  /** @type {Awaited<ReturnType<typeof startDisplay>>} */
  let display;
  /** @type {Awaited<ReturnType<typeof startEditors>>} */
  let server;
  /** @type {Awaited<ReturnType<typeof openChromium>>} */
  let driver;

  before(async () => {
    display = await startDisplay();
    server = await startEditors();
    driver = await openChromium({ dist: at('dist/chrome'), headless: false, env: { DISPLAY: display.name } });
    await driver.configure({ lang: 'en' });
  });
  after(async () => {
    await driver?.close();
    await server?.close();
    display?.close();
  });

  for (const { what, file, line, marks } of editors) {
    it(`reads what is selected in ${what}`, async () => {
      await driver.visit(server.url + file);
      await until('the component', () => driver.page.run((root) => Boolean(root.defaultView.play)));
      await driver.page.run(selectAll, MID);
      await until('the selection', () => driver.page.run(drawnBox, marks));
      const menu = await openMenu(display, driver, line);
      assertShows(await answerTo(driver, () => chooseByKey(menu, () => display.xdotool('key', 'd'))), diagnose(MID));
    });
  }
});
