/**
 * The messages to the background: from a page's popover, and from our own devtools page. One guard each.
 *
 * @typedef {{ type: 'handover', text: string }} HandoverMessage the page fights the popover: use the popup
 * @typedef {{ type: 'badge', tabId: number, count: number }} BadgeMessage what the toolbar button is to say in a tab
 */

/** Longest text that is taken from a selection or a message, in UTF-16 units. */
export const TEXT_CAP = 256 * 1024;

/** @param {unknown} value @returns {value is HandoverMessage} */
function isHandover(value) {
  if (typeof value !== 'object' || value === null) return false;
  const { type, text } = /** @type {Record<string, unknown>} */ (value);
  return type === 'handover' && typeof text === 'string' && text.length <= TEXT_CAP;
}

/**
 * Lets a message through when our own popover, in a frame of a tab, sent it. Anything in doubt is refused.
 * @param {unknown} value
 * @param {chrome.runtime.MessageSender} sender
 * @returns {HandoverMessage | null}
 */
export function fromPopover(value, sender) {
  const ours = sender.id === chrome.runtime.id && sender.tab !== undefined;
  const inPage = sender.url !== undefined && !sender.url.startsWith(chrome.runtime.getURL(''));
  return ours && inPage && isHandover(value) ? value : null;
}

/** A tool window lists no more rows than this, so it has no more causes either. */
const COUNT_CAP = 100_000;

/** @param {unknown} value @returns {value is BadgeMessage} */
function isBadge(value) {
  if (typeof value !== 'object' || value === null) return false;
  const { type, tabId, count } = /** @type {Record<string, any>} */ (value);
  const isCount = Number.isInteger(count) && count >= 0 && count <= COUNT_CAP;
  return type === 'badge' && Number.isInteger(tabId) && tabId >= 0 && isCount;
}

/**
 * Lets a message through when our own devtools page sent it.
 * @param {unknown} value
 * @param {chrome.runtime.MessageSender} sender
 * @returns {BadgeMessage | null}
 */
export function fromDevtools(value, sender) {
  const ours = sender.id === chrome.runtime.id && sender.url === chrome.runtime.getURL('devtools/devtools.html');
  return ours && isBadge(value) ? value : null;
}
