// Draws the icons of extension/icons anew from icon.svg, in Chromium. They are kept in the tree: another version of the browser may
// draw other bytes, and the packages must not depend on it. Usage: node build/icons.mjs
import { readFileSync, writeFileSync } from 'node:fs';
import { closeChromium, launchChromium } from '../tests/e2e/clients/chromium.mjs';
import { at } from '../tests/support/paths.mjs';

const SIZES = [16, 32, 48, 128];

const browser = await launchChromium();
const [tab] = await browser.pages();
if (!tab) throw new Error('Chromium has no tab');
const svg = readFileSync(at('extension/icons/icon.svg'), 'utf8');
for (const size of SIZES) {
  await tab.evaluate(draw, svg, size);
  const clip = { x: 0, y: 0, width: size, height: size };
  writeFileSync(at(`extension/icons/icon-${size}.png`), await tab.screenshot({ clip, omitBackground: true }));
}
await closeChromium(browser);

/** @param {string} svg @param {number} size */
async function draw(svg, size) {
  const image = new Image(size, size);
  image.src = `data:image/svg+xml,${encodeURIComponent(svg)}`;
  await image.decode();
  document.body.style.margin = '0';
  image.style.display = 'block';
  document.body.replaceChildren(image);
}
