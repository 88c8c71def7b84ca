/** Tells the devtools page that a person is at the panel: then it looks for calls that the browser tells nothing of by itself. */

/** @import { Devtools } from '../core/messages.js' */

/** So often at most, in ms. */
const EVERY_MS = 1000;

/** @param {Devtools} devtools */
export function bindActivity(devtools) {
  let last = 0;
  const look = () => {
    if (Date.now() - last < EVERY_MS) return;
    last = Date.now();
    devtools.tell('activity', {});
  };
  for (const type of ['pointermove', 'pointerdown', 'keydown', 'focus', 'wheel'])
    addEventListener(type, look, { capture: true, passive: true });
}
