/** Asks the devtools page, which holds what the panel shows. */

/** @import { DevtoolsMessage, PanelMessage } from '../shared/channel.js' */

/** @typedef {(what: string, given?: object) => Promise<any>} AskFor */

/** @param {BroadcastChannel} channel @returns {AskFor} rejects where the devtools page could not answer */
export function asker(channel) {
  /** @type {Map<number, { resolve: (value: any) => void, reject: (error: Error) => void }>} */
  const waiting = new Map();
  let last = 0;
  channel.addEventListener('message', ({ data }) => {
    const message = /** @type {DevtoolsMessage} */ (data);
    if (message.type !== 'reply') return;
    const asked = waiting.get(message.ask);
    waiting.delete(message.ask);
    if (message.fault === null) asked?.resolve(message.ok);
    else asked?.reject(new Error(message.fault));
  });
  return (what, given = {}) =>
    new Promise((resolve, reject) => {
      last += 1;
      waiting.set(last, { resolve, reject });
      /** @type {PanelMessage} */
      const message = { type: 'ask', ask: last, what, given };
      channel.postMessage(message);
    });
}
