/** The number on the toolbar button. */

/** @import { BadgeMessage } from '../shared/messages.js' */

const COLOUR = '#b3261e';
const INK = '#ffffff';

/** More digits do not fit on the button. */
const MOST = 999;

/** Says how many distinct causes a tab has; nothing where it has none. @param {BadgeMessage} message */
export async function showBadge({ tabId, count }) {
  const text = count > MOST ? `${MOST}+` : String(count || '');
  await chrome.action.setBadgeBackgroundColor({ tabId, color: COLOUR });
  await chrome.action.setBadgeTextColor({ tabId, color: INK });
  await chrome.action.setBadgeText({ tabId, text });
}
