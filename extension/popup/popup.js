/** The popup: a paste box that needs no page, beside what was read in it, and the session's last diagnoses. */

import { keepingApps, withApps } from '../core/apps.js';
import { rememberDiagnosis } from '../core/diagnoses.js';
import { notesOf } from '../core/frames.js';
import { takeHandover } from '../core/handover.js';
import { loadI18n, onLangChanged, translatePage, verdictWords } from '../core/i18n.js';
import { TEXT_CAP } from '../core/messages.js';
import { noticeCard } from '../core/notice-card.js';
import { byId } from '../core/page.js';
import { followTheme } from '../core/theme.js';
import { about, diagnose } from '../engine/client.js';
import { HighlightedTextarea } from './highlighted-textarea.js';
import { bindHint, showHint } from './hint.js';
import { liveReader } from './live.js';
import { bindRecent, showRecent } from './recent.js';
import { bindPointing, spansOf } from './spans.js';
import { bindWide, isPrivate, readSelected } from './tab.js';

/** @import { Handover, ShownAnswer } from '../core/types.js' */
/** @import { I18n } from '../core/i18n.js' */
/** @typedef {{ answer: ShownAnswer | null, text: string, words: I18n }} PopupState no answer where there is nothing to say */
const paste = byId('paste', HTMLTextAreaElement);
const textarea = new HighlightedTextarea(paste, byId('backdrop'), showCut);

/** Whether the text was pasted or asked about: then it is said, too, that nothing was refused. */
let isAsked = false;

/** The text that was brought here, as the box holds it, and message keys of notes on how it was read. */
let source = { text: '', notes: /** @type {string[]} */ ([]), isSelected: false };

const live = liveReader({ read, show, settle });

/** An edited text is another one. @param {string} text */
const notesFor = (text) => (text === source.text ? source.notes : []);

/** @param {string} text @param {I18n} words @returns {Promise<ShownAnswer>} */
async function answerFor(text, { lang, t }) {
  try {
    const answer = await withApps(await diagnose(text, lang));
    return { ...answer, notes: [...answer.notes, ...notesFor(text).map((key) => t(key))] };
  } catch (error) {
    console.error('Scopelens:', error);
    return noticeCard(lang, t('failed_title'), t('failed_lead'));
  }
}

/** @returns {Promise<PopupState>} */
async function read() {
  const words = await loadI18n();
  const { text } = textarea;
  if (!text.trim()) isAsked = false;
  const answer = text.trim() ? await answerFor(text, words) : null;
  const isFound = answer?.cards.some(({ verdict }) => verdict !== 'none');
  return { answer: isAsked || isFound ? answer : null, text, words };
}

/** @param {PopupState} state */
function show({ answer, text, words: { t, lang } }) {
  const card = answer && ScopelensCard.render(answer, { verdicts: verdictWords(t), apps: keepingApps(lang) });
  byId('result').replaceChildren(...(card ? [card] : []));
  document.body.classList.toggle('answered', card !== null);
  textarea.mark(answer && text === textarea.text ? spansOf(answer, text.length) : []);
}

/** The same title is not said twice, and nothing of a private window is kept. @param {PopupState} state */
async function settle({ answer, words: { t } }) {
  const announcement = answer ? t('read_aloud', answer.cards[0]?.title ?? '') : '';
  if (byId('said').textContent !== announcement) byId('said').textContent = announcement;
  if (answer && !(await isPrivate())) await rememberDiagnosis(answer);
}

/** @param {number} total 0 where the whole text fits */
async function showCut(total) {
  byId('cut').hidden = !total;
  if (!total) return;
  const { t } = await loadI18n();
  byId('cut').textContent = t('popup_cut', TEXT_CAP, total);
}

/** @param {string} text @param {string[]} notes @param {boolean} isSelected in the page behind the popup */
function bring(text, notes, isSelected) {
  textarea.text = text;
  source = { text: textarea.text, notes, isSelected };
}

/** @param {Handover} handover @param {I18n} words */
function showHandover({ text, why, notes }, { t }) {
  const isEmpty = !text.trim();
  if (why) byId('why').textContent = t(isEmpty && why === 'barred' ? 'why_barred_empty' : `why_${why}`);
  byId('why').hidden = !why;
  bring(text, notes, false);
}

/** Takes what is selected in the page; all of it is selected here, too, so that what is typed or pasted takes its place. */
async function takeSelected() {
  const [reading, { t }] = await Promise.all([readSelected(), loadI18n()]);
  // Who types is quicker than a page that is busy.
  if (!reading || textarea.text) return;
  byId('why').textContent = t('popup_selected');
  byId('why').hidden = false;
  bring(reading.text, notesOf(reading), true);
  // Backward, so that its beginning is in sight.
  paste.setSelectionRange(0, textarea.text.length, 'backward');
}

/** An edited text is no longer the page's. */
function dropSelected() {
  if (!source.isSelected || source.text === textarea.text) return;
  source.isSelected = false;
  byId('why').hidden = true;
}

/** Shows the catalogs' sizes and dates: a scope that is missing there may be newer. @param {I18n} words */
async function showAbout({ lang, t }) {
  const { platforms } = await about(lang);
  const known = platforms.filter(({ off, own }) => !off && !own);
  const lines = known.map((p) => t('popup_catalog', p.name, p.scopes, p.apis, p.catalog_date));
  byId('about').replaceChildren(...lines.map((line) => ScopelensDom.el('div', {}, line)));
}

async function relocalize() {
  const [words, { os }] = await Promise.all([loadI18n(), chrome.runtime.getPlatformInfo()]);
  translatePage(document, words);
  byId('keys').textContent = words.t('popup_keys', os === 'mac' ? 'Cmd' : 'Ctrl');
  await Promise.all([showAbout(words), showRecent(words), showHint(words, os === 'mac')]);
}

function ask() {
  isAsked = true;
  live.now();
}

/** A text that was left for this popup, or else what is selected in the page. */
async function takeOver() {
  const handover = await takeHandover();
  if (handover) showHandover(handover, await loadI18n());
  else await takeSelected();
  byId('why').ariaBusy = null;
  // Firefox at times forgets `autofocus` while it moves a popup into its place.
  if (document.activeElement === document.body) paste.focus();
  if (source.text.trim()) ask();
}

byId('options').addEventListener('click', () => chrome.runtime.openOptionsPage());
byId('form').addEventListener('submit', (event) => {
  event.preventDefault();
  ask();
});
paste.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  ask();
});
paste.addEventListener('input', (event) => {
  dropSelected();
  const { inputType } = /** @type {InputEvent} */ (event);
  if (inputType === 'insertFromPaste' || inputType === 'insertFromDrop') ask();
  else live.soon();
});
bindPointing(textarea, paste, byId('result'));
bindRecent(loadI18n);
bindHint();
followTheme();
onLangChanged(() => Promise.all([relocalize(), live.now()]));
// On a slow machine a text is pasted and asked about before this script is there.
if (textarea.text) paste.dispatchEvent(new InputEvent('input', { inputType: 'insertFromPaste' }));
const wide = bindWide(byId('wide', HTMLButtonElement), () => ({
  text: textarea.text,
  notes: notesFor(textarea.text),
}));
Promise.all([relocalize(), takeOver(), wide]).catch((error) => console.error('Scopelens:', error));
