/** The panel: a view on the rows that the devtools page holds. */

import { loadI18n, onLangChanged, translatePage } from '../core/i18n.js';
import { openChannel, PANEL } from '../core/messages.js';
import { byId } from '../core/page.js';
import { client, receive } from '../core/rpc.js';
import { onSetting, readManaged, readSilent, saveSilent } from '../core/settings.js';
import { bindActivity } from './activity.js';
import { Calls } from './calls.js';
import { bindFiles, showReading } from './files.js';
import { Finder } from './finder.js';
import { bindHelp, bindKeysOfPage } from './keys.js';
import { bindUndo, showUndo } from './notices.js';
import { PlanView } from './plan/plan.js';
import { PanelState } from './state.js';
import { bindTabs } from './tabs.js';
import { followTools } from './theme.js';
import { bindToolbar, showState } from './toolbar.js';

/** @import { Devtools } from '../core/messages.js' */

const CONTEXT_CHECK_MS = 2000;

const channel = openChannel(chrome.devtools.inspectedWindow.tabId);

/** @type {Devtools} */
const devtools = client(channel, 'devtools');

async function start() {
  followTools();
  const state = new PanelState();
  const { lockRedaction: locked } = await readManaged();
  const words = { ...(await loadI18n()), platforms: new Map(), silent: await readSilent(), locked };
  const calls = new Calls(state, words, devtools);
  const finder = new Finder(calls, devtools, () => words.t);
  const plan = new PlanView(
    byId('plan'),
    devtools,
    () => words.t,
    (id) => {
      tabs.show(0);
      return calls.follow(id);
    },
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
  let isDue = false;
  const later = () => {
    if (isDue) return;
    isDue = true;
    requestAnimationFrame(() => {
      isDue = false;
      calls.update();
      if (plan.isShown) plan.later();
      showAll();
    });
  };
  const speak = async () => {
    Object.assign(words, await loadI18n());
    const platforms = await devtools.request('platforms', {});
    words.platforms = new Map(platforms.map(({ id, name }) => [id, name]));
    translatePage(document, words);
    calls.relocalize();
    plan.relocalize();
    showAll();
  };

  const showSilent = () => {
    byId('silent', HTMLInputElement).checked = words.silent;
  };
  const onChange = () => {
    calls.rebuild();
    showAll();
  };
  bindToolbar(state, onChange, { devtools, silent: saveSilent });
  onSetting('silent', async () => {
    words.silent = await readSilent();
    showSilent();
    calls.relocalize();
  });
  bindKeysOfPage(devtools);
  bindActivity(devtools);
  bindHelp(() => words.t);
  bindUndo(devtools);
  bindFiles(devtools, calls);
  finder.bind();
  calls.onChange = showAll;
  showSilent();
  onLangChanged(speak);
  receive(channel, 'panel', PANEL, (message) => {
    calls.take(message);
    later();
  });
  tabs.show(0);
  await speak();
  devtools.notify('sync', {});
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
