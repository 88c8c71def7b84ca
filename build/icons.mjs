// Draws the icons of extension/icons anew from icon.svg, in Chromium. They are kept in the tree: another version of the browser may
// draw other bytes, and the packages must not depend on it. Usage: node build/icons.mjs
import { readFileSync, writeFileSync } from 'node:fs';
import { launchChromium } from '../tests/e2e/clients/cdp.mjs';
import { at } from '../tests/support/paths.mjs';

const SIZES = [16, 32, 48, 128];

const browser = await launchChromium();
const tab = await browser.target('a tab', (each) => each.type === 'page');
const svg = readFileSync(at('extension/icons/icon.svg'), 'utf8');
await tab.send('Emulation.setDefaultBackgroundColorOverride', { color: { r: 0, g: 0, b: 0, a: 0 } });
for (const size of SIZES) {
  await tab.evaluate(draw, svg, size);
  const { data } = await tab.send('Page.captureScreenshot', {
    format: 'png',
    clip: { x: 0, y: 0, width: size, height: size, scale: 1 },
  });
  writeFileSync(at(`extension/icons/icon-${size}.png`), Buffer.from(data, 'base64'));
}
await browser.close();

/** @param {string} svg @param {number} size */
async function draw(svg, size) {
  const image = new Image(size, size);
  image.src = `data:image/svg+xml,${encodeURIComponent(svg)}`;
  await image.decode();
  document.body.style.margin = '0';
  image.style.display = 'block';
  document.body.replaceChildren(image);
}
