/**
 * Lives as long as the tool window: hears every exchange from the start, whether or not the panel was
 * ever opened, diagnoses it, and holds the rows. The panel is a view on them.
 */

import { isOrder, openChannel } from '../shared/channel.js';
import { currentLang, onLangChanged } from '../shared/lang.js';
import { onSetting, readLimit, saveLimit } from '../shared/settings.js';
import { answer } from './answers.js';
import { keepBadge } from './badge.js';
import { importFiles } from './import.js';
import { hearTraffic } from './live.js';
import { onPageChange } from './navigation.js';
import { Recorder } from './recorder.js';

/** @import { DevtoolsMessage, PanelMessage } from '../shared/channel.js' */
/** @import { View } from '../shared/types.js' */

const { tabId } = chrome.devtools.inspectedWindow;
const channel = openChannel(tabId);
const badge = keepBadge(tabId, () => recorder.memory.rows);

/** @type {View} */
const view = { lang: 'en', offset: -new Date().getTimezoneOffset(), silent: true };

/** @param {DevtoolsMessage} message */
function tell(message) {
  channel.postMessage(message);
  if (message.type !== 'tally' && message.type !== 'reply') badge.update();
}

const recorder = new Recorder(tell, () => view);
/** @type {AbortController | null} */
let importing = null;

async function learnLang() {
  view.lang = await currentLang();
}

const learnLimit = async () => recorder.setLimit(await readLimit());

/** Ends the reading of files; where it has ended, its result is taken away. */
function stopImport() {
  if (recorder.tally.importing?.ended) recorder.count({ importing: null });
  else importing?.abort();
}

/** @param {PanelMessage} message */
async function obey(message) {
  if (message.type === 'hello') recorder.tellAll();
  if (message.type === 'clear') recorder.clear();
  if (message.type === 'undo') recorder.undo();
  if (message.type === 'dismiss') recorder.dismiss();
  if (message.type === 'look') watch.person();
  if (message.type === 'pause') recorder.pause(message.on);
  if (message.type === 'preserve') recorder.count({ preserve: message.on });
  if (message.type === 'cancel') stopImport();
  if (message.type === 'limit') {
    await recorder.setLimit(message.rows);
    await saveLimit(recorder.memory.limit);
  }
  if (message.type === 'import') {
    importing = new AbortController();
    await importFiles(message.files, recorder, importing.signal);
  }
  if (message.type === 'ask') tell(await answer(message, recorder));
}

/** @param {unknown} error */
const report = (error) => console.error('Scopelens:', error);

learnLang().catch(report);
learnLimit().catch(report);
onSetting('limit', () => learnLimit().catch(report));
const watch = hearTraffic(recorder);

onLangChanged(() =>
  learnLang()
    .then(() => recorder.respeak())
    .catch(report),
);
onPageChange((startedAt) => {
  badge.update(true);
  watch.wake();
  if (startedAt !== null && !recorder.tally.preserve) recorder.dropBefore(startedAt).catch(report);
});
channel.addEventListener('message', ({ data }) => isOrder(data) && obey(data).catch(report));

/** @param {chrome.devtools.panels.ExtensionPanel} panel */
function followSight(panel) {
  panel.onShown.addListener(() => watch.show(true));
  panel.onHidden.addListener(() => watch.show(false));
}

const made = /** @type {unknown} */ (
  chrome.devtools.panels.create('Scopelens', '/icons/icon-32.png', '/panel/panel.html', followSight)
);
if (made instanceof Promise) made.then(followSight).catch(report);
