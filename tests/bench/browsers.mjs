// Prints one table: what the built package costs in Chromium and in Firefox. node tests/bench/browsers.mjs
// Pages of the package itself measure, so that the module and the policy are those that ship.
import { inChromium } from './chromium.mjs';
import { inFirefox } from './firefox.mjs';
import { withPages } from './package.mjs';
import { figuresOf } from './reading.mjs';
import { table } from './table.mjs';
import { wakingFigures } from './waking.mjs';

/** @import { Figure } from './page/measure.js' */

const PAGES = ['bench/bench.html', 'popup/bench.html', 'panel/bench.html'];

/** @type {Record<string, Figure[]>} */
const columns = {};
for (const [name, dist, open] of /** @type {const} */ ([
  ['chromium', 'chrome', inChromium],
  ['firefox', 'firefox', inFirefox],
])) {
  await withPages(dist, (folder) =>
    open(folder, async (browser) => {
      columns[name] = [];
      for (const page of PAGES) columns[name].push(...(await figuresOf(browser, page)));
    }),
  );
  columns[name]?.push(...(await wakingFigures(name)));
}
console.log(table(columns));
