/**
 * What is said to the background, and what comes back from scripts in pages: each value is looked at before it is used. A
 * message is believed if its sender's tier may send it and its shape is right; anything else is dropped without a word.
 *
 * @import { Reading } from './types.js'
 * @import { Tier } from './trust.js'
 *
 * @typedef {{ type: 'handover', text: string }} HandoverMessage the page fights the popover: use the popup
 * @typedef {{ type: 'waiting' }} WaitingMessage no answer has come: the background is to see what it left undone
 * @typedef {{ type: 'badge', tabId: number, count: number }} BadgeMessage what the toolbar button is to say in a tab
 * @typedef {HandoverMessage | WaitingMessage | BadgeMessage} Message
 */

import { membersOf } from './checked.js';
import { ROW_LIMITS } from './settings.js';
import { tierOf } from './trust.js';

/** Longest text that is taken from a selection or a message, in UTF-16 units. */
export const TEXT_CAP = 256 * 1024;

/** A tool window lists no more rows than this, so it has no more causes either. */
const COUNT_CAP = ROW_LIMITS.most;
const ID_CAP = 2 ** 31 - 1;

/** Why a frame gives no text. */
const LACKS = ['empty', 'password', 'foreign'];

/** Why a text may be a part only. @type {unknown[]} */
const PARTS = [null, 'field', 'rows'];

/** Zoomed pages have sizes that are no whole numbers. @param {unknown} value */
const isSize = (value) => typeof value === 'number' && Number.isFinite(value) && value >= 0;

/** @param {unknown} value @param {number} most */
const isCount = (value, most) => isSize(value) && Number.isInteger(value) && Number(value) <= most;

/** @param {unknown} value @returns {value is string} */
const isText = (value) => typeof value === 'string' && value.length <= TEXT_CAP;

/** Who may say it, and what it looks like. @type {Record<string, { tier: Tier, fits: (message: any) => boolean }>} */
const KINDS = {
  handover: { tier: 'script', fits: ({ text }) => isText(text) },
  waiting: { tier: 'script', fits: () => true },
  badge: { tier: 'devtools', fits: ({ tabId, count }) => isCount(tabId, ID_CAP) && isCount(count, COUNT_CAP) },
};

/**
 * @param {unknown} value
 * @param {chrome.runtime.MessageSender | undefined} sender
 * @returns {Message | null} null where it is not to be believed
 */
export function believed(value, sender) {
  const message = membersOf(value);
  const { type } = message;
  if (typeof type !== 'string' || !Object.hasOwn(KINDS, type)) return null;
  const kind = KINDS[type];
  return kind?.tier === tierOf(sender) && kind.fits(message) ? /** @type {Message} */ (value) : null;
}

/** What a script in a page says it has read. @param {unknown} value @returns {Reading | null} */
export function asReading(value) {
  const { text, total, part, lack, width, height, focused } = membersOf(value);
  const words = isText(text) && LACKS.includes(String(lack)) && PARTS.includes(part) && typeof focused === 'boolean';
  const sizes = [total, width, height].every(isSize);
  return words && sizes ? /** @type {Reading} */ (value) : null;
}
