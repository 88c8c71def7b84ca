// A browser for a person: the extension loaded, the demo page open. Ends when the browser is closed.
// Usage: node build/run.mjs BROWSER LANG, where BROWSER may be empty.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { startDemo } from '../tests/demo/server.mjs';
import { openChromium } from '../tests/e2e/drivers/chromium.mjs';
import { openFirefox } from '../tests/e2e/drivers/firefox.mjs';

const [wanted = '', lang = 'en'] = process.argv.slice(2);
const name = wanted || (process.env.SCOPELENS_CHROMIUM ? 'chromium' : 'firefox');
const root = path.resolve(import.meta.dirname, '..');

if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) {
  console.error('No display here: ./build.sh run --headless drives the extension without one.');
  process.exit(1);
}

const [open, dist] = name === 'chromium' ? [openChromium, 'dist/chrome'] : [openFirefox, 'dist/firefox'];
const demo = await startDemo();
const driver = await open({ dist: path.join(root, dist), headless: false, offline: false });
await driver.configure({ lang });
await driver.visit(`${demo.url}?lang=${lang}`);
const { commands } = JSON.parse(await readFile(path.join(root, dist, 'manifest.json'), 'utf8'));
const key = commands['diagnose-selection'].suggested_key.default;
console.log(`Scopelens is loaded, and the demo is at ${demo.url}?lang=${lang}
  Select a text on the page, right-click it, and choose the Scopelens item (or press ${key}).
  Or press F12, go to the Scopelens panel, and use the page's buttons.
  Or click the Scopelens button in the toolbar: it reads what is selected, and takes what is pasted.
Close the browser to end.`);
// Ctrl+C reaches the browser as well; its end is ours, after its profile is taken away.
process.on('SIGINT', () => {});
await driver.ended();
await driver.close();
await demo.close();
