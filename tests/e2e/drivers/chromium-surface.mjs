// A document of Chromium's as the suites see it.
import { steady } from '../clients/until.mjs';
import { press } from './chromium-input.mjs';
import { middle } from './in-page.mjs';

/** @import { Frame, Page } from 'puppeteer-core' */
/** @import { Sent, Surface } from './types.mjs' */

/**
 * @param {Page | Frame} place whose document it is
 * @param {Page} page where its keys are pressed
 * @param {(x: number, y: number) => Promise<void>} clickAt takes CSS pixels of the place's own viewport
 * @returns {Surface}
 */
export function documentOf(place, page, clickAt = (x, y) => page.mouse.click(x, y)) {
  return {
    run: (run, ...args) => place.evaluate(callOf(run, 'document', args)),
    press: (key) => press(page, key),
    click: async (selector) => {
      const [x, y] = await steady(() => place.evaluate(callOf(middle, 'document', [selector])));
      await clickAt(x, y);
    },
  };
}

/**
 * The call of a function by its text.
 * @param {Sent} run @param {string} first its first argument, as an expression @param {unknown[]} args the others: JSON values
 * @returns {any} an expression, of whose value nothing is known
 */
export function callOf(run, first, args) {
  return `(${run})(${[first, ...args.map((arg) => JSON.stringify(arg) ?? 'undefined')]})`;
}
