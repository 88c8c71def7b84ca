/**
 * The messages between a page's popover and the background. One union, one guard.
 *
 * @typedef {{ type: 'handover', text: string }} HandoverMessage the page fights the popover: use the popup
 * @typedef {HandoverMessage} Message
 */

/** Longest text that is taken from a selection or a message, in UTF-16 units. */
export const TEXT_CAP = 256 * 1024;

/** @param {unknown} value @returns {value is Message} */
function isMessage(value) {
  if (typeof value !== 'object' || value === null) return false;
  const { type, text } = /** @type {Record<string, unknown>} */ (value);
  return type === 'handover' && typeof text === 'string' && text.length <= TEXT_CAP;
}

/**
 * Lets a message through when our own popover, in a frame of a tab, sent it. Anything in doubt is refused.
 * @param {unknown} value
 * @param {chrome.runtime.MessageSender} sender
 * @returns {Message | null}
 */
export function fromPopover(value, sender) {
  const ours = sender.id === chrome.runtime.id && sender.tab !== undefined;
  const inPage = sender.url !== undefined && !sender.url.startsWith(chrome.runtime.getURL(''));
  return ours && inPage && isMessage(value) ? value : null;
}
