// What a Chromium writes into its consoles as errors: pages, their frames in other processes, the background.

/** @typedef {import('../clients/cdp.mjs').Cdp} Cdp */
/** @typedef {import('../clients/cdp.mjs').Target} Target */

export class Complaints {
  /** @type {string[]} */
  #heard = [];

  /** @param {Cdp} browser @param {Target[]} targets */
  async listen(browser, targets) {
    browser.listeners.push((event) => {
      const text = complaintIn(event);
      if (text) this.#heard.push(text);
      if (event.method === 'Target.attachedToTarget')
        hear((method, params) => browser.send(method, params, event.params.sessionId)).catch(() => {});
    });
    for (const target of targets) await hear((method, params) => target.send(method, params));
  }

  /** @returns {string[]} what was heard since the last time */
  take() {
    return this.#heard.splice(0);
  }
}

/** @param {(method: string, params?: object) => Promise<any>} send */
async function hear(send) {
  await send('Runtime.enable');
  await send('Log.enable');
  await send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false, flatten: true });
}

/** @param {{method: string, params: any}} event @returns {string} */
function complaintIn({ method, params }) {
  const { exceptionDetails: thrown, entry } = params;
  if (method === 'Runtime.exceptionThrown') return thrown.exception?.description ?? thrown.text;
  if (method === 'Log.entryAdded' && entry.level === 'error') return `${entry.text} ${entry.url ?? ''}`;
  const isError = method === 'Runtime.consoleAPICalled' && ['error', 'assert'].includes(params.type);
  return isError ? params.args.map((/** @type {any} */ arg) => arg.description ?? arg.value).join(' ') : '';
}
