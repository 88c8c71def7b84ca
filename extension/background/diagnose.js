/** From a selection to a card. */

import { withApps } from '../shared/apps.js';
import { rememberDiagnosis } from '../shared/diagnoses.js';
import { diagnose } from '../shared/engine.js';
import { speech } from '../shared/i18n.js';
import { noticeCard } from '../shared/notice-card.js';
import { openInPopup, showPopover } from './present.js';
import { readSelection } from './read.js';

/** @import { Answer } from '../shared/types.js' */
/** @import { Speech } from '../shared/i18n.js' */
/** @import { Source } from './read.js' */

/**
 * @typedef {object} Request
 * @property {chrome.tabs.Tab} tab
 * @property {number | null} frameId null: the frame that has the selection
 * @property {string} selectionText the browser's own copy, or empty
 * @property {boolean} byKeyboard
 */

/** @param {Source} source @param {Speech} speech @returns {Promise<Answer>} */
async function answerFor(source, { lang, t }) {
  if (!source.text.trim()) {
    const key = source.password ? 'password' : 'empty';
    return noticeCard(lang, t(`${key}_title`), t(`${key}_lead`));
  }
  try {
    const answer = await withApps(await diagnose(source.text, lang));
    return { ...answer, notes: [...answer.notes, ...source.notes.map((key) => t(key))] };
  } catch (error) {
    console.error('Scopelens:', error);
    return noticeCard(lang, t('failed_title'), t('failed_lead'));
  }
}

/** @param {Request} request */
export async function diagnoseSelection({ tab, frameId, selectionText, byKeyboard }) {
  if (tab.id === undefined) return;
  const [source, words] = await Promise.all([readSelection(tab.id, frameId, selectionText), speech()]);
  const handover = { text: source.text, why: source.why };
  if (source.frameId === null) return openInPopup(handover, tab);
  const answer = await answerFor(source, words);
  if (!tab.incognito) await rememberDiagnosis(answer);
  const place = { tabId: tab.id, frameId: source.frameId };
  try {
    await showPopover(place, { answer, text: source.text, byKeyboard, t: words.t });
  } catch {
    await openInPopup({ ...handover, why: 'barred' }, tab);
  }
}
