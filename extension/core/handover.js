/** A text on its way to the popup. It is raw, so it stays for as long as a popup takes to open, and no longer. */

import { isNumber, listOf, oneOf, record, text } from './guards.js';

/** @import { Guard } from './guards.js' */
/** @import { Handover } from './types.js' */

/** A popup opens in a hundredth of this, and on a machine that is busy with something else in half of it. */
const LIFE_MS = 60_000;

/** Interval at which a text that was left is looked after, in ms. Chrome ends a background that does nothing for half a minute, and then nobody would. */
const LOOK_MS = 10_000;

/** @type {Guard<Handover & { at: number }>} */
const isHandover = record({
  text: text(),
  why: oneOf([null, 'barred', 'small', 'removed']),
  notes: listOf(text()),
  at: isNumber,
});

/** @param {{ at: number }} handover */
const isFresh = ({ at: leftAt }) => Math.abs(Date.now() - leftAt) < LIFE_MS;

/** Leaves a text for the popup that opens next. @param {Handover} handover */
export async function leaveHandover(handover) {
  await chrome.storage.session.set({ handover: { ...handover, at: Date.now() } });
  watchHandover();
}

function watchHandover() {
  setTimeout(async () => {
    const isLeft = await dropStaleHandover().catch(() => false);
    if (isLeft) watchHandover();
  }, LOOK_MS);
}

/** No popup will take it. */
export const dropHandover = () => chrome.storage.session.remove('handover');

/**
 * Takes a text away that no popup has taken, for a background may have ended before it could.
 * @returns {Promise<boolean>} whether a fresh one is left
 */
export async function dropStaleHandover() {
  const { handover } = await chrome.storage.session.get('handover');
  const isLeft = isHandover(handover) && isFresh(handover);
  if (handover !== undefined && !isLeft) await dropHandover();
  return isLeft;
}

/** Takes the text away, so that the next popup opens empty. @returns {Promise<Handover | null>} */
export async function takeHandover() {
  const { handover } = await chrome.storage.session.get('handover');
  await dropHandover();
  if (!isHandover(handover) || !isFresh(handover)) return null;
  const { text, why, notes } = handover;
  return { text, why, notes };
}
