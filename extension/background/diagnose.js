/** From a selection to a card. */

import { withApps } from '../core/apps.js';
import { rememberDiagnosis } from '../core/diagnoses.js';
import { loadI18n } from '../core/i18n.js';
import { noticeCard } from '../core/notice-card.js';
import { diagnose, warmUp } from '../engine/client.js';
import { openInPopup, Popover } from './popover.js';
import { readSelection } from './selection.js';

/** @import { ShownAnswer } from '../core/types.js' */
/** @import { I18n } from '../core/i18n.js' */
/** @import { Source } from './selection.js' */

/**
 * @typedef {object} Request
 * @property {chrome.tabs.Tab} tab
 * @property {number | null} frameId null: the frame that has the selection
 * @property {string} selectionText the browser's own copy, or empty
 * @property {boolean} byKeyboard
 */

/** @param {Source} source @param {I18n} speech @returns {Promise<ShownAnswer>} */
async function answerFor(source, { lang, t }) {
  if (!source.text.trim()) {
    const { lack } = source;
    return noticeCard(lang, t(`${lack}_title`), t(`${lack}_lead`));
  }
  try {
    const answer = await withApps(await diagnose(source.text, lang));
    return { ...answer, notes: [...answer.notes, ...source.notes.map((key) => t(key))] };
  } catch (error) {
    console.error('Scopelens:', error);
    return noticeCard(lang, t('failed_title'), t('failed_lead'));
  }
}

/**
 * Diagnoses what is selected. The browser may have started this background for the click alone, so whatever waits for
 * nothing is begun at once: the engine takes longest, and meanwhile the page gets the popover's scripts.
 * @param {Request} request
 */
export async function diagnoseSelection({ tab, frameId, selectionText, byKeyboard }) {
  if (tab.id === undefined) return;
  warmUp();
  const wording = loadI18n();
  const popover = new Popover(tab.id);
  if (frameId !== null) popover.setUp(frameId);
  const source = await readSelection(tab.id, frameId, selectionText);
  const handover = { text: source.text, why: source.why, notes: source.notes };
  if (source.frameId === null) return openInPopup(handover, tab);
  popover.setUp(source.frameId);
  const words = await wording;
  const answer = await answerFor(source, words);
  const remembered = tab.incognito ? null : rememberDiagnosis(answer);
  try {
    await popover.show(source.frameId, { answer, text: source.text, byKeyboard, t: words.t });
  } catch {
    await openInPopup({ ...handover, why: 'barred' }, tab);
  }
  await remembered;
}
