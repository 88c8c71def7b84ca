/** What outlives a popup or the background, but never the browser session. */

/** @import { Answer, Handover, Last } from './types.js' */

/** Keeps an answer as the session's last, without the reports: those quote the reply. @param {Answer} answer */
export function rememberLast(answer) {
  const cards = answer.cards.map((card) => ({ ...card, report: null }));
  return chrome.storage.session.set({ last: { answer: { ...answer, cards }, at: Date.now() } });
}

/** @returns {Promise<Last | null>} */
export async function readLast() {
  const { last } = await chrome.storage.session.get('last');
  return /** @type {Last | undefined} */ (last) ?? null;
}

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
