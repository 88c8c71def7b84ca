/**
 * The background: the menu item, the command, a text handed over by a popover, and the button's number. It keeps no state,
 * for the browser stops it at will; so every listener is registered before anything is awaited.
 */

import { diagnoseSelection } from './background/diagnose.js';
import { serveBadge } from './background/badge.js';
import { openInPopup } from './background/present.js';
import { onLangChanged } from './shared/lang.js';
import { migrateSettings } from './shared/settings-migration.js';
import { speech } from './shared/i18n.js';
import { fromPopover } from './shared/messages.js';

const ID = 'diagnose-selection';

/** @param {unknown} error */
const report = (error) => console.error('Scopelens:', error);

async function createMenu() {
  const { t } = await speech();
  await chrome.contextMenus.removeAll();
  chrome.contextMenus.create({ id: ID, title: t('menu_diagnose'), contexts: ['selection', 'editable'] });
}

/** One after the other: a language that is chosen while the menu is made must not fail for want of it. */
let menu = Promise.resolve();
const makeMenu = () => {
  menu = menu.then(createMenu).catch(report);
};

chrome.runtime.onInstalled.addListener((details) => {
  migrateSettings().catch(report);
  makeMenu();
  // Firefox says so of an add-on that was loaded for a try, which is done again and again.
  const isForATry = 'temporary' in details && details.temporary === true;
  if (details.reason === 'install' && !isForATry) chrome.tabs.create({ url: '/welcome/welcome.html' }).catch(report);
});
onLangChanged(makeMenu);

chrome.contextMenus.onClicked.addListener((info, tab) => {
  if (info.menuItemId !== ID || !tab) return;
  const selectionText = info.selectionText ?? '';
  diagnoseSelection({ tab, frameId: info.frameId ?? 0, selectionText, byKeyboard: false }).catch(report);
});

chrome.commands.onCommand.addListener((command, tab) => {
  if (command !== ID || !tab) return;
  diagnoseSelection({ tab, frameId: null, selectionText: '', byKeyboard: true }).catch(report);
});

chrome.runtime.onMessage.addListener((value, sender) => {
  const handover = fromPopover(value, sender);
  if (handover) openInPopup({ text: handover.text, why: 'removed' }, sender.tab).catch(report);
});

chrome.runtime.onConnect.addListener((port) => serveBadge(port));
