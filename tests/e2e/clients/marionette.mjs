// A client of Firefox's Marionette without dependencies: JSON with its length before it, over TCP.
import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { bringStart, hasStart, keepStart } from './firefox-start.mjs';
import { cleanUp, ended, newProfile, replyTo } from './process.mjs';
import { PATIENCE, until } from './until.mjs';

/** @import { Sent } from '../drivers/types.mjs' */
/** @typedef {'content' | 'chrome'} Context the page, or the browser's own window */

// A browser that asks nothing, updates nothing and calls nobody.
const PREFS = {
  'marionette.port': 0,
  'app.update.disabledForTesting': true,
  'app.normandy.enabled': false,
  'app.shield.optoutstudies.enabled': false,
  'browser.aboutwelcome.enabled': false,
  'browser.newtabpage.enabled': false,
  'browser.region.network.url': '',
  'browser.region.update.enabled': false,
  'browser.safebrowsing.downloads.enabled': false,
  'browser.safebrowsing.malware.enabled': false,
  'browser.safebrowsing.phishing.enabled': false,
  'browser.search.update': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.homepage': 'about:blank',
  'browser.startup.page': 0,
  'browser.topsites.contile.enabled': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'dom.push.connection.enabled': false,
  'extensions.getAddons.cache.enabled': false,
  'extensions.systemAddon.update.enabled': false,
  'extensions.update.enabled': false,
  'media.gmp-manager.updateEnabled': false,
  'media.gmp-manager.url': '',
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'network.dns.disablePrefetch': true,
  'network.http.speculative-parallel-limit': 0,
  'services.settings.server': 'data:,#remote-settings-dummy/v1',
  'toolkit.telemetry.enabled': false,
  'xpinstall.signatures.required': false,
};

// Without this a released Firefox ignores the pref of the settings server.
const QUIET = { MOZ_REMOTE_SETTINGS_DEVTOOLS: '1' };

/**
 * Starts a Firefox with a fresh profile, and a session in it.
 * @param {{headless?: boolean, prefs?: Record<string, unknown>, env?: Record<string, string>, args?: string[]}} [options]
 */
export async function launchFirefox({ headless = true, prefs = {}, env = {}, args = [] } = {}) {
  const profile = newProfile();
  const lines = Object.entries({ ...PREFS, ...prefs }).map(
    (pref) => `user_pref(${pref.map((part) => JSON.stringify(part)).join(', ')});`,
  );
  writeFileSync(path.join(profile, 'user.js'), lines.join('\n'));
  bringStart(profile);
  const flags = [
    ...(headless ? ['--headless'] : []),
    '--no-remote',
    '--marionette',
    '--remote-allow-system-access',
    '--profile',
    profile,
    ...args,
  ];
  const child = spawn(process.env.SCOPELENS_FIREFOX || 'firefox', flags, {
    stdio: 'ignore',
    env: { ...process.env, ...QUIET, ...env },
  });
  child.on('error', () => {});
  const port = await until('Firefox to open its port', () =>
    Number(readFileSync(path.join(profile, 'MarionetteActivePort'), 'utf8')),
  );
  const browser = new Marionette(child, profile, net.connect(port, '127.0.0.1'));
  await browser.begin();
  return browser;
}

export class Marionette {
  #waiting = new Map();
  #id = 0;
  /** Which side scripts and actions go to. @type {Context} */
  #context = 'content';
  /** @type {Error | undefined} */
  #end;
  #unread = Buffer.alloc(0);
  /** @type {(greeting: unknown) => void} */
  #greet = () => {};

  /** @param {import('node:child_process').ChildProcess} child @param {string} profile @param {net.Socket} socket */
  constructor(child, profile, socket) {
    this.child = child;
    this.profile = profile;
    this.socket = socket;
    this.greeted = new Promise((resolve) => {
      this.#greet = resolve;
    });
    socket.on('data', (bytes) => this.#read(bytes));
    socket.on('error', () => {});
    socket.once('close', () => this.#fail(new Error('Firefox has ended')));
  }

  async begin() {
    await this.greeted;
    await this.send('WebDriver:NewSession', { acceptInsecureCerts: true, pageLoadStrategy: 'normal' });
    await this.send('WebDriver:SetTimeouts', { script: PATIENCE, pageLoad: PATIENCE, implicit: 0 });
  }

  /**
   * Sends a command to a side of the browser. Nothing comes between the word of the side and the command: of two ways in that are gone
   * at once, none takes the other's side.
   * @param {string} command
   * @param {object} [params]
   * @param {Context} [context]
   * @returns {Promise<any>}
   */
  send(command, params = {}, context = 'content') {
    if (context !== this.#context) {
      this.#context = context;
      // Where there is no session any more, the command says so as well.
      this.#ask('Marionette:SetContext', { value: context }).catch(() => {});
    }
    return this.#ask(command, params);
  }

  /** @param {string} command @param {object} params @returns {Promise<any>} */
  #ask(command, params) {
    const id = ++this.#id;
    const text = JSON.stringify([0, id, command, params]);
    if (this.#end) return Promise.reject(this.#end);
    return replyTo(command, (resolve, reject) => {
      this.#waiting.set(id, { command, resolve, reject });
      this.socket.write(`${Buffer.byteLength(text)}:${text}`);
    });
  }

  /**
   * Runs a function in the page, or with `system` rights that see closed shadow roots. It sees its arguments alone.
   * @param {string | null} sandbox null for the page's own world, 'system' for the browser's
   * @param {Sent} run
   * @param {unknown[]} args JSON values
   * @returns {Promise<any>} a JSON value
   */
  execute(sandbox, run, ...args) {
    return this.#run('content', sandbox, run, args);
  }

  /** Runs a function in the browser's own window. @param {Sent} run @param {unknown[]} args JSON values @returns {Promise<any>} a JSON value */
  executeInWindow(run, ...args) {
    return this.#run('chrome', null, run, args);
  }

  /** @param {Context} context @param {string | null} sandbox @param {Sent} run @param {unknown[]} args */
  async #run(context, sandbox, run, args) {
    const script = `const given = [...arguments]; const done = given.pop();
      (async () => (${run})(...given))().then(value => done({ value }), error => done({ error: error + '\\n' + error.stack }));`;
    const given = { script, args, sandbox, newSandbox: sandbox !== null };
    const reply = await this.send('WebDriver:ExecuteAsyncScript', given, context);
    if (reply.error) throw new Error(reply.error);
    return reply.value;
  }

  /** A profile that is thrown away needs no decent end, which takes seconds; what it compiled of itself is written at one. */
  async close() {
    if (hasStart(this.profile)) {
      this.child.kill('SIGKILL');
    } else {
      await Promise.race([this.send('Marionette:Quit', { flags: ['eForceQuit'] }).catch(() => {}), ended(this.child)]);
      await ended(this.child);
      if (this.child.exitCode === 0) keepStart(this.profile);
    }
    await cleanUp(this.child, this.profile);
  }

  /** @param {Buffer} bytes */
  #read(bytes) {
    this.#unread = Buffer.concat([this.#unread, bytes]);
    for (;;) {
      const colon = this.#unread.indexOf(':');
      const end = colon + 1 + Number(this.#unread.toString('latin1', 0, colon));
      if (colon < 0 || this.#unread.length < end) return;
      const message = JSON.parse(this.#unread.toString('utf8', colon + 1, end));
      this.#unread = this.#unread.subarray(end);
      this.#take(message);
    }
  }

  /** @param {any} message an array [1, id, error, result], or the greeting */
  #take(message) {
    if (!Array.isArray(message)) return this.#greet(message);
    const [, id, error, result] = message;
    const { command, resolve, reject } = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error) reject(new Error(`${command}: ${error.error}: ${error.message}`));
    else resolve(result && 'value' in result ? result.value : result);
  }

  /** @param {Error} error */
  #fail(error) {
    this.#end = error;
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}
