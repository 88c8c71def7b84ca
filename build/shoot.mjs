// Plays every scene in each browser found, leaves pictures and a contact sheet of them in dist/screenshots, makes the stores'
// pictures of some of them, and prints a diagnosis as text. Usage: node build/shoot.mjs [BROWSER]
import { mkdir, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { samples } from '../tests/demo/samples.mjs';
import { startDemo } from '../tests/demo/server.mjs';
import { openChromium } from '../tests/e2e/drivers/chromium.mjs';
import { openFirefox } from '../tests/e2e/drivers/firefox.mjs';
import { run } from '../tests/support/command-line.mjs';
import { root } from '../tests/support/paths.mjs';
import { shootScenes } from './shoot/scenes.mjs';
import { drawSheet } from './shoot/sheet.mjs';
import { drawStore } from './shoot/store.mjs';

const folder = path.join(root, 'dist/screenshots');
const wanted = process.argv[2];

const openers = {
  chromium: { open: openChromium, dist: 'dist/chrome', found: process.env.SCOPELENS_CHROMIUM },
  firefox: { open: openFirefox, dist: 'dist/firefox', found: process.env.SCOPELENS_FIREFOX },
};

/** The other browser's pictures stay. @param {string} name */
async function removeOld(name) {
  for (const file of await readdir(folder)) if (file.includes(name)) await rm(path.join(folder, file));
}

await mkdir(folder, { recursive: true });
const demo = await startDemo();
for (const [name, { open, dist, found }] of Object.entries(openers)) {
  if (wanted ? wanted !== name : !found) continue;
  await removeOld(name);
  const driver = await open({ dist: path.join(root, dist) });
  try {
    const shots = await shootScenes(driver, demo.url, folder);
    await drawSheet(driver, shots, folder);
    // Firefox cuts what is wider than its window.
    if (name === 'chromium') await drawStore(driver, shots, folder);
  } finally {
    await driver.close();
  }
}
await demo.close();

console.log('\nThe same from the command line, on the text of the log viewer:\n');
console.log(run(samples.log));
