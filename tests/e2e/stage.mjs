// Sets a suite's stage: each suite is written once and played in both browsers.
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { startDemo } from '../demo/server.mjs';
import { at } from '../support/paths.mjs';
import { SUITE_PATIENCE } from './clients/until.mjs';
import { makeCall, openDemo } from './demo-page.mjs';
import { openChromium } from './drivers/chromium.mjs';
import { openFirefox } from './drivers/firefox.mjs';
import { PLATFORM_HOSTS, startPlatform } from './platform.mjs';

/** @typedef {import('./drivers/types.mjs').Driver} Driver */

/** @type {Record<'chromium' | 'firefox', (hosts: Record<string, string>, file?: string, isLoose?: boolean) => Promise<Driver>>} */
const openers = {
  chromium: (hosts, file, isLoose) => openChromium({ dist: packageWith('chrome', file, isLoose), hosts }),
  firefox: (hosts, file, isLoose) => openFirefox({ dist: packageWith('firefox', file, isLoose), hosts }),
};

/**
 * A package, or a copy of it with a file more.
 * @param {'chrome' | 'firefox'} name
 * @param {string} [file] of this folder
 * @param {boolean} [isLoose] the copy's own policy forbids no request
 */
function packageWith(name, file, isLoose) {
  const dist = at('dist', name);
  if (!file) return dist;
  const copy = mkdtempSync(path.join(os.tmpdir(), 'scopelens-package-'));
  process.once('exit', () => rmSync(copy, { recursive: true, force: true }));
  cpSync(dist, copy, { recursive: true });
  cpSync(at('tests/e2e', file), path.join(copy, path.basename(file)));
  if (isLoose) loosen(path.join(copy, 'manifest.json'));
  return copy;
}

/** @param {string} file */
function loosen(file) {
  const manifest = JSON.parse(readFileSync(file, 'utf8'));
  manifest.content_security_policy.extension_pages = "script-src 'self' 'wasm-unsafe-eval'";
  writeFileSync(file, JSON.stringify(manifest));
}

/** The browsers to play in. */
export const wanted = /** @type {('chromium' | 'firefox')[]} */ (
  (process.env.SCOPELENS_E2E || 'chromium,firefox').split(',')
);

/** What the tests of a suite play with. */
export class Stage {
  /** @type {Driver} */
  // @ts-expect-error -- set before the first test
  driver;
  /** @type {Awaited<ReturnType<typeof startDemo>>} */
  // @ts-expect-error -- set before the first test
  demo;

  /** @type {Awaited<ReturnType<typeof startPlatform>>} */
  // @ts-expect-error -- set before the first test
  platform;

  /** @param {boolean} secure whether the demo and the platforms' hosts are played over TLS and HTTP/2 */
  constructor(secure) {
    this.secure = secure;
  }

  /** @param {string} [query] */
  visitDemo(query = '') {
    return openDemo(this.driver, this.demo.url + query);
  }

  /** @param {string} id */
  call(id) {
    return makeCall(this.driver, id);
  }

  /**
   * The page calls a platform's host.
   * @param {string} call "METHOD host/path?query"
   * @param {import('./platform.mjs').Reply} reply
   * @param {{headers?: Record<string, string>, body?: string}} [sent]
   */
  async ask(call, reply, sent = {}) {
    this.platform.reply(call.split('?')[0] ?? '', reply);
    const [method, address] = call.split(' ');
    await this.driver.page.run(fetchIn, `${this.secure ? 'https' : 'http'}://${address}`, { method, ...sent });
  }
}

/**
 * @param {string} title
 * @param {(stage: Stage, name: 'chromium' | 'firefox') => void} play
 * @param {{file?: string, isLoose?: boolean, secure?: boolean}} [options] a file of this folder, which the package is to have as well;
 *   whether the package's own policy forbids no request; whether all is played over TLS and HTTP/2
 */
export function inBothBrowsers(title, play, { file, isLoose, secure = false } = {}) {
  for (const [name, open] of /** @type {['chromium' | 'firefox', typeof openers.chromium][]} */ (
    Object.entries(openers)
  )) {
    if (!wanted.includes(name)) continue;
    describe(`${title} (${name})`, { timeout: SUITE_PATIENCE }, () => {
      const stage = new Stage(secure);
      before(async () => {
        stage.demo = await startDemo({ secure });
        stage.platform = await startPlatform({ secure });
        stage.driver = await open(
          Object.fromEntries(PLATFORM_HOSTS.map((host) => [host, stage.platform.url])),
          file,
          isLoose,
        );
      });
      after(async () => {
        await stage.driver?.close();
        await stage.demo?.close();
        await stage.platform?.close();
      });
      play(stage, name);
      it('lets nothing leave the machine', async (test) => {
        assert.deepEqual(await stage.driver.asked(), []);
        // The browser's own services: no fault of ours, but good to know.
        if (stage.driver.seen.length)
          test.diagnostic(`the proxy held back: ${[...new Set(stage.driver.seen)].join(', ')}`);
      });
    });
  }
}

/** @param {Document} _root @param {string} url @param {RequestInit} options */
async function fetchIn(_root, url, options) {
  const reply = await fetch(url, options);
  await reply.text();
}
