/** Shows an answer: in the page where that is possible, in the popup elsewhere. */

import { verdictWords } from '../shared/i18n.js';
import { dropHandover, leaveHandover } from '../shared/session.js';
import { readTheme } from '../shared/theme.js';

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
  'popover/place.js',
  'popover/surface.js',
  'popover/guard.js',
  'popover/presence.js',
  'popover/popover.js',
];

const SHEETS = ['shared/colours.css', 'popover/popover.css', 'card/card.css'];

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
    Promise.all(SHEETS.map(textOf)),
    readTheme(),
    closeOthers(tabId),
    chrome.scripting.executeScript({ target: { tabId, frameIds: [frameId] }, files: FILES }),
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
   * @param {{ answer: Answer, text: string, byKeyboard: boolean, t: Translate }} shown
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
      func: (given) => ScopelensPopover.show(given),
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
