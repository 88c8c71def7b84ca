// Sets a suite's stage: each suite is written once and played in both browsers.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { startDemo } from '../demo/server.mjs';
import { at } from '../support/paths.mjs';
import { makeCall, openDemo } from './demo-page.mjs';
import { openChromium } from './drivers/chromium.mjs';
import { openFirefox } from './drivers/firefox.mjs';

/** @typedef {import('./drivers/types.mjs').Driver} Driver */

const openers = {
  chromium: () => openChromium({ dist: at('dist/chrome') }),
  firefox: () => openFirefox({ dist: at('dist/firefox') }),
};

const wanted = (process.env.SCOPELENS_E2E || 'chromium,firefox').split(',');

/** What the tests of a suite play with. */
export class Stage {
  /** @type {Driver} */
  // @ts-ignore -- set before the first test
  driver;
  /** @type {Awaited<ReturnType<typeof startDemo>>} */
  // @ts-ignore -- set before the first test
  demo;

  /** @param {string} [query] */
  visitDemo(query = '') {
    return openDemo(this.driver, this.demo.url + query);
  }

  /** @param {string} id */
  call(id) {
    return makeCall(this.driver, id);
  }
}

/** @param {string} title @param {(stage: Stage, name: 'chromium' | 'firefox') => void} play */
export function inBothBrowsers(title, play) {
  for (const [name, open] of /** @type {['chromium' | 'firefox', () => Promise<Driver>][]} */ (Object.entries(openers))) {
    if (!wanted.includes(name)) continue;
    describe(`${title} (${name})`, { timeout: 240_000 }, () => {
      const stage = new Stage();
      before(async () => {
        stage.demo = await startDemo();
        stage.driver = await open();
      });
      after(async () => {
        await stage.driver?.close();
        await stage.demo?.close();
      });
      play(stage, name);
      it('lets nothing leave the machine', () => assert.deepEqual(stage.driver.seen, []));
    });
  }
}
