/**
 * Lives as long as the tool window: hears every exchange from the start, whether or not the panel was
 * ever opened, diagnoses it, and holds the rows. The panel is a view on them.
 */

import { currentLang, onLangChanged } from '../core/i18n.js';
import { DEVTOOLS, openChannel } from '../core/messages.js';
import { client, serve } from '../core/rpc.js';
import { onSetting, readLimit, saveLimit } from '../core/settings.js';
import { answersFrom } from './answers.js';
import { bindBadge } from './badge.js';
import { importFiles } from './import.js';
import { onPageChange } from './navigation.js';
import { Recorder } from './recorder.js';
import { observeTraffic } from './traffic.js';

/** @import { DevtoolsCalls, NotifyPanel, PanelCalls } from '../core/messages.js' */
/** @import { Client, Handlers } from '../core/rpc.js' */
/** @import { View } from '../core/types.js' */

const { tabId } = chrome.devtools.inspectedWindow;
const channel = openChannel(tabId);
const badge = bindBadge(tabId, () => recorder.memory.rows);

/** @type {View} */
const view = { lang: 'en', offset: -new Date().getTimezoneOffset(), silent: true };

/** @type {Client<PanelCalls>} */
const panel = client(channel, 'panel');

/** @type {NotifyPanel} */
const notify = (name, params) => {
  panel.notify(name, params);
  if (name !== 'tally') badge.update();
};

const recorder = new Recorder(notify, () => view);
/** @type {AbortController | null} */
let importing = null;

async function loadLang() {
  view.lang = await currentLang();
}

const loadLimit = async () => recorder.setLimit(await readLimit());

/** Ends the reading of files; where it has ended, its result is taken away. */
function stopImport() {
  if (recorder.tally.importing?.ended) recorder.updateTally({ importing: null });
  else importing?.abort();
}

/** @type {Handlers<DevtoolsCalls>} */
const handlers = {
  ...answersFrom(recorder),
  sync: () => recorder.notifyAll(),
  activity: () => watch.person(),
  clear: () => recorder.clear(),
  undoClear: () => recorder.undo(),
  discardCleared: () => recorder.discardCleared(),
  pause: ({ on }) => recorder.pause(on),
  preserve: ({ on }) => recorder.updateTally({ preserve: on }),
  async limit({ rows }) {
    await recorder.setLimit(rows);
    await saveLimit(recorder.memory.limit);
  },
  async importFiles({ files }) {
    importing = new AbortController();
    await importFiles(files, recorder, importing.signal);
  },
  endImport: stopImport,
};

/** @param {unknown} error */
const report = (error) => console.error('Scopelens:', error);

loadLang().catch(report);
loadLimit().catch(report);
onSetting('limit', () => loadLimit().catch(report));
const watch = observeTraffic(recorder);

onLangChanged(() =>
  loadLang()
    .then(() => recorder.relocalize())
    .catch(report),
);
onPageChange((startedAt) => {
  badge.update(true);
  watch.wake();
  if (startedAt !== null && !recorder.tally.preserve) recorder.dropBefore(startedAt).catch(report);
});
serve(channel, 'devtools', DEVTOOLS, handlers);

/** @param {chrome.devtools.panels.ExtensionPanel} pane */
function followVisibility(pane) {
  pane.onShown.addListener(() => watch.show(true));
  pane.onHidden.addListener(() => watch.show(false));
}

const creation = /** @type {unknown} */ (
  chrome.devtools.panels.create('Scopelens', '/icons/icon-32.png', '/panel/panel.html', followVisibility)
);
if (creation instanceof Promise) creation.then(followVisibility).catch(report);
