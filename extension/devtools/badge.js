/** Counts the distinct causes of refusals in the tab for the toolbar button, which the background alone may set. */

/** @import { Row } from '../shared/types.js' */
/** @import { BadgeMessage } from '../shared/messages.js' */

/** Calls come in bursts, and the number is read at leisure. */
const DELAY_MS = 200;

/** @param {Row[]} rows */
export const countCauses = (rows) =>
  new Set(rows.filter(({ source, cause }) => source === null && cause !== '').map(({ cause }) => cause)).size;

/**
 * @param {number} tabId
 * @param {() => Row[]} rows
 * @returns {{ update: (again?: boolean) => void }} `again`: the browser has dropped the number, so tell it in any case
 */
export function keepBadge(tabId, rows) {
  let told = 0;
  let timer = /** @type {ReturnType<typeof setTimeout> | 0} */ (0);
  /** @param {number} count */
  const tell = (count) => {
    told = count;
    /** @type {BadgeMessage} */
    const message = { type: 'badge', tabId, count };
    chrome.runtime.sendMessage(message).catch(() => {});
  };
  addEventListener('pagehide', () => tell(0));
  return {
    update(again = false) {
      if (again) told = -1;
      timer ||= setTimeout(() => {
        timer = 0;
        const count = countCauses(rows());
        if (count !== told) tell(count);
      }, DELAY_MS);
    },
  };
}
