// A page of the built package that measures the package: the real module, under the policy that ships.
import { exchanges } from './entries.js';
import { longBody, smallBody } from './sift.js';
import { smallRefusal } from './small-refusal.js';

/** @import { Figure } from './measure.js' */

/** Writes what a list of parts measured, or why it could not, into the page. @param {(() => Promise<Figure[]>)[]} parts */
async function run(parts) {
  const figures = /** @type {HTMLElement} */ (document.getElementById('figures'));
  try {
    /** @type {Figure[]} */
    const found = [];
    for (const part of parts) found.push(...(await part()));
    figures.textContent = JSON.stringify({ figures: found });
  } catch (error) {
    figures.textContent = JSON.stringify({ error: error instanceof Error ? `${error}\n${error.stack}` : String(error) });
  }
}

await run([smallRefusal, exchanges, smallBody, longBody]);
