// A client of the Chrome DevTools Protocol without dependencies: JSON messages that end in NUL,
// over the pipe on the browser's file descriptors 3 and 4, with flattened sessions.
import { spawn } from 'node:child_process';
import { cleanUp, ended, newProfile, replyTo } from './process.mjs';
import { until } from './until.mjs';

/** @import { Sent } from '../drivers/types.mjs' */

// A browser that asks nothing, updates nothing and calls nobody.
const FLAGS = [
  '--remote-debugging-pipe',
  '--enable-unsafe-extension-debugging',
  '--disable-gpu',
  '--no-first-run',
  '--no-default-browser-check',
  '--password-store=basic',
  '--disable-search-engine-choice-screen',
  '--disable-quic',
  '--no-pings',
  '--disable-sync',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-domain-reliability',
  `--disable-features=${[
    'OptimizationHints',
    'MediaRouter',
    'Translate',
    'NetworkTimeServiceQuerying',
    'AutofillServerCommunication',
    'AimEnabled',
    'PreconnectToSearch',
    'DsePreload2',
  ]}`,
  '--gaia-url=http://127.0.0.1:9',
  '--component-updater=url-source=http://127.0.0.1:9',
  '--gcm-checkin-url=http://127.0.0.1:9',
  '--gcm-registration-url=http://127.0.0.1:9',
  '--gcm-mcs-endpoint=127.0.0.1:9',
];

/** @typedef {{targetId: string, type: string, url: string, title: string, browserContextId?: string}} TargetInfo */

/**
 * Starts a Chromium with a fresh profile.
 * @param {{headless?: boolean, args?: string[], env?: Record<string, string>}} [options]
 */
export async function launchChromium({ headless = true, args = [], env = {} } = {}) {
  const profile = newProfile();
  const flags = [...FLAGS, `--user-data-dir=${profile}`, ...args];
  if (headless) flags.unshift('--headless=new');
  // The sandbox refuses to work for root, and root is what build machines are.
  if (process.getuid?.() === 0) flags.unshift('--no-sandbox');
  const child = spawn(process.env.SCOPELENS_CHROMIUM || 'chromium', [...flags, 'about:blank'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  });
  const browser = new Cdp(child, profile);
  await browser.send('Browser.getVersion');
  return browser;
}

/** The browser as a whole. */
export class Cdp {
  #waiting = new Map();
  #id = 0;
  /** @type {Error | undefined} */
  #end;
  #unread = '';
  /** Called with every event. @type {((event: {method: string, params: any, sessionId?: string}) => void)[]} */
  listeners = [];

  /** @param {import('node:child_process').ChildProcess} child @param {string} profile */
  constructor(child, profile) {
    this.child = child;
    this.profile = profile;
    const [, , , input, output] = child.stdio;
    this.input = /** @type {import('node:stream').Writable} */ (input);
    const reader = /** @type {import('node:stream').Readable} */ (output);
    reader.setEncoding('utf8').on('data', (text) => this.#read(text));
    this.input.on('error', () => {});
    child.once('error', (error) => this.#fail(error));
    child.once('exit', () => this.#fail(new Error('Chromium has ended')));
  }

  /**
   * @param {string} method
   * @param {object} [params]
   * @param {string} [sessionId]
   * @returns {Promise<any>}
   */
  send(method, params = {}, sessionId) {
    const id = ++this.#id;
    if (this.#end) return Promise.reject(this.#end);
    return replyTo(method, (resolve, reject) => {
      this.#waiting.set(id, { method, sessionId, resolve, reject });
      this.input.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    });
  }

  /** @returns {Promise<TargetInfo[]>} every target, of kinds that are left out by default as well */
  async targets() {
    return (await this.send('Target.getTargets', { filter: [{}] })).targetInfos;
  }

  /** @param {string} what @param {(target: TargetInfo) => boolean} fits @returns {Promise<Target>} */
  async target(what, fits) {
    const found = await until(what, async () => (await this.targets()).find(fits));
    return this.attach(found.targetId);
  }

  /** @param {string} targetId @returns {Promise<Target>} */
  async attach(targetId) {
    const { sessionId } = await this.send('Target.attachToTarget', { targetId, flatten: true });
    return new Target(this, targetId, sessionId);
  }

  async close() {
    await Promise.race([this.send('Browser.close').catch(() => {}), ended(this.child)]);
    await cleanUp(this.child, this.profile);
  }

  /** @param {string} text */
  #read(text) {
    const messages = (this.#unread + text).split('\0');
    this.#unread = messages.pop() ?? '';
    for (const message of messages) this.#take(JSON.parse(message));
  }

  /** @param {any} message */
  #take(message) {
    if (message.method === 'Target.detachedFromTarget') this.#leave(message.params.sessionId);
    if (!message.id) {
      for (const listener of this.listeners) listener(message);
      return;
    }
    // A session that has left answers nobody any more.
    const waiting = this.#waiting.get(message.id);
    if (!waiting) return;
    const { method, resolve, reject } = waiting;
    this.#waiting.delete(message.id);
    if (message.error) reject(new Error(`${method}: ${message.error.message}`));
    else resolve(message.result);
  }

  /** What a target was asked before it went, it never answers. @param {string} session */
  #leave(session) {
    for (const [id, { method, sessionId, reject }] of this.#waiting) {
      if (sessionId !== session) continue;
      this.#waiting.delete(id);
      reject(new Error(`${method}: the target has gone`));
    }
  }

  /** @param {Error} error */
  #fail(error) {
    this.#end = error;
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}

/** One page, worker or frame of the browser. */
export class Target {
  /** @param {Cdp} browser @param {string} targetId @param {string} sessionId */
  constructor(browser, targetId, sessionId) {
    this.browser = browser;
    this.targetId = targetId;
    this.sessionId = sessionId;
  }

  /** @param {string} method @param {object} [params] @returns {Promise<any>} */
  send(method, params) {
    return this.browser.send(method, params, this.sessionId);
  }

  /**
   * Runs a function in the target, as a person's doing. It sees its arguments alone.
   * @param {Sent} run
   * @param {unknown[]} args JSON values
   * @returns {Promise<any>} a JSON value
   */
  async evaluate(run, ...args) {
    const expression = `(${run})(${args.map((each) => JSON.stringify(each) ?? 'undefined').join(',')})`;
    return value(
      await this.send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true, userGesture: true }),
    );
  }

  /**
   * The same with an object of the target's as the first argument.
   * @param {string} objectId
   * @param {Sent} run
   * @param {unknown[]} args
   * @returns {Promise<any>}
   */
  async evaluateOn(objectId, run, ...args) {
    const functionDeclaration = `function (...rest) { return (${run})(this, ...rest); }`;
    const rest = args.map((each) => ({ value: each }));
    return value(
      await this.send('Runtime.callFunctionOn', {
        objectId,
        functionDeclaration,
        arguments: rest,
        awaitPromise: true,
        returnByValue: true,
      }),
    );
  }
}

/** @param {any} reply */
function value({ result, exceptionDetails: thrown }) {
  if (thrown) throw new Error(thrown.exception?.description ?? thrown.text);
  return result.value;
}
