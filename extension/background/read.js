/** Reads the selection where the person clicked or typed. */

import { asReading, TEXT_CAP } from '../shared/messages.js';

/** @import { Lack, Reading, Why } from '../shared/types.js' */

/** The last one's value is the reading. */
const FILES = ['popover/selection.js', 'popover/read.js'];

/** A card needs this much room, in px. */
const LEAST_WIDTH = 320;
const LEAST_HEIGHT = 200;

/** Firefox cuts the menu's own text here. */
const MENU_TEXT_LIMIT = 16_384;

/**
 * @typedef {object} Source
 * @property {string} text
 * @property {Lack} lack why there is no text, where there is none
 * @property {number | null} frameId the frame to show the card in; null where there is none
 * @property {Why} why why there is none
 * @property {string[]} notes message keys
 */

/**
 * Reads frames of a tab. Frames that bar scripts are left out; an empty list means that all do.
 * @param {number} tabId
 * @param {{ frameIds: number[] } | { allFrames: true }} frames
 * @returns {Promise<{ frameId: number, reading: Reading }[]>}
 */
async function readFrames(tabId, frames) {
  try {
    const results = await chrome.scripting.executeScript({ target: { tabId, ...frames }, files: FILES });
    return results.flatMap(({ frameId, result }) => {
      const reading = asReading(result);
      return reading ? [{ frameId, reading }] : [];
    });
  } catch {
    return [];
  }
}

/**
 * The frame a keyboard command means: where the focus and the selection are.
 * @param {{ frameId: number, reading: Reading }[]} frames
 */
function meantFrame(frames) {
  /** @param {Reading} reading */
  const rank = ({ text, focused, lack }) => (text ? 4 : 0) + (focused ? 2 : 0) + (lack === 'empty' ? 0 : 1);
  return frames.toSorted((a, b) => rank(b.reading) - rank(a.reading))[0];
}

/** @param {{ frameId: number, reading: Reading }} frame @returns {Source} */
function fromFrame({ frameId, reading }) {
  const fits = reading.width >= LEAST_WIDTH && reading.height >= LEAST_HEIGHT;
  const notes = reading.total > reading.text.length ? ['note_capped'] : [];
  return {
    text: reading.text,
    lack: reading.lack,
    frameId: fits ? frameId : null,
    why: 'small',
    notes,
  };
}

/**
 * The browser's own copy of the selection, for frames that bar scripts. It loses line breaks in
 * Chrome and is cut in Firefox.
 * @param {string} selectionText
 * @param {number | null} frameId
 * @returns {Source}
 */
function fromMenu(selectionText, frameId) {
  const notes = selectionText.length === MENU_TEXT_LIMIT ? ['note_cut'] : [];
  if (frameId !== null) notes.push('note_flat');
  return { text: selectionText.slice(0, TEXT_CAP), lack: 'empty', frameId, why: 'barred', notes };
}

/**
 * Reads the selection in one frame, or in the one that has it when `frameId` is null. Where the
 * frame is closed to us but its page is not, the card is to be shown in the page.
 * @param {number} tabId
 * @param {number | null} frameId
 * @param {string} selectionText
 * @returns {Promise<Source>}
 */
export async function readSelection(tabId, frameId, selectionText) {
  const frames = await readFrames(tabId, frameId === null ? { allFrames: true } : { frameIds: [frameId] });
  const frame = meantFrame(frames);
  if (frame) return withMenuText(fromFrame(frame), selectionText);
  const page = frameId ? await readFrames(tabId, { frameIds: [0] }) : [];
  return fromMenu(selectionText, page.length ? 0 : null);
}

/**
 * Some selections, in shadow trees say, are seen by the browser only.
 * @param {Source} source
 * @param {string} selectionText
 * @returns {Source}
 */
function withMenuText(source, selectionText) {
  if (source.text || source.lack === 'password' || !selectionText) return source;
  const { text, notes } = fromMenu(selectionText, null);
  return { ...source, text, notes };
}
