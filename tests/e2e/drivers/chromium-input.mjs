// Keys and clicks as the browser takes them from a person.

/** @typedef {import('../clients/cdp.mjs').Target} Target */

/** @type {Record<string, {code: number, text?: string}>} */
const KEYS = {
  Escape: { code: 27 }, Enter: { code: 13, text: '\r' }, Tab: { code: 9 }, ' ': { code: 32, text: ' ' },
  ArrowDown: { code: 40 }, ArrowUp: { code: 38 }, Home: { code: 36 }, End: { code: 35 },
};

/** @param {Target} target @param {string} key its DOM name */
export async function press(target, key) {
  const known = KEYS[key];
  if (!known) throw new Error(`no key ${key} in the table`);
  const event = { key, code: key === ' ' ? 'Space' : key, windowsVirtualKeyCode: known.code, text: known.text };
  await target.send('Input.dispatchKeyEvent', { type: known.text ? 'keyDown' : 'rawKeyDown', ...event });
  await target.send('Input.dispatchKeyEvent', { type: 'keyUp', ...event, text: undefined });
}

/** @param {Target} target @param {number} x @param {number} y in CSS pixels of the target's own viewport */
export async function clickAt(target, x, y) {
  const mouse = { x, y, button: 'left', clickCount: 1 };
  await target.send('Input.dispatchMouseEvent', { type: 'mouseMoved', x, y });
  await target.send('Input.dispatchMouseEvent', { type: 'mousePressed', ...mouse });
  await target.send('Input.dispatchMouseEvent', { type: 'mouseReleased', ...mouse });
}
