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
    press: key => press(target, key),
    click: async selector => {
      const [x, y] = await steady(() => target.evaluate(`selector => (${middle})(document, selector)`, selector));
      await clickAt(target, x, y);
    },
  };
}
