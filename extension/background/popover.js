/** Shows an answer: in the page where that is possible, in the popup elsewhere. */

import { dropHandover, leaveHandover } from '../core/handover.js';
import { verdictWords } from '../core/i18n.js';
import { readTheme } from '../core/settings.js';
import { SHOW_SCRIPTS, STYLE_SHEETS } from '../popover/scripts.js';

/** @import { Handover, ShownAnswer } from '../core/types.js' */
/** @import { Translate } from '../core/i18n.js' */

/** @typedef {{ tabId: number, frameId: number }} Place */

/** @param {string} path */
const textOf = async (path) => (await fetch(chrome.runtime.getURL(path))).text();

/** A click in one frame is not heard in another, so a card there would stay open. @param {number} tabId */
const closeOthers = (tabId) =>
  chrome.scripting.executeScript({
    target: { tabId, allFrames: true },
    func: () => globalThis.ScopelensPopover?.close(),
  });

/** @typedef {{ css: string, theme: 'light' | 'dark' | null }} Style */

/** @param {Place} place @returns {Promise<Style>} the popover's style, once its scripts are in the frame */
async function setUp({ tabId, frameId }) {
  const [sheets, theme] = await Promise.all([
    Promise.all(STYLE_SHEETS.map(textOf)),
    readTheme(),
    closeOthers(tabId),
    chrome.scripting.executeScript({ target: { tabId, frameIds: [frameId] }, files: SHOW_SCRIPTS }),
  ]);
  return { css: sheets.join('\n'), theme };
}

/** A tab's popover. */
export class Popover {
  /** By frame. @type {Map<number, Promise<Style>>} */
  #styles = new Map();

  /** @param {number} tabId */
  constructor(tabId) {
    this.tabId = tabId;
  }

  /** Puts its scripts into a frame, where they do nothing until it is shown; that tells whether they came. @param {number} frameId */
  setUp(frameId) {
    const style = this.#styles.get(frameId) ?? setUp({ tabId: this.tabId, frameId });
    style.catch(() => {});
    this.#styles.set(frameId, style);
    return style;
  }

  /**
   * @param {number} frameId a frame where the selection was read
   * @param {{ answer: ShownAnswer, text: string, byKeyboard: boolean, t: Translate }} shown
   * @throws when the page has gone or bars scripts
   */
  async show(frameId, { answer, text, byKeyboard, t }) {
    const shown = {
      answer,
      text,
      byKeyboard,
      ...(await this.setUp(frameId)),
      verdicts: verdictWords(t),
      closeLabel: t('close'),
      announce: t('read_aloud', answer.cards[0]?.title ?? ''),
    };
    // Chrome tells of no error in the page: what was not shown gives no result.
    const [done] = await chrome.scripting.executeScript({
      target: { tabId: this.tabId, frameIds: [frameId] },
      func: (popover) => ScopelensPopover.show(popover),
      args: [shown],
    });
    if (!done?.result) throw new Error('the page shows no popover');
  }
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
    await chrome.action.openPopup(tab ? { windowId: tab.windowId } : undefined).catch(openWindow);
  } catch (error) {
    await dropHandover();
    throw error;
  }
}

function openWindow() {
  const url = chrome.runtime.getURL('popup/popup.html');
  return chrome.windows.create({ url, type: 'popup', width: 520, height: 640 });
}
