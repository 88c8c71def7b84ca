// The keys by which the extension is asked, pressed for real. Firefox gives them to the page first.
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, afterEach, before, describe, it } from 'node:test';
import { samples } from '../demo/samples.mjs';
import { diagnose } from '../support/command-line.mjs';
import { at } from '../support/paths.mjs';
import { answerTo, assertShows, shownCards } from './cards.mjs';
import { SUITE_PATIENCE, until } from './clients/until.mjs';
import { openFirefox } from './drivers/firefox.mjs';
import { inWindow } from './drivers/firefox-window.mjs';
import { select } from './drivers/in-page.mjs';
import { startHostile } from './hostile/server.mjs';
import { wanted } from './stage.mjs';

/** @import { FirefoxDriver } from './drivers/firefox.mjs' */

const TEXT = samples.go;
const DIAGNOSE = 'diagnose-selection';
const OPEN_POPUP = '_execute_action';

const skip = !wanted.includes('firefox');

describe('keys in pages that take them (firefox)', { timeout: SUITE_PATIENCE, skip }, () => {
  /** @type {Awaited<ReturnType<typeof startHostile>>} */
  let server;
  /** @type {FirefoxDriver} */
  let driver;

  before(async () => {
    server = await startHostile({ words: { text: TEXT } });
    driver = await openFirefox({ dist: at('dist/firefox') });
    await driver.configure({ lang: 'en' });
  });
  after(async () => {
    await driver?.close();
    await server?.close();
  });
  afterEach(() => driver.closePopup());

  /** @param {string} page */
  async function selectedIn(page) {
    await driver.visit(`${server.url}${page}.html`);
    await driver.page.run(select, '#text');
  }

  it('diagnoses where the page takes what comes with Alt, as terminals do, and types nothing there', async () => {
    await selectedIn('terminal-keys');
    assertShows(await answerTo(driver, () => driver.command(DIAGNOSE)), diagnose(TEXT));
    assert.equal((await driver.page.run(fieldText)).trim(), TEXT.trim());
    await driver.popover().press('Escape');
  });

  it('opens the popup with what is selected', async () => {
    await selectedIn('textarea');
    await driver.command(OPEN_POPUP);
    assertShows(await shownCards(await driver.openedPopup(), '#result'), diagnose(TEXT));
  });

  it('leaves the toolbar button where the page takes every key', async () => {
    await selectedIn('every-key');
    await driver.command(DIAGNOSE);
    await until('the page to have taken it', () => driver.page.run((root) => root.defaultView.taken === 3));
    assertShows(await shownCards(await driver.popup(), '#result'), diagnose(TEXT));
    assert.equal(await driver.hasPopover(), false);
  });
});

describe('keys after an update (firefox)', { timeout: SUITE_PATIENCE, skip }, () => {
  const earlier = mkdtempSync(path.join(os.tmpdir(), 'scopelens-earlier-'));
  /** @type {FirefoxDriver} */
  let driver;

  before(() => {
    cpSync(at('dist/firefox'), earlier, { recursive: true });
    const file = path.join(earlier, 'manifest.json');
    const manifest = JSON.parse(readFileSync(file, 'utf8'));
    manifest.version = '0.0.1';
    manifest.commands[DIAGNOSE].suggested_key = { default: 'Alt+Shift+D' };
    writeFileSync(file, JSON.stringify(manifest));
  });
  after(() => rmSync(earlier, { recursive: true, force: true }));
  afterEach(() => driver?.close());

  const bound = () => inWindow(driver.browser, boundKey, driver.id, DIAGNOSE);

  /** The key after an update from the earlier version, where it was the earlier default or somebody's own choice. @param {string} [chosen] */
  async function afterUpdate(chosen) {
    driver = await openFirefox({ dist: earlier });
    assert.equal(await bound(), 'Alt+Shift+D');
    if (chosen !== undefined) await inWindow(driver.browser, chooseKey, driver.id, DIAGNOSE, chosen);
    await driver.browser.send('Addon:Install', { path: at('dist/firefox'), temporary: true });
    await until('the new version', () =>
      inWindow(driver.browser, isOfVersion, driver.id, versionOf(at('dist/firefox'))),
    );
    return bound();
  }

  it('the default is the new one', async () => {
    const { commands } = JSON.parse(readFileSync(at('dist/firefox/manifest.json'), 'utf8'));
    assert.equal(await afterUpdate(), commands[DIAGNOSE].suggested_key.default);
  });

  for (const [what, chosen] of [
    ['somebody’s own choice', 'Alt+Shift+X'],
    ['none, where it was taken away', ''],
  ]) {
    it(`${what} stays`, async () => assert.equal(await afterUpdate(chosen), chosen));
  }
});

/** @param {string} dist */
const versionOf = (dist) => JSON.parse(readFileSync(path.join(dist, 'manifest.json'), 'utf8')).version;

/** @param {Document} root */
const fieldText = (root) => /** @type {HTMLTextAreaElement} */ (root.querySelector('#text')).value;

/** @param {string} id @param {string} name */
async function boundKey(id, name) {
  // @ts-expect-error -- Firefox's own
  const commands = await WebExtensionPolicy.getByID(id).extension.shortcuts.allCommands();
  return commands.find((/** @type {any} */ command) => command.name === name).shortcut;
}

/** As the add-ons page does. @param {string} id @param {string} name @param {string} shortcut */
async function chooseKey(id, name, shortcut) {
  // @ts-expect-error -- Firefox's own
  await WebExtensionPolicy.getByID(id).extension.shortcuts.updateCommand({ name, shortcut });
}

/** @param {string} id @param {string} version */
function isOfVersion(id, version) {
  // @ts-expect-error -- Firefox's own
  return WebExtensionPolicy.getByID(id)?.extension?.version === version;
}
