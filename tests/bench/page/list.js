// The panel's list with ten thousand exchanges in it: the panel's own page and classes, without the tool window around them.
import { frame, frames } from './frames.js';
import { inOrder, timeOnce } from './measure.js';
import { opened } from './opened.js';
import { memoryAt } from './stages.js';
import { exchangeOf } from './traffic.js';

/** @import { Figure } from './measure.js' */

const EXCHANGES = 10_000;
const GROUP = `the list with ${EXCHANGES.toLocaleString('en')} exchanges`;

/** What a person types, letter by letter and at once. */
const FILTERS = ['c', 'co', 'con', 'contact', 'contact users', '403', 'dingtalk refused', 'no-such-thing', ''];

/** @typedef {Awaited<ReturnType<typeof opened>>} Panel */

const scroller = () => /** @type {HTMLElement} */ (document.getElementById('scroller'));

/** What the person waits for: the document laid out. */
const layOut = () => scroller().scrollHeight;

/** @param {Panel} panel @param {number} id */
const takeIn = ({ recorder }, id) =>
  recorder.take(exchangeOf(id), { source: null, reread: async () => null, generation: recorder.generation });

/** @param {Panel} panel @param {boolean} all every call in a line of its own; otherwise what was refused, by causes */
function show({ state, calls }, all) {
  state.allCalls = all;
  state.grouped = !all;
  calls.rebuild();
  layOut();
}

/** @param {Panel} panel @param {string} name @returns {Promise<Figure>} */
async function adding(panel, name) {
  const times = [];
  for (let i = 0; i < 201; i++) {
    await takeIn(panel, panel.recorder.memory.rows.length + 1);
    await frame();
    times.push(
      timeOnce(() => {
        panel.calls.update();
        layOut();
      }),
    );
  }
  return { group: GROUP, name, ...inOrder(times) };
}

/** @param {Panel} panel @returns {Promise<Figure>} */
async function filtering({ state, calls }) {
  const times = [];
  for (const text of [...FILTERS, ...FILTERS, ...FILTERS]) {
    await frame();
    times.push(
      timeOnce(() => {
        state.filter(text, false);
        calls.rebuild();
        layOut();
      }),
    );
  }
  return { group: GROUP, name: 'filter', ...inOrder(times) };
}

/** @returns {Promise<Figure[]>} */
export async function list() {
  const panel = await opened();
  await panel.recorder.setLimit(10 * EXCHANGES);
  // One exchange loads the engine, which is there with an empty list as well.
  await takeIn(panel, 1);
  await memoryAt('before');
  for (let id = 2; id <= EXCHANGES; id++) await takeIn(panel, id);
  panel.calls.update();
  await memoryAt('after');
  show(panel, false);
  const figures = [await adding(panel, 'add one, by causes')];
  show(panel, true);
  if (panel.calls.view.items.length < EXCHANGES) throw new Error(`only ${panel.calls.view.items.length} lines`);
  figures.push(await adding(panel, 'add one, all calls'), await filtering(panel));
  return [...figures, ...(await frames(GROUP, scroller()))];
}
