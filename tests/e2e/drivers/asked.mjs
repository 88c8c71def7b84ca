// Who asked for what of other machines. What a browser asks for its own services is nobody's of ours, and is left out.

/**
 * `by` is who asked: "extension" for its background and its pages; "page" for a document in a tab and all that stands in it, its content
 * scripts too, for both browsers have those ask in the page's name (so a page counts as well, and those that are played here ask nobody);
 * "tab" for an address that was opened in a tab from outside of any document, as Chromium tells it of a background's.
 * @typedef {{by: 'extension' | 'page' | 'tab' | 'browser', url: string}} Asked
 */

/**
 * What would have left the machine, as "by url".
 * @param {Asked[]} all
 * @param {Record<string, string>} hosts those that a local server plays, and its address
 * @returns {string[]}
 */
export function leaving(all, hosts) {
  return all
    .filter(({ by, url }) => by !== 'browser' && leaves(new URL(url), hosts))
    .map(({ by, url }) => `${by} ${url}`);
}

/** @param {URL} url @param {Record<string, string>} hosts */
function leaves({ protocol, hostname }, hosts) {
  if (!/^(https?|wss?):$/.test(protocol)) return false;
  const isPlayed = Object.hasOwn(hosts, hostname) && hosts[hostname]?.startsWith(protocol);
  return !isPlayed && !/^(127\.\d+\.\d+\.\d+|localhost|\[::1\])$/.test(hostname);
}
