// Keys and clicks as the browser takes them from a person.

/** @typedef {import('../clients/cdp.mjs').Target} Target */

/** @type {Record<string, {code: number, text?: string}>} */
const KEYS = {
  Escape: { code: 27 }, Enter: { code: 13, text: '\r' }, Tab: { code: 9 }, ' ': { code: 32, text: ' ' },
  ArrowDown: { code: 40 }, ArrowUp: { code: 38 }, ArrowLeft: { code: 37 }, ArrowRight: { code: 39 },
  Home: { code: 36 }, End: { code: 35 }, PageDown: { code: 34 }, PageUp: { code: 33 },
  '/': { code: 191, text: '/' }, '?': { code: 191, text: '?' }, f: { code: 70, text: 'f' }, l: { code: 76, text: 'l' }, z: { code: 90, text: 'z' }, v: { code: 86, text: 'v' },
};

/** By the protocol's numbers. @type {Record<string, number>} */
const MODIFIERS = { Control: 2, Shift: 8 };

/** @param {Target} target @param {string} chord a key by its DOM name, after `Control+` or `Shift+` where they are held */
export async function press(target, chord) {
  const [key = '', ...held] = chord.split('+').reverse();
  const known = KEYS[key];
  if (!known) throw new Error(`no key ${key} in the table`);
  const modifiers = held.reduce((sum, each) => sum + (MODIFIERS[each] ?? 0), 0);
  const text = modifiers & 2 ? undefined : known.text;
  // What a chord does to a text is the system's part, which is not there.
  const commands = chord === 'Control+v' ? ['paste'] : [];
  const event = { key, code: key === ' ' ? 'Space' : key, windowsVirtualKeyCode: known.code, text, modifiers, commands };
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
