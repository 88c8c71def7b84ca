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
  let before = '';
  await until(`the ${dark ? 'dark' : 'light'} theme`, async () => {
    const { isDark, all } = await surface.run(colours);
    const isWhole = isDark === dark && all === before;
    before = all;
    return isWhole;
  });
}

/** Of all elements, after a frame; and whether they stand on a dark ground. @param {any} root @returns {Promise<{ isDark: boolean, all: string }>} */
async function colours(root) {
  const page = root.ownerDocument ?? root;
  const view = page.defaultView;
  await new Promise((resolve) => view.requestAnimationFrame(() => view.requestAnimationFrame(resolve)));
  const all = [...root.querySelectorAll('*')].map((each) => {
    const { color, backgroundColor, borderTopColor } = view.getComputedStyle(each);
    return [color, backgroundColor, borderTopColor].join();
  });
  const ground = view.getComputedStyle(root.host ? root.querySelector('[role="dialog"]') : page.body).backgroundColor;
  const [red = 255, green = 255, blue = 255] = (ground.match(/\d+/g) ?? []).map(Number);
  return { isDark: red + green + blue < 384, all: all.join(' ') };
}
