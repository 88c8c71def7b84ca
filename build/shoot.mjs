// Drives every surface once in each browser found, leaves pictures in dist/screenshots,
// and prints a diagnosis as text. Usage: node build/shoot.mjs [BROWSER]
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { samples } from '../tests/demo/samples.mjs';
import { startDemo } from '../tests/demo/server.mjs';
import { shownCards } from '../tests/e2e/cards.mjs';
import { until } from '../tests/e2e/clients/until.mjs';
import { makeCall, openDemo } from '../tests/e2e/demo-page.mjs';
import { openChromium } from '../tests/e2e/drivers/chromium.mjs';
import { openFirefox } from '../tests/e2e/drivers/firefox.mjs';
import { select } from '../tests/e2e/drivers/in-page.mjs';
import { run } from '../tests/support/command-line.mjs';

/** @typedef {import('../tests/e2e/drivers/types.mjs').Driver} Driver */

const root = path.resolve(import.meta.dirname, '..');
const folder = path.join(root, 'dist/screenshots');
const wanted = process.argv[2];

const openers = {
  chromium: { open: openChromium, dist: 'dist/chrome', found: process.env.SCOPELENS_CHROMIUM },
  firefox: { open: openFirefox, dist: 'dist/firefox', found: process.env.SCOPELENS_FIREFOX },
};

/** @param {Driver} driver @param {'page' | 'panel' | 'popup'} surface @param {string} name */
async function shoot(driver, surface, name) {
  const file = path.join(folder, `${driver.name}-${name}.png`);
  await writeFile(file, await driver.picture(surface));
  console.log(path.relative(root, file));
}

/** @param {Driver} driver @param {string} suffix */
async function shootPopover(driver, suffix) {
  await driver.page.run(select, '#java');
  await driver.diagnose();
  await shownCards(driver.popover(), '[data-scopelens="answer"]');
  await shoot(driver, 'page', `popover-${suffix}`);
  await driver.page.press('Escape');
}

/** @param {Driver} driver @param {string} suffix */
async function shootPopup(driver, suffix) {
  const popup = await driver.popup();
  await popup.run((place, text) => { place.querySelector('#paste').value = text; }, samples.oneline);
  await popup.click('#diagnose');
  await shownCards(popup, '#result');
  await shoot(driver, 'popup', `popup-${suffix}`);
  await driver.closePopup();
}

/** @param {Driver} driver @param {string} suffix */
async function shootPanel(driver, suffix) {
  const panel = await driver.panel();
  for (const id of ['user-token', 'user-granted', 'old-api', 'ip-list', 'gateway', 'app-token']) await makeCall(driver, id);
  await until('the rows', () => panel.run(place => place.querySelectorAll('[data-row]:not([hidden])').length >= 5));
  await panel.run(place => place.querySelector('[data-row]:not([hidden])').focus());
  await panel.press('Enter');
  await shownCards(panel);
  await shoot(driver, 'panel', `panel-${suffix}`);
  await panel.click('#tab-plan');
  await until('the plan', () => panel.run(place => place.querySelector('#plan .need')));
  await shoot(driver, 'panel', `plan-${suffix}`);
  await driver.closeTools();
}

/** @param {Driver} driver @param {string} url */
async function shootAll(driver, url) {
  for (const lang of ['en', 'zh-CN']) {
    await driver.configure({ lang });
    for (const dark of [false, true]) {
      const suffix = dark ? `${lang}-dark` : lang;
      await driver.dark(dark);
      await openDemo(driver, `${url}?lang=${lang}`);
      await shootPopover(driver, suffix);
      await shootPopup(driver, suffix);
      await shootPanel(driver, suffix);
    }
  }
}

await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });
const demo = await startDemo();
for (const [name, { open, dist, found }] of Object.entries(openers)) {
  if (wanted ? wanted !== name : !found) continue;
  const driver = await open({ dist: path.join(root, dist) });
  await shootAll(driver, demo.url).finally(() => driver.close());
}
await demo.close();

console.log('\nThe same from the command line, on the text of the log viewer:\n');
console.log(run(samples.log));
