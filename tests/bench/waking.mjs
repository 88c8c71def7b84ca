// How long a click on the menu's item waits for its card while the background is dead: from the click, as the browser is told
// of it, to the end of the first frame that shows the card. Browser, page and this process share the machine's clock.
// node tests/bench/waking.mjs [BROWSER] prints that row alone.
import { startDemo } from '../demo/server.mjs';
import { until } from '../e2e/clients/until.mjs';
import { openDemo } from '../e2e/demo-page.mjs';
import { select } from '../e2e/drivers/in-page.mjs';
import { killables } from '../e2e/drivers/killable.mjs';
import { inOrder } from './page/measure.js';
import { pause } from './pause.mjs';
import { table } from './table.mjs';

/** @import { Figure } from './page/measure.js' */

const KILLS = 20;

/** A browser has this to come to rest after a kill, in ms. */
const REST_MS = 300;

/** Notes in the page when the popover's first frame has been handed on. @param {Document} root */
function watch(root) {
  const observer = new MutationObserver(() => {
    if (!root.querySelector('[data-scopelens="popover"]')) return;
    observer.disconnect();
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        root.documentElement.dataset.painted = String(performance.timeOrigin + performance.now());
      };
      port2.postMessage(null);
    });
  });
  observer.observe(root.documentElement, { childList: true, subtree: true });
}

/** @param {import('../e2e/drivers/killable.mjs').KillableBrowser} browser @param {string} url @returns {Promise<number>} in ms */
async function timeOfClick({ driver, kill, openMenu, choose }, url) {
  await openDemo(driver, url);
  await driver.page.run(select, '#java');
  await driver.page.run(watch);
  await openMenu('#java');
  await kill();
  await pause(REST_MS);
  const at = await choose();
  return Number(await until('the popover', () => driver.page.run((root) => root.documentElement.dataset.painted))) - at;
}

/** @param {'chromium' | 'firefox'} name @param {string} [dist] @returns {Promise<Figure[]>} */
export async function wakingFigures(name, dist) {
  const demo = await startDemo();
  const killable = await killables[name](dist);
  try {
    await killable.driver.configure({ lang: 'en' });
    const times = [];
    for (let i = 0; i < KILLS; i++) times.push(1000 * (await timeOfClick(killable, `${demo.url}?${i}`)));
    return [
      { group: `a click while the background is dead, ${KILLS} kills`, name: 'to the painted card', ...inOrder(times) },
    ];
  } finally {
    await killable.close();
    await demo.close();
  }
}

if (import.meta.filename === process.argv[1]) {
  const names = /** @type {('chromium' | 'firefox')[]} */ (
    process.argv.length > 2 ? process.argv.slice(2) : Object.keys(killables)
  );
  /** @type {Record<string, Figure[]>} */
  const columns = {};
  for (const name of names) columns[name] = await wakingFigures(name);
  console.log(table(columns));
}
