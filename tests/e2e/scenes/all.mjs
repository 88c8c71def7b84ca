// Every surface in every state that is looked at: by the camera, and by the accessibility suites.
import { until } from '../clients/until.mjs';
import { licenses } from './licenses.mjs';
import { options } from './options.mjs';
import { panelScenes } from './panel.mjs';
import { popover } from './popover.mjs';
import { popup } from './popup.mjs';
import { welcome } from './welcome.mjs';

/** @typedef {import('../drivers/types.mjs').Driver} Driver */
/** @typedef {import('../drivers/types.mjs').Surface} Surface */

/**
 * What a scene is played on.
 * @typedef {object} Set
 * @property {Driver} driver
 * @property {string} url   the demo page
 * @property {'en' | 'zh-CN'} lang
 *
 * A surface with its scenes, in the order in which each leads to the next. A scene brings its state about and gives the surface.
 * @typedef {object} Sequence
 * @property {string} name
 * @property {'page' | 'document' | 'panel' | 'popup'} camera  what a picture is taken of; a document is one beyond the window's edge
 * @property {Record<string, (set: Set) => Promise<Surface>>} scenes
 * @property {(set: Set) => Promise<unknown>} end
 */

/** @type {Sequence[]} */
export const sequences = [popover, popup, welcome, options, licenses, panelScenes];

/** The language and the theme of all that is played from now on. @param {Driver} driver @param {'en' | 'zh-CN'} lang @param {boolean} dark */
export async function dress(driver, lang, dark) {
  await driver.configure({ lang });
  await driver.dark(dark);
}

/**
 * Another theme while a scene is on. The panel follows the tool window, all else the system. Firefox does not dress all elements at
 * once: of some it still tells the old colours while it tells the new ones of what stands in them.
 * @param {Set} set @param {Sequence} sequence @param {Surface} surface @param {boolean} dark
 */
export async function turn({ driver }, { camera }, surface, dark) {
  await (camera === 'panel' ? driver.toolTheme(dark) : driver.dark(dark));
  await until(`the ${dark ? 'dark' : 'light'} theme`, () => surface.run(wears, dark));
}

/** Do all elements wear a theme by now, and change no more from one frame to the next? @param {any} root @param {boolean} dark @returns {Promise<boolean>} */
async function wears(root, dark) {
  const page = root.ownerDocument ?? root;
  const view = page.defaultView;
  const frame = () => new Promise((resolve) => view.requestAnimationFrame(() => view.requestAnimationFrame(resolve)));
  const colours = () =>
    [...root.querySelectorAll('*')]
      .map((each) => {
        const { color, backgroundColor } = view.getComputedStyle(each);
        return color + backgroundColor;
      })
      .join();
  const before = colours();
  await frame();
  const ground = view.getComputedStyle(root.host ? root.querySelector('[role="dialog"]') : page.body).backgroundColor;
  const [red = 255, green = 255, blue = 255] = (ground.match(/\d+/g) ?? []).map(Number);
  return red + green + blue < 384 === dark && colours() === before;
}
