/**
 * Lives as long as the tool window: hears every exchange from the start, whether or not the panel was
 * ever opened, diagnoses it, and holds the rows. The panel is a view on them.
 */

import { openChannel } from '../shared/channel.js';
import { annotateEntry } from './annotate.js';
import { Log } from './log.js';
import { onPageChange } from './navigation.js';

/** @import { DevtoolsMessage, PanelMessage } from '../shared/channel.js' */

const channel = openChannel(chrome.devtools.inspectedWindow.tabId);
const log = new Log();

/** @param {DevtoolsMessage} message */
const tell = (message) => channel.postMessage(message);
const tellAll = () => tell({ type: 'all', rows: log.rows, tally: log.tally });

/** @param {chrome.devtools.network.Request} entry */
async function take(entry) {
  const generation = log.generation;
  const row = await annotateEntry(entry);
  if (row === 'ours' || generation !== log.generation) return;
  if (row === 'unread') {
    log.countUnread();
    tell({ type: 'tally', tally: log.tally });
    return;
  }
  tell({ type: 'row', row: log.add(row), tally: log.tally });
}

chrome.devtools.network.onRequestFinished.addListener((entry) => void take(entry));

onPageChange((startedAt) => {
  if (log.tally.preserve) return;
  log.dropBefore(startedAt);
  tellAll();
});

channel.addEventListener('message', ({ data }) => {
  const message = /** @type {PanelMessage} */ (data);
  if (message.type === 'clear') log.clear();
  if (message.type === 'preserve') log.preserve(message.on);
  tellAll();
});

chrome.devtools.panels.create('Scopelens', '/icons/icon-32.png', '/panel/panel.html');
