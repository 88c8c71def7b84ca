// Browsers with the menu's real item and a background that can be killed: the menu wakes a dead one, which nothing else here does.
import { spawn } from 'node:child_process';
import { at } from '../../support/paths.mjs';
import { pause } from '../clients/until.mjs';
import { openChromium } from './chromium.mjs';
import { killBackground, next } from './chromium-background.mjs';
import { openMenu, startDisplay } from './display.mjs';
import { openFirefox } from './firefox.mjs';

/** @import { Driver } from './types.mjs' */

/** A browser starts a background in a tenth of this; here something else had started it already. */
const WAKE_MS = 500;

/**
 * @typedef {object} Mortal
 * @property {Driver} driver
 * @property {(selector: string) => Promise<void>} openMenu  on an element whose text is selected
 * @property {() => Promise<number>} choose  our item in it; ends once the background runs, and gives the time of the click, in ms since
 *   1970: when the browser itself hears of it, as far as that can be known
 * @property {(isCrash?: boolean) => Promise<void>} kill  ends the background, whatever it is doing; without a crash Firefox lets it
 *   finish what it has begun, while Chromium knows no other way
 * @property {() => Promise<void>} close
 */

/** @param {string} [dist] @returns {Promise<Mortal>} */
async function chromium(dist = at('dist/chrome')) {
  const display = await startDisplay();
  const driver = await openChromium({ dist, headless: false, env: { DISPLAY: display.name } });
  // One that waits for its orders, for a process takes its time to start.
  const keys = spawn('xdotool', ['-'], {
    stdio: ['pipe', 'ignore', 'ignore'],
    env: { ...process.env, DISPLAY: display.name },
  });
  let isDead = false;
  return {
    driver,
    openMenu: (selector) => openMenu(display, driver, selector),
    choose: async () => {
      const woken = isDead ? [next(driver, 'starting'), next(driver, 'running')] : [];
      isDead = false;
      keys.stdin.write('key --delay 0 d\n');
      const pressed = performance.timeOrigin + performance.now();
      const late = pause(WAKE_MS).then(() => pressed);
      const [told = pressed] = await Promise.all(woken.map((state) => Promise.race([state, late])));
      return told;
    },
    kill: async () => {
      await killBackground(driver);
      isDead = true;
    },
    close: async () => {
      keys.stdin.end();
      await driver.close();
      display.close();
    },
  };
}

/** @param {string} [dist] @returns {Promise<Mortal>} */
async function firefox(dist = at('dist/firefox')) {
  const driver = await openFirefox({ dist });
  return {
    driver,
    openMenu: () => driver.openMenu(),
    choose: () => driver.chooseFromMenu(),
    kill: (isCrash) => driver.killBackground(isCrash),
    close: () => driver.close(),
  };
}

export const mortals = { chromium, firefox };
