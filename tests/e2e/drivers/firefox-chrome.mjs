// Functions that are sent into the browser's own window by their text: each sees its arguments, and
// what stands in `common`.
// @ts-nocheck -- they run among Firefox's own globals, of which there are no types

/** The element that shows one of the extension's documents: its background, popup or panel. */
function browserOf(name, id) {
  const kinds = { background: ['background'], popup: ['popup', 'tab'], panel: ['devtools_panel'] }[name];
  const views = [...WebExtensionPolicy.getByID(id).extension.views];
  return views.find((view) => kinds.includes(view.viewType) && view.xulBrowser?.isConnected)?.xulBrowser;
}

function toolbox() {
  const { require } = ChromeUtils.importESModule('resource://devtools/shared/loader/Loader.sys.mjs');
  const { gDevTools } = require('devtools/client/framework/devtools');
  return { gDevTools, open: gDevTools.getToolboxForTab(gBrowser.selectedTab) };
}

/** What the others lean on, as text to stand before them. */
export const common = [browserOf, toolbox].join('\n');

export const menuIsOpen = () => document.getElementById('contentAreaContextMenu').state === 'open';

/** Chooses the item of the open context menu whose id ends so. Gives the time at which the browser was told, in ms since 1970. */
export async function chooseFromMenu(id) {
  const menu = document.getElementById('contentAreaContextMenu');
  const item = [...menu.querySelectorAll('menuitem')].find((each) => each.id.endsWith(id) && !each.hidden);
  if (!item) {
    menu.hidePopup();
    throw new Error(`no ${id} in the menu`);
  }
  const told = new Promise((resolve) => {
    item.addEventListener('command', () => resolve(performance.timeOrigin + performance.now()), {
      capture: true,
      once: true,
    });
  });
  menu.activateItem(item);
  return told;
}

/** Ends the background: as a crash does, or as Firefox ends an idle one, which it lets finish what it has begun. */
export async function killBackground(id, isCrash) {
  const { extension } = WebExtensionPolicy.getByID(id);
  await extension.terminateBackground({ ignoreDevToolsAttached: true, disableResetIdleForTest: isCrash });
}

export async function openTools() {
  await toolbox().gDevTools.showToolboxForTab(gBrowser.selectedTab, { toolId: 'netmonitor' });
}

/** Turns to the panel named Scopelens, if the tool window has it by now. */
export async function selectPanel() {
  const tools = toolbox().open;
  const tool = tools.getAdditionalTools().find((each) => each.label === 'Scopelens');
  if (tool) await tools.selectTool(tool.id);
  return Boolean(tool);
}

/** Is the panel's page in its place? */
export const hasPanel = (id) => Boolean(browserOf('panel', id)?.currentURI.spec.endsWith('/panel/panel.html'));

export async function closeTools() {
  await toolbox().open?.destroy();
}

export async function clickToolbarButton(id) {
  const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
  const { extension } = WebExtensionPolicy.getByID(id);
  await ExtensionParent.apiManager.global.browserActionFor(extension).openPopup(window, false);
}

/** What the toolbar button says in the tab on show. */
export function readBadge(id) {
  const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
  const { extension } = WebExtensionPolicy.getByID(id);
  const { action } = ExtensionParent.apiManager.global.browserActionFor(extension);
  return action.getProperty(gBrowser.selectedTab, 'badgeText') ?? '';
}

/** Presses the key that a command is bound to now, such as Alt+Shift+D, on the window's own keyboard. */
export async function pressShortcut(id, name) {
  const commands = await WebExtensionPolicy.getByID(id).extension.shortcuts.allCommands();
  const { shortcut } = commands.find((command) => command.name === name);
  const held = { Alt: ['Alt', 'AltLeft', 18], Shift: ['Shift', 'ShiftLeft', 16], Ctrl: ['Control', 'ControlLeft', 17] };
  const tip = Cc['@mozilla.org/text-input-processor;1'].createInstance(Ci.nsITextInputProcessor);
  if (!tip.beginInputTransactionForTests(window)) throw new Error('no keyboard');
  const key = (name, code, keyCode) => new KeyboardEvent('', { key: name, code, keyCode });
  const keys = shortcut.split('+').map((cap) => key(...(held[cap] ?? [cap, `Key${cap}`, cap.charCodeAt(0)])));
  for (const each of keys) tip.keydown(each);
  for (const each of keys.toReversed()) tip.keyup(each);
}

export function setScheme(dark) {
  Services.prefs.setIntPref('layout.css.prefers-color-scheme.content-override', dark ? 0 : 1);
  Services.prefs.setIntPref('ui.systemUsesDarkTheme', dark ? 1 : 0);
  Services.prefs.setCharPref('devtools.theme', dark ? 'dark' : 'light');
}

export async function setZoom(factor) {
  await FullZoom.setZoom(factor, gBrowser.selectedBrowser);
}

/** Is a document of the extension there? */
export function find(name, id) {
  return Boolean(browserOf(name, id));
}

/**
 * Runs a function in a document of the extension, where it finds the window as `content`. A document that closes takes the script
 * with it, which fails at once. A popup that is just moving into its place swallows the script: who asks then gives a `patience`,
 * in ms, and tries again.
 */
export function inBrowser(name, id, run, args, patience = 110_000) {
  const { messageManager } = browserOf(name, id);
  const reply = `scopelens:${Math.random()}`;
  const script = `(async () => (${run})(...${JSON.stringify(args)}))().then(
    value => sendAsyncMessage('${reply}', { value }), error => sendAsyncMessage('${reply}', { error: error + '\\n' + error.stack }))`;
  const { promise, resolve, reject } = Promise.withResolvers();
  const limit = setTimeout(() => reject(new Error(`no reply from the ${name}`)), patience);
  const heard = ({ data }) => (data.error ? reject(new Error(data.error)) : resolve(data.value ?? null));
  const closes = (closed) => closed === messageManager && reject(new Error(`the ${name} has closed`));
  messageManager.addMessageListener(reply, heard);
  const topics = ['message-manager-close', 'message-manager-disconnect'];
  for (const topic of topics) Services.obs.addObserver(closes, topic);
  messageManager.loadFrameScript(`data:application/javascript;charset=utf-8,${encodeURIComponent(script)}`, false);
  return promise.finally(() => {
    clearTimeout(limit);
    messageManager.removeMessageListener(reply, heard);
    for (const topic of topics) Services.obs.removeObserver(closes, topic);
  });
}

/** Where a document of the extension begins in the window. */
export function cornerOf(name, id) {
  let [x, y] = [0, 0];
  for (
    let element = browserOf(name, id);
    element;
    element = element.ownerDocument.defaultView.browsingContext.embedderElement
  ) {
    const { left, top } = element.getBoundingClientRect();
    [x, y] = [x + left, y + top];
  }
  return [x, y];
}

export function focus(name, id) {
  browserOf(name, id).focus();
}

/** Has the popup closed that is at its button, in a tab or in a window of its own. */
export function closePopup(id) {
  const browser = browserOf('popup', id);
  const panel = browser?.closest('panel');
  const tab = browser && gBrowser.getTabForBrowser(browser);
  if (panel) panel.hidePopup();
  else if (tab) gBrowser.removeTab(tab);
  else browser?.ownerDocument.defaultView.close();
}

/** A picture of the popup, which no screenshot of the window holds. */
export async function drawPopup(id) {
  const browser = browserOf('popup', id);
  const scale = 2;
  const bitmap = await browser.browsingContext.currentWindowGlobal.drawSnapshot(null, scale, 'white');
  const canvas = document.createElementNS('http://www.w3.org/1999/xhtml', 'canvas');
  canvas.width = bitmap.width;
  canvas.height = bitmap.height;
  canvas.getContext('2d').drawImage(bitmap, 0, 0);
  return canvas.toDataURL('image/png').split(',')[1];
}

/** The address of one of the extension's pages. */
export function addressOf(id, path) {
  return WebExtensionPolicy.getByID(id).getURL(path);
}

/** Errors of scripts, styles and policies since the last time. The browser's own are left out. */
export function takeErrors() {
  const messages = Services.console.getMessageArray();
  Services.console.reset();
  const errors = messages.filter(
    (each) =>
      each instanceof Ci.nsIScriptError &&
      !(each.flags & Ci.nsIScriptError.warningFlag) &&
      !(each.flags & Ci.nsIScriptError.infoFlag),
  );
  return errors
    .filter((each) => !/^(chrome|resource):|^$/.test(each.sourceName))
    .map((each) => `${each.errorMessage} (${each.sourceName}:${each.lineNumber})`);
}

/** The page is drawn for paper, or for the screen again. */
export function setMedium(medium) {
  gBrowser.selectedBrowser.browsingContext.mediumOverride = medium === 'print' ? 'print' : '';
}

export async function reload(id) {
  const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
  await (await AddonManager.getAddonByID(id)).reload();
}
