// Reads figures off a page while it measures.
import { pause } from './pause.mjs';

/** @import { Figure } from './page/measure.js' */

/**
 * A browser with the package in it.
 * @typedef {object} Browser
 * @property {(page: string) => Promise<void>} show   a page of the package, by its path
 * @property {(run: () => any) => Promise<any>} run   a function in that page
 * @property {() => Promise<number>} memory           bytes that the page's scripts hold, garbage left out
 */

/** Measuring takes minutes; longer than this and something hangs. */
const LIMIT_MS = 10 * 60_000;

/** So often the page is looked at: seldom, for that costs it time. */
const LOOK_MS = 500;

/** @returns {{text: string, stage: string}} */
function look() {
  const place = document.getElementById('figures');
  return { text: place?.textContent ?? '', stage: place?.dataset.stage ?? '' };
}

function goOn() {
  const place = document.getElementById('figures');
  if (place) place.dataset.stage = '';
}

/** @param {Browser} browser @param {string} page @returns {Promise<Figure[]>} */
export async function figuresOf(browser, page) {
  await browser.show(page);
  /** @type {Record<string, number>} */
  const memory = {};
  for (const end = Date.now() + LIMIT_MS; Date.now() < end; await pause(LOOK_MS)) {
    const { text, stage } = await browser.run(look);
    if (stage) {
      memory[stage] = await browser.memory();
      await browser.run(goOn);
    }
    if (!text) continue;
    const { figures, error } = JSON.parse(text);
    if (error) throw new Error(error);
    return [...figures, ...growth(memory, figures.at(0)?.group ?? '')];
  }
  throw new Error(`${page} gave no figures in time`);
}

/** @param {Record<string, number>} memory @param {string} group @returns {Figure[]} */
function growth({ before, after }, group) {
  if (before === undefined || after === undefined) return [];
  return [{ group, name: 'memory that they take', value: `${((after - before) / 1e6).toFixed(1)} MB` }];
}
