// Browsers with the menu's real item and a background that can be killed: the menu wakes a dead one, which nothing else here does.
import { spawn } from 'node:child_process';
import { at } from '../../support/paths.mjs';
import { openChromium } from './chromium.mjs';
import { openMenu, startDisplay } from './display.mjs';
import { openFirefox } from './firefox.mjs';

/** @import { Driver } from './types.mjs' */

/**
 * @typedef {object} Mortal
 * @property {Driver} driver
 * @property {(selector: string) => Promise<void>} openMenu  on an element whose text is selected
 * @property {() => Promise<number>} choose  our item in it; gives the time of the click, in ms since 1970
 * @property {(isCrash?: boolean) => Promise<void>} kill  ends the background, whatever it is doing; without a crash Firefox lets it
 *   finish what it has begun, while Chromium knows no other way
 * @property {() => Promise<void>} close
 */

/** @param {string} [dist] @returns {Promise<Mortal>} */
async function chromium(dist = at('dist/chrome')) {
  const display = await startDisplay();
  const driver = await openChromium({ dist, headless: false, env: { DISPLAY: display.name } });
  // One that waits for its orders, for a process takes its time to start.
  const keys = spawn('xdotool', ['-'], { stdio: ['pipe', 'ignore', 'ignore'], env: { ...process.env, DISPLAY: display.name } });
  return {
    driver,
    openMenu: selector => openMenu(display, driver, selector),
    choose: async () => {
      keys.stdin.write('key --delay 0 d\n');
      return performance.timeOrigin + performance.now();
    },
    kill: () => driver.killBackground(),
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
    kill: isCrash => driver.killBackground(isCrash),
    close: () => driver.close(),
  };
}

export const mortals = { chromium, firefox };
