/** The panel: a view on the rows that the devtools page holds. */

import { byId } from '../shared/by-id.js';
import { openChannel } from '../shared/channel.js';
import { speech, translatePage } from '../shared/i18n.js';
import { onLangChanged } from '../shared/lang.js';
import { readManaged } from '../shared/managed.js';
import { onSetting, readSilent, saveSilent } from '../shared/settings.js';
import { asker } from './ask.js';
import { Calls } from './calls.js';
import { bindFiles, showReading } from './files.js';
import { Finder } from './finder.js';
import { bindHelp } from './help.js';
import { bindKeysOfPage } from './keys.js';
import { bindPresence } from './presence.js';
import { PlanView } from './plan/plan.js';
import { PanelState } from './state.js';
import { bindTabs } from './tabs.js';
import { followTools } from './theme.js';
import { bindToolbar, showState } from './toolbar.js';
import { bindUndo, showUndo } from './undo.js';

/** @import { DevtoolsMessage, PanelMessage } from '../shared/channel.js' */

const CONTEXT_CHECK_MS = 2000;

const channel = openChannel(chrome.devtools.inspectedWindow.tabId);

/** @param {PanelMessage} message */
const tell = (message) => channel.postMessage(message);

async function start() {
  followTools();
  const ask = asker(channel);
  const state = new PanelState();
  const { lockRedaction: locked } = await readManaged();
  const words = { ...(await speech()), platforms: new Map(), silent: await readSilent(), locked };
  const calls = new Calls(state, words, ask);
  const finder = new Finder(calls, ask, () => words.t);
  const plan = new PlanView(
    byId('plan'),
    ask,
    () => words.t,
    (id) => (tabs.show(0), calls.follow(id)),
  );
  const tabs = bindTabs(
    byId('views'),
    ['calls', 'plan'].map((name) => ({ tab: byId(`tab-${name}`), panel: byId(name) })),
    (index) => {
      plan.isShown = index === 1;
      if (plan.isShown) plan.refresh();
    },
  );

  const showAll = () => {
    showState(state, calls.view, words);
    showUndo(state.tally, words.t);
    showReading(state.tally.importing, words.t);
  };
  // Calls come in bursts: what touches the whole list is done once a frame.
  let due = 0;
  const later = () => {
    due ||= requestAnimationFrame(() => {
      due = 0;
      calls.update();
      if (plan.isShown) plan.later();
      showAll();
    });
  };
  const speak = async () => {
    Object.assign(words, await speech());
    words.platforms = new Map((await ask('platforms')).map((/** @type {any} */ { id, name }) => [id, name]));
    translatePage(document, words);
    calls.speak();
    plan.speak();
    showAll();
  };

  const showSilent = () => {
    /** @type {HTMLInputElement} */ (byId('silent')).checked = words.silent;
  };
  bindToolbar(state, () => (calls.rebuild(), showAll()), { tell, silent: saveSilent });
  onSetting('silent', async () => {
    words.silent = await readSilent();
    showSilent();
    calls.speak();
  });
  bindKeysOfPage(tell);
  bindPresence(tell);
  bindHelp(() => words.t);
  bindUndo(tell);
  bindFiles(tell, ask, calls);
  finder.bind();
  calls.onChange = showAll;
  showSilent();
  onLangChanged(speak);
  channel.addEventListener('message', ({ data }) => {
    const message = /** @type {DevtoolsMessage} */ (data);
    if (message.type === 'reply') return;
    calls.take(message);
    later();
  });
  tabs.show(0);
  await speak();
  tell({ type: 'hello' });
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
