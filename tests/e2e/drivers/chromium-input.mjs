// Keys and clicks as the browser takes them from a person.

/** @typedef {import('../clients/cdp.mjs').Target} Target */

/** @type {Record<string, {code: number, text?: string}>} */
const KEYS = {
  Escape: { code: 27 },
  Enter: { code: 13, text: '\r' },
  Tab: { code: 9 },
  ' ': { code: 32, text: ' ' },
  ArrowDown: { code: 40 },
  ArrowUp: { code: 38 },
  ArrowLeft: { code: 37 },
  ArrowRight: { code: 39 },
  Home: { code: 36 },
  End: { code: 35 },
  PageDown: { code: 34 },
  PageUp: { code: 33 },
  '/': { code: 191, text: '/' },
  '?': { code: 191, text: '?' },
  a: { code: 65, text: 'a' },
  f: { code: 70, text: 'f' },
  l: { code: 76, text: 'l' },
  z: { code: 90, text: 'z' },
  v: { code: 86, text: 'v' },
};

/** By the protocol's numbers. @type {Record<string, number>} */
const MODIFIERS = { Control: 2, Shift: 8 };

/** @type {Record<string, string[]>} */
const COMMANDS = { 'Control+v': ['paste'], 'Control+a': ['selectAll'] };

/** @param {Target} target @param {string} chord a key by its DOM name, after `Control+` or `Shift+` where they are held */
export async function press(target, chord) {
  const [key = '', ...held] = chord.split('+').reverse();
  const known = KEYS[key];
  if (!known) throw new Error(`no key ${key} in the table`);
  const modifiers = held.reduce((sum, each) => sum + (MODIFIERS[each] ?? 0), 0);
  const text = modifiers & 2 ? undefined : known.text;
  // What a chord does to a text is the system's part, which is not there.
  const commands = COMMANDS[chord] ?? [];
  const event = {
    key,
    code: key === ' ' ? 'Space' : key,
    windowsVirtualKeyCode: known.code,
    text,
    modifiers,
    commands,
  };
  await target.send('Input.dispatchKeyEvent', { type: text ? 'keyDown' : 'rawKeyDown', ...event });
  await target.send('Input.dispatchKeyEvent', { type: 'keyUp', ...event, text: undefined });
}

/** @param {Target} target @param {number} x @param {number} y in CSS pixels of the target's own viewport */
export async function clickAt(target, x, y) {
  const mouse = { x, y, button: 'left', clickCount: 1 };
  await target.send('Input.dispatchMouseEvent', { type: 'mouseMoved', x, y });
  await target.send('Input.dispatchMouseEvent', { type: 'mousePressed', ...mouse });
  await target.send('Input.dispatchMouseEvent', { type: 'mouseReleased', ...mouse });
}

/**
 * Drags the mouse with its left button held.
 * @param {Target} target
 * @param {[number, number, number, number]} way from and to, in CSS pixels of the target's own viewport
 */
export async function drag(target, [fromX, fromY, toX, toY]) {
  const mouse = (/** @type {string} */ type, /** @type {number} */ x, /** @type {number} */ y) =>
    target.send('Input.dispatchMouseEvent', {
      type,
      x,
      y,
      button: 'left',
      buttons: type === 'mouseReleased' ? 0 : 1,
      clickCount: 1,
    });
  await mouse('mousePressed', fromX, fromY);
  for (const share of [0.2, 0.6, 1])
    await mouse('mouseMoved', fromX + (toX - fromX) * share, fromY + (toY - fromY) * share);
  await mouse('mouseReleased', toX, toY);
}
