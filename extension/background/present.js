/** Shows an answer: in the page where that is possible, in the popup elsewhere. */

import { verdictWords } from '../shared/i18n.js';
import { leaveHandover } from '../shared/session.js';

/** @import { Answer, Handover } from '../shared/types.js' */
/** @import { Translate } from '../shared/i18n.js' */

/** Each file uses what the ones before it define. */
const FILES = [
  'card/dom.js',
  'card/copy.js',
  'card/parts.js',
  'card/app.js',
  'card/question.js',
  'card/card.js',
  'popover/surface.js',
  'popover/guard.js',
  'popover/presence.js',
  'popover/popover.js',
];

/** @param {string} path */
const textOf = async (path) => (await fetch(chrome.runtime.getURL(path))).text();

/** A click in one frame is not heard in another, so a card there would stay open. @param {number} tabId */
const closeOthers = (tabId) =>
  chrome.scripting.executeScript({
    target: { tabId, allFrames: true },
    func: () => globalThis.ScopelensPopover?.close(),
  });

/**
 * Shows the popover in a frame where the selection was read before.
 * @param {{ tabId: number, frameId: number }} place
 * @param {{ answer: Answer, text: string, byKeyboard: boolean, t: Translate }} shown
 * @throws when the page has gone or bars scripts
 */
export async function showPopover({ tabId, frameId }, { answer, text, byKeyboard, t }) {
  const target = { tabId, frameIds: [frameId] };
  const sheets = await Promise.all(['popover/popover.css', 'card/card.css'].map(textOf));
  await closeOthers(tabId);
  await chrome.scripting.executeScript({ target, files: FILES });
  const shown = {
    answer,
    text,
    byKeyboard,
    css: sheets.join('\n'),
    verdicts: verdictWords(t),
    closeLabel: t('close'),
    announce: t('read_aloud', answer.cards[0]?.title ?? ''),
  };
  // Chrome tells of no error in the page: what was not shown gives no result.
  const [done] = await chrome.scripting.executeScript({
    target,
    func: (given) => ScopelensPopover.show(given),
    args: [shown],
  });
  if (!done?.result) throw new Error('the page shows no popover');
}

/**
 * Opens the popup with a text and the reason for it. Browsers that want a fresh click for that get
 * the same page as a small window.
 * @param {Handover} handover
 * @param {chrome.tabs.Tab} [tab]
 */
export async function openInPopup(handover, tab) {
  await leaveHandover(handover);
  try {
    await chrome.action.openPopup(tab ? { windowId: tab.windowId } : undefined);
  } catch {
    const url = chrome.runtime.getURL('popup/popup.html');
    await chrome.windows.create({ url, type: 'popup', width: 520, height: 640 });
  }
}
