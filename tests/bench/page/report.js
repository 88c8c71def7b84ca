/** @import { Figure } from './measure.js' */

/** The place where the one who drives the browser reads. @returns {HTMLElement} */
export function place() {
  const found = document.getElementById('figures') ?? document.body.appendChild(document.createElement('output'));
  found.id = 'figures';
  return found;
}

/** Writes what a list of parts measured, or why it could not, into the page. @param {(() => Promise<Figure[]>)[]} parts */
export async function report(parts) {
  try {
    /** @type {Figure[]} */
    const figures = [];
    for (const part of parts) figures.push(...(await part()));
    place().textContent = JSON.stringify({ figures });
  } catch (error) {
    place().textContent = JSON.stringify({
      error: error instanceof Error ? `${error}\n${error.stack}` : String(error),
    });
  }
}
