// What a person sees move.
import { inOrder } from './measure.js';

/** @import { Figure } from './measure.js' */

/** A frame at 60 Hz, in microseconds. */
const FRAME = 1e6 / 60;

const FRAMES = 301;

/** @returns {Promise<number>} the next frame's time */
export const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));

/** After the frame that is being made: its scripts, its layout, its painting. @returns {Promise<void>} */
const painted = () =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => resolve();
    port2.postMessage(null);
  });

/**
 * Scrolls by most of a page each frame, so that all lines are new ones.
 * @param {string} group @param {HTMLElement} scroller
 * @returns {Promise<Figure[]>} the work of a frame, and the time from one to the next
 */
export async function frames(group, scroller) {
  scroller.scrollTop = 0;
  const [work, waits] = [/** @type {number[]} */ ([]), /** @type {number[]} */ ([])];
  let last = await frame();
  for (let i = 0; i < FRAMES; i++) {
    scroller.scrollTop += scroller.clientHeight * 0.8;
    const now = await frame();
    const start = performance.now();
    await painted();
    work.push((performance.now() - start) * 1000);
    waits.push((now - last) * 1000);
    last = now;
  }
  const late = waits.filter((wait) => wait > FRAME * 1.5).length;
  return [
    { group, name: 'scroll, work of a frame', ...inOrder(work) },
    { group, name: 'scroll, frame to frame', ...inOrder(waits) },
    { group, name: 'scroll, late frames', value: `${late} of ${FRAMES}` },
  ];
}
