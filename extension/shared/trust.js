/**
 * Who sent a message. Tiers of trust, each of which may say what it needs and nothing else: our own pages, above our devtools
 * page, above our script in somebody's page, whose process the page may have taken over. All others have no tier.
 *
 * @typedef {'page' | 'devtools' | 'script'} Tier
 */

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
