// Functions that are sent into the background and the tool window by their text.

/**
 * Fires the menu item's real listeners, as the menu does.
 * @param {string} selectionText
 * @param {string | null} frameUrl the frame that the selection stands in, where not the top one
 */
export async function clickMenu(selectionText, frameUrl) {
  const [tab] = await chrome.tabs.query({ active: true, windowType: 'normal' });
  const tabId = tab?.id ?? -1;
  let frameId = 0;
  if (frameUrl) {
    const frames = await chrome.scripting.executeScript({
      target: { tabId, allFrames: true },
      func: () => location.href,
    });
    frameId = frames.find((frame) => frame.result === frameUrl)?.frameId ?? 0;
  }
  const info = {
    menuItemId: 'diagnose-selection',
    selectionText,
    frameId,
    pageUrl: tab?.url,
    frameUrl,
    editable: false,
  };
  // @ts-expect-error -- every extension event has a dispatch() that fires its real listeners
  chrome.contextMenus.onClicked.dispatch(info, tab);
}

/**
 * The same in the one frame of a page, whose address nobody but the browser may know.
 * @param {string} selectionText
 */
export async function clickMenuInForeignFrame(selectionText) {
  const [tab] = await chrome.tabs.query({ active: true, windowType: 'normal' });
  const tabId = tab?.id ?? -1;
  const known = await chrome.scripting.executeScript({ target: { tabId, allFrames: true }, func: () => 0 });
  let frameId = known.find((frame) => frame.frameId)?.frameId ?? 0;
  for (let id = 1; id < 1000 && !frameId; id += 1) {
    const failed = await chrome.scripting
      .executeScript({ target: { tabId, frameIds: [id] }, func: () => 0 })
      .then(() => '', String);
    if (failed && !failed.includes('No frame')) frameId = id;
  }
  const info = { menuItemId: 'diagnose-selection', selectionText, frameId, pageUrl: tab?.url, editable: false };
  if (!frameId) throw new Error('the page has no frame');
  // @ts-expect-error -- every extension event has a dispatch() that fires its real listeners
  chrome.contextMenus.onClicked.dispatch(info, tab);
}

/** Shows the extension's panel in the tool window, once it is there. @returns {Promise<boolean>} */
export async function showPanel() {
  // @ts-expect-error -- a module of the tool window
  const { DockController, ViewManager } = await import('./ui/legacy/legacy.js');
  const views = ViewManager.ViewManager.instance();
  const ours = [...views.views.keys()].find((key) => key.startsWith('chrome-extension'));
  if (!ours) return false;
  // In a window of its own the panel has room, and the page keeps its own.
  DockController.DockController.instance().setDockSide('undocked');
  await views.showView(ours);
  return true;
}

/** Chooses the tool window's theme, as its settings do. @param {'dark' | 'default'} name */
export async function setTheme(name) {
  // @ts-expect-error -- a module of the tool window
  const { Settings } = await import('./core/common/common.js');
  Settings.Settings.instance().moduleSetting('ui-theme').set(name);
}

/** @param {number} factor */
export async function setZoom(factor) {
  const [tab] = await chrome.tabs.query({ active: true, windowType: 'normal' });
  await chrome.tabs.setZoom(tab?.id ?? -1, factor);
}

/** What a click on the toolbar button opens. @param {string} popup '' for nothing */
export async function setPopup(popup) {
  await chrome.action.setPopup({ popup });
}

/** @returns {Promise<string>} */
export async function readBadge() {
  const [tab] = await chrome.tabs.query({ active: true, windowType: 'normal' });
  return chrome.action.getBadgeText({ tabId: tab?.id ?? -1 });
}

/** Fires the keyboard command's real listeners. */
export async function pressCommand() {
  const [tab] = await chrome.tabs.query({ active: true, windowType: 'normal' });
  // @ts-expect-error -- every extension event has a dispatch() that fires its real listeners
  chrome.commands.onCommand.dispatch('diagnose-selection', tab);
}

/** Fires the listeners of an update. */
export function tellOfUpdate() {
  // @ts-expect-error -- every extension event has a dispatch() that fires its real listeners
  chrome.runtime.onInstalled.dispatch({ reason: 'update', previousVersion: '0.0.1' });
}
