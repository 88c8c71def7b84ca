/** The person's activity in the panel, reported to the devtools page: then it looks for calls that the browser does not report by itself. */

/** @import { Devtools } from '../core/messages.js' */

/** Least time between two reports, in ms. */
const EVERY_MS = 1000;

/** @param {Devtools} devtools */
export function bindActivity(devtools) {
  let last = 0;
  const look = () => {
    if (Date.now() - last < EVERY_MS) return;
    last = Date.now();
    devtools.notify('activity', {});
  };
  for (const type of ['pointermove', 'pointerdown', 'keydown', 'focus', 'wheel'])
    addEventListener(type, look, { capture: true, passive: true });
}
