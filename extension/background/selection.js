/** Reads the selection where the person clicked or typed. */

import { meantFrame, notesOf, readFrames } from '../core/frames.js';
import { TEXT_CAP } from '../core/messages.js';

/** @import { Frame } from '../core/frames.js' */
/** @import { Lack, Why } from '../core/types.js' */

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

/** @param {Frame} frame @returns {Source} */
function fromFrame({ frameId, reading }) {
  const fits = reading.width >= LEAST_WIDTH && reading.height >= LEAST_HEIGHT;
  return {
    text: reading.text,
    lack: reading.lack,
    frameId: fits ? frameId : null,
    why: 'small',
    notes: notesOf(reading),
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
