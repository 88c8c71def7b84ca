// A document of Chromium's as the suites see it.
import { steady } from '../clients/until.mjs';
import { clickAt, press } from './chromium-input.mjs';
import { middle } from './in-page.mjs';

/** @import { Target } from '../clients/cdp.mjs' */
/** @import { Surface } from './types.mjs' */

/** @param {Target} target @returns {Surface} */
export function documentOf(target) {
  return {
    run: (run, ...args) => target.evaluate(`(...args) => (${run})(document, ...args)`, ...args),
    press: (key) => press(target, key),
    click: async (selector) => {
      const [x, y] = await steady(() => target.evaluate(`selector => (${middle})(document, selector)`, selector));
      await clickAt(target, x, y);
    },
  };
}

/** A PNG of what is on show, or of an area of the whole. @param {Target} target @param {{ x: number, y: number, width: number, height: number }} [area] */
export async function capture(target, area) {
  const beyond = area ? { clip: { ...area, scale: 1 }, captureBeyondViewport: true } : {};
  const { data } = await target.send('Page.captureScreenshot', { format: 'png', ...beyond });
  return Buffer.from(data, 'base64');
}
