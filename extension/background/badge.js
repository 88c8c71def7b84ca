/** The number on the toolbar button. */

import { believed } from '../core/trust.js';

/** @import { BackgroundCalls } from '../core/messages.js' */
/** @typedef {BackgroundCalls['badge']['params']} Badge */

const COLOUR = '#b3261e';
const INK = '#ffffff';

/** Largest number that fits on the button. */
const MOST = 999;

/** Says how many distinct causes a tab has; nothing where it has none. @param {Badge} badge */
async function showBadge({ tabId, count }) {
  const text = count > MOST ? `${MOST}+` : String(count || '');
  await chrome.action.setBadgeBackgroundColor({ tabId, color: COLOUR });
  await chrome.action.setBadgeTextColor({ tabId, color: INK });
  await chrome.action.setBadgeText({ tabId, text });
}

/**
 * Serves a tool window's line. Where it breaks, the tool window has gone, or this background is about
 * to: then the line is tied anew.
 * @param {chrome.runtime.Port} port
 */
export function serveBadge(port) {
  /** @type {Badge | null} */
  let last = null;
  port.onMessage.addListener((value) => {
    const message = believed(value, port.sender);
    if (message?.name !== 'badge') return;
    last = message.params;
    showBadge(last).catch((error) => console.error('Scopelens:', error));
  });
  // The tab may have gone as well.
  port.onDisconnect.addListener(() => last && showBadge({ ...last, count: 0 }).catch(() => {}));
}
