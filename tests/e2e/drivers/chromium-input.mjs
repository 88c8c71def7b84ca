// Keys and clicks as the browser takes them from a person.

/** @import { CDPSession, KeyInput, Page } from 'puppeteer-core' */

/** What a chord does to a text is the system's part, which is not there. @type {Record<string, string[]>} */
const COMMANDS = { 'Control+v': ['paste'], 'Control+a': ['selectAll'] };

/** @param {Page} page @param {string} chord a key by its DOM name, after `Control+` or `Shift+` where they are held */
export async function press({ keyboard }, chord) {
  const keys = /** @type {KeyInput[]} */ (chord.split('+'));
  const key = keys.pop() ?? 'Escape';
  for (const held of keys) await keyboard.down(held);
  await keyboard.press(key, { commands: COMMANDS[chord] });
  for (const held of keys) await keyboard.up(held);
}

/**
 * Clicks in a frame of a process of its own: what the page's mouse clicks there right after it was opened is lost now and then.
 * @param {CDPSession} frame @param {number} x @param {number} y in CSS pixels of the frame's own viewport
 */
export async function clickInFrame(frame, x, y) {
  for (const type of /** @type {const} */ (['mouseMoved', 'mousePressed', 'mouseReleased']))
    await frame.send('Input.dispatchMouseEvent', { type, x, y, button: 'left', clickCount: 1 });
}

/**
 * Drags the mouse with its left button held.
 * @param {Page} page
 * @param {[number, number, number, number]} way from and to, in CSS pixels of the page's own viewport
 */
export async function drag({ mouse }, [fromX, fromY, toX, toY]) {
  await mouse.move(fromX, fromY);
  await mouse.down();
  await mouse.move(toX, toY, { steps: 3 });
  await mouse.up();
}
