/** A text on its way to the popup. */

/** @import { Handover } from './types.js' */

/** Leaves a text for the popup that opens next. @param {Handover} handover */
export function leaveHandover(handover) {
  return chrome.storage.session.set({ handover });
}

/** Takes the text away, so that the next popup opens empty. @returns {Promise<Handover | null>} */
export async function takeHandover() {
  const { handover } = await chrome.storage.session.get('handover');
  await chrome.storage.session.remove('handover');
  return /** @type {Handover | undefined} */ (handover) ?? null;
}
