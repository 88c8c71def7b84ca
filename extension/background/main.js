/**
 * The background: the menu item, the command, a text handed over by a popover, and the button's number. It keeps no state
 * of its own, for the browser stops it at will; so every listener is registered before anything is awaited.
 */

import { dropStaleHandover } from '../core/handover.js';
import { loadI18n, onLangChanged } from '../core/i18n.js';
import { migrateSettings } from '../core/settings-migration.js';
import { believed } from '../core/trust.js';
import { serveBadge } from './badge.js';
import { diagnoseSelection } from './diagnose.js';
import { leftUndone, whilePending } from './pending.js';
import { openInPopup } from './popover.js';

/** @import { Request } from './diagnose.js' */

const ID = 'diagnose-selection';

/** @param {unknown} error */
const report = (error) => console.error('Scopelens:', error);

async function createMenu() {
  const { t } = await loadI18n();
  await chrome.contextMenus.removeAll();
  chrome.contextMenus.create({ id: ID, title: t('menu_diagnose'), contexts: ['selection', 'editable'] });
}

/** The item stays: a menu that stands open meanwhile would lead nowhere if it were made anew. */
async function translateMenu() {
  const { t } = await loadI18n();
  await chrome.contextMenus.update(ID, { title: t('menu_diagnose') });
}

/** One after the other: a language that is chosen while the menu is made must not fail for want of it. */
let menu = Promise.resolve();
const soon = (/** @type {() => Promise<void>} */ change) => {
  menu = menu.then(change).catch(report);
};

chrome.runtime.onInstalled.addListener((details) => {
  migrateSettings().catch(report);
  soon(createMenu);
  // Firefox says so of an add-on that was loaded for a try, which is done again and again.
  const isForATry = 'temporary' in details && details.temporary === true;
  if (details.reason === 'install' && !isForATry) chrome.tabs.create({ url: '/welcome/welcome.html' }).catch(report);
});
onLangChanged(() => soon(translateMenu));

/**
 * Listeners give its promise back, by which Firefox knows that this background is at work.
 * @param {Request} request
 */
async function answer(request) {
  const { tab, frameId, byKeyboard } = request;
  if (tab.id === undefined) return;
  await whilePending({ tabId: tab.id, frameId, byKeyboard }, () => diagnoseSelection(request)).catch(report);
}

async function takeUp() {
  const pending = await leftUndone();
  if (!pending) return;
  const { tabId, frameId, byKeyboard } = pending;
  const tab = await chrome.tabs.get(tabId).catch(() => null);
  if (tab) await answer({ tab, frameId, selectionText: '', byKeyboard });
}

chrome.contextMenus.onClicked.addListener((info, tab) => {
  if (info.menuItemId !== ID || !tab) return undefined;
  return answer({ tab, frameId: info.frameId ?? 0, selectionText: info.selectionText ?? '', byKeyboard: false });
});

chrome.commands.onCommand.addListener((command, tab) => {
  if (command !== ID || !tab) return undefined;
  return answer({ tab, frameId: null, selectionText: '', byKeyboard: true });
});

// A page that is still waiting has woken the background, which is all it wants: see the last line.
chrome.runtime.onMessage.addListener((value, sender) => {
  const message = believed(value, sender);
  if (message?.name !== 'handover') return;
  openInPopup({ text: message.params.text, why: 'removed', notes: [] }, sender.tab).catch(report);
});

chrome.runtime.onConnect.addListener((port) => serveBadge(port));

takeUp().catch(report);
// A page that has taken our script's process over is not to read the settings or change them. Firefox knows no such thing.
chrome.storage.local.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' })?.catch(report);
dropStaleHandover().catch(report);
