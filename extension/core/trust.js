/**
 * Who sent a message. Tiers of trust, each of which may say what it needs and nothing else: our own pages, above our devtools
 * page, above our script in somebody's page, whose process the page may have taken over. All others have no tier.
 * A message is believed if its sender's tier may send it and its parameters have the right form; anything else is dropped
 * without a word.
 *
 * @import { BackgroundCalls, BackgroundMessage } from './messages.js'
 *
 * @typedef {'page' | 'devtools' | 'script'} Tier
 */

import { BACKGROUND } from './messages.js';
import { messageOf } from './rpc.js';

const DEVTOOLS = 'devtools/devtools.html';

/**
 * @param {chrome.runtime.MessageSender | undefined} sender as the browser tells it
 * @returns {Tier | null} null where anything is in doubt
 */
export function tierOf(sender) {
  if (sender?.id !== chrome.runtime.id || typeof sender.url !== 'string') return null;
  const home = chrome.runtime.getURL('');
  if (sender.url === home + DEVTOOLS) return 'devtools';
  if (sender.url.startsWith(home)) return 'page';
  const isInFrame = Number.isInteger(sender.tab?.id) && Number.isInteger(sender.frameId);
  return isInFrame ? 'script' : null;
}

/** Tier of each call's senders. @type {Record<keyof BackgroundCalls, Tier>} */
const SENDERS = { handover: 'script', waiting: 'script', badge: 'devtools' };

/**
 * @param {unknown} value what has come to the background
 * @param {chrome.runtime.MessageSender | undefined} sender
 * @returns {BackgroundMessage | null} null where it is not to be believed
 */
export function believed(value, sender) {
  const tier = tierOf(sender);
  if (!tier) return null;
  try {
    const message = messageOf(BACKGROUND, value);
    return SENDERS[message.name] === tier ? message : null;
  } catch {
    return null;
  }
}
