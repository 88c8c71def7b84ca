// What a Chromium writes into its consoles as errors: pages, their frames in other processes, the background.

/** @import { CDPSession } from 'puppeteer-core' */

export class Complaints {
  /** @type {string[]} */
  #heard = [];

  /** @param {CDPSession} session a page's or a worker's, with what was written there before */
  async listen(session) {
    session.on('Runtime.exceptionThrown', ({ exceptionDetails: thrown }) =>
      this.#heard.push(thrown.exception?.description ?? thrown.text),
    );
    session.on('Runtime.consoleAPICalled', ({ type, args }) => {
      if (type === 'error' || type === 'assert')
        this.#heard.push(args.map((arg) => arg.description ?? arg.value).join(' '));
    });
    session.on('Log.entryAdded', ({ entry }) => {
      if (entry.level === 'error') this.#heard.push(`${entry.text} ${entry.url ?? ''}`);
    });
    session.on('sessionattached', (child) => this.listen(child).catch(() => {}));
    await session.send('Runtime.enable');
    await session.send('Log.enable');
    await session.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false, flatten: true });
  }

  /** @returns {string[]} what was heard since the last time */
  take() {
    return this.#heard.splice(0);
  }
}
