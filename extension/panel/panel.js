/** The panel: a view on the rows that the devtools page holds. */

import { openChannel } from '../shared/channel.js';
import { speech, translatePage } from '../shared/i18n.js';
import { onLangChanged } from '../shared/lang.js';
import { showEmpty } from './empty.js';
import { List } from './list.js';
import { PanelState } from './state.js';
import { followTheme } from './theme.js';
import { bindToolbar, showCount } from './toolbar.js';

/** @import { DevtoolsMessage, PanelMessage } from '../shared/channel.js' */
/** @import { Row } from '../shared/types.js' */

const CONTEXT_CHECK_MS = 2000;

const channel = openChannel(chrome.devtools.inspectedWindow.tabId);
const state = new PanelState();

/** @param {PanelMessage} message */
const ask = (message) => channel.postMessage(message);

/** @param {string} id */
const byId = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

async function start() {
  followTheme();
  let words = await speech();
  const list = new List(byId('rows'), words.t);

  // Calls come in bursts: what touches the whole list is done once a frame.
  /** @type {Row[]} */
  let waiting = [];
  let due = 0;
  const refresh = () => {
    due ||= requestAnimationFrame(() => {
      due = 0;
      list.add(waiting, state);
      waiting = [];
      showCount(byId('count'), state, words.t);
      showEmpty(byId('empty'), byId('grid'), state, words.t);
    });
  };
  const drawAll = () => {
    waiting = [];
    list.draw(state);
  };
  const redraw = () => {
    translatePage(document, words);
    drawAll();
    refresh();
  };

  bindToolbar(state, {
    filter: () => (list.filter(state), refresh()),
    clear: () => ask({ type: 'clear' }),
    preserve: (on) => ask({ type: 'preserve', on }),
  });
  onLangChanged(async () => {
    words = await speech();
    list.speak(words.t);
    redraw();
  });
  channel.addEventListener('message', ({ data }) => {
    const message = /** @type {DevtoolsMessage} */ (data);
    state.take(message);
    if (message.type === 'row') waiting.push(message.row);
    if (message.type === 'all') drawAll();
    refresh();
  });
  redraw();
  ask({ type: 'hello' });
}

/** After an update of the extension this page goes on without its other half. */
function watchContext() {
  const timer = setInterval(() => {
    if (chrome.runtime?.id) return;
    byId('lost').hidden = false;
    clearInterval(timer);
  }, CONTEXT_CHECK_MS);
}

watchContext();
start();
