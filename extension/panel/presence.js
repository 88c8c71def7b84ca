/** Tells the devtools page that a person is at the panel: then it looks for calls that the browser tells nothing of by itself. */

/** @import { PanelMessage } from '../shared/channel.js' */

/** So often at most, in ms. */
const EVERY_MS = 1000;

/** @param {(message: PanelMessage) => void} tell */
export function bindPresence(tell) {
  let last = 0;
  const look = () => {
    if (Date.now() - last < EVERY_MS) return;
    last = Date.now();
    tell({ type: 'look' });
  };
  for (const type of ['pointermove', 'pointerdown', 'keydown', 'focus', 'wheel'])
    addEventListener(type, look, { capture: true, passive: true });
}
