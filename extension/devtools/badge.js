/** Counts the distinct causes of refusals in the tab for the toolbar button, which the background alone may set. */

/** @import { Row } from '../core/types.js' */
/** @import { BackgroundMessage } from '../core/messages.js' */

/** Calls come in bursts, and the number is read at leisure. */
const DELAY_MS = 200;

/** The browser stops an idle background, and the line to it breaks. It is tied anew after so long. */
const AGAIN_MS = 1000;

/** @param {Row[]} rows */
export const countCauses = (rows) =>
  new Set(rows.filter(({ source, cause }) => source === null && cause !== '').map(({ cause }) => cause)).size;

/** A line to the background, open while there is a number: where it breaks for good, the tool window has gone, and the number goes. */
class BadgePort {
  /** @type {chrome.runtime.Port | null} */
  #port = null;
  #sentCount = 0;

  /** @param {number} tabId */
  constructor(tabId) {
    this.tabId = tabId;
  }

  /** @param {number} count @param {boolean} anew whether the browser has forgotten the number */
  send(count, anew) {
    if (count === this.#sentCount && !anew) return;
    this.#sentCount = count;
    this.#port ??= this.#open();
    /** @type {BackgroundMessage} */
    const message = { name: 'badge', params: { tabId: this.tabId, count } };
    this.#port.postMessage(message);
    if (count) return;
    this.#port.disconnect();
    this.#port = null;
  }

  #open() {
    const port = chrome.runtime.connect({ name: 'badge' });
    port.onDisconnect.addListener(() => {
      this.#port = null;
      setTimeout(
        () => chrome.runtime?.id && this.#sentCount && !this.#port && this.send(this.#sentCount, true),
        AGAIN_MS,
      );
    });
    return port;
  }
}

/**
 * @param {number} tabId
 * @param {() => Row[]} rows
 * @returns {{ update: (anew?: boolean) => void }} `anew`: the browser has dropped the number, so tell it in any case
 */
export function bindBadge(tabId, rows) {
  const line = new BadgePort(tabId);
  let dropped = false;
  /** @type {ReturnType<typeof setTimeout> | 0} */
  let timer = 0;
  return {
    update(anew = false) {
      dropped ||= anew;
      if (timer) return;
      timer = setTimeout(() => {
        timer = 0;
        const count = countCauses(rows());
        line.send(count, dropped && count > 0);
        dropped = false;
      }, DELAY_MS);
    },
  };
}
