// Keys and clicks as the browser takes them from a person.

/** @typedef {import('../clients/marionette.mjs').Marionette} Marionette */

/** WebDriver's names of keys that are no characters. @type {Record<string, string>} */
const KEYS = {
  Escape: '\uE00C',
  Enter: '\uE007',
  Tab: '\uE004',
  ' ': ' ',
  ArrowDown: '\uE015',
  ArrowUp: '\uE013',
  ArrowLeft: '\uE012',
  ArrowRight: '\uE014',
  Home: '\uE011',
  End: '\uE010',
  PageDown: '\uE00F',
  PageUp: '\uE00E',
  Control: '\uE009',
  Shift: '\uE008',
};

/** @param {Marionette} browser @param {'content' | 'chrome'} context @param {object} source */
async function perform(browser, context, source) {
  await browser.send('WebDriver:PerformActions', { actions: [source] }, context);
  await browser.send('WebDriver:ReleaseActions', {}, context);
}

/**
 * @param {Marionette} browser
 * @param {'content' | 'chrome'} context
 * @param {string} chord a key by its DOM name, after `Control+` or `Shift+` where they are held
 */
export function press(browser, context, chord) {
  const values = chord.split('+').map((key) => KEYS[key] ?? (key.length === 1 ? key : ''));
  if (values.includes('')) throw new Error(`no key ${chord} in the table`);
  const down = values.map((value) => ({ type: 'keyDown', value }));
  const up = values.toReversed().map((value) => ({ type: 'keyUp', value }));
  return perform(browser, context, { type: 'key', id: 'keys', actions: [...down, ...up] });
}

/**
 * @param {Marionette} browser
 * @param {'content' | 'chrome'} context
 * @param {number} x in CSS pixels of the page's viewport, or of the window
 * @param {number} y
 * @param {number} [button] 0 left, 2 right
 */
export function clickAt(browser, context, x, y, button = 0) {
  const place = { x: Math.round(x), y: Math.round(y) };
  return perform(browser, context, {
    type: 'pointer',
    id: 'mouse',
    parameters: { pointerType: 'mouse' },
    actions: [
      { type: 'pointerMove', ...place, origin: 'viewport' },
      { type: 'pointerDown', button },
      { type: 'pointerUp', button },
    ],
  });
}

/**
 * Drags the mouse over the page with its left button held.
 * @param {Marionette} browser
 * @param {[number, number, number, number]} way from and to, in CSS pixels of the page's viewport
 */
export function drag(browser, [fromX, fromY, toX, toY]) {
  const move = (/** @type {number} */ x, /** @type {number} */ y) => ({
    type: 'pointerMove',
    x: Math.round(x),
    y: Math.round(y),
    origin: 'viewport',
  });
  const way = [0.2, 0.6, 1].map((share) => move(fromX + (toX - fromX) * share, fromY + (toY - fromY) * share));
  return perform(browser, 'content', {
    type: 'pointer',
    id: 'mouse',
    parameters: { pointerType: 'mouse' },
    actions: [move(fromX, fromY), { type: 'pointerDown', button: 0 }, ...way, { type: 'pointerUp', button: 0 }],
  });
}
