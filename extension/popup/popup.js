/** The popup: a paste box that needs no page, and the session's last diagnosis. */

import { keepingApps, withApps } from '../shared/apps.js';
import { about, diagnose } from '../shared/engine.js';
import { speech, translatePage, verdictWords } from '../shared/i18n.js';
import { onLangChanged } from '../shared/lang.js';
import { TEXT_CAP } from '../shared/messages.js';
import { noticeCard } from '../shared/notice-card.js';
import { readLast, rememberLast, takeHandover } from '../shared/session.js';

/** @import { Answer, Handover } from '../shared/types.js' */
/** @import { Speech } from '../shared/i18n.js' */

/** @param {string} id */
const byId = (id) => /** @type {HTMLElement} */ (document.getElementById(id));
const paste = /** @type {HTMLTextAreaElement} */ (byId('paste'));

/** @param {Answer} answer @param {Speech} words */
const draw = (answer, { t, lang }) =>
  ScopelensCard.render(answer, { verdicts: verdictWords(t), apps: keepingApps(lang) });

/** @param {string} text @param {Speech} words @returns {Promise<Answer>} */
async function answerFor(text, { lang, t }) {
  try {
    const answer = await withApps(await diagnose(text.slice(0, TEXT_CAP), lang));
    const notes = text.length > TEXT_CAP ? [t('note_capped')] : [];
    return { ...answer, notes: [...answer.notes, ...notes] };
  } catch (error) {
    console.error('Scopelens:', error);
    return noticeCard(lang, t('failed_title'), t('failed_lead'));
  }
}

/** Only the answer to the newest text is shown. */
let run = 0;

async function diagnosePasted() {
  const mine = (run += 1);
  const text = paste.value;
  const words = await speech();
  byId('last').hidden = true;
  if (!text.trim()) {
    byId('result').replaceChildren();
    return showLast(words);
  }
  const answer = await answerFor(text, words);
  if (mine !== run) return;
  byId('result').replaceChildren(draw(answer, words));
  if (answer.cards[0]?.kind !== 'notice' && !(await isPrivate())) await rememberLast(answer);
}

/** Nothing is kept of private windows, not even for the session. */
async function isPrivate() {
  const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
  return tab?.incognito ?? chrome.extension.inIncognitoContext;
}

/** @param {Speech} words */
async function showLast(words) {
  const last = await readLast();
  const section = byId('last');
  section.hidden = !last;
  if (!last) return;
  const time = new Date(last.at).toLocaleTimeString(words.lang, { hour: '2-digit', minute: '2-digit' });
  const [heading, body] = section.children;
  heading?.replaceChildren(words.t('popup_last', time));
  body?.replaceChildren(draw(await withApps(last.answer), words));
}

/** @param {Handover} handover @param {Speech} words */
function showHandover({ text, why }, { t }) {
  const isEmpty = !text.trim();
  byId('why').textContent = t(isEmpty && why === 'barred' ? 'why_barred_empty' : `why_${why}`);
  byId('why').hidden = false;
  paste.value = text;
}

/** What the catalogs know and how old they are: a scope that is missing there may be newer. @param {Speech} words */
async function showAbout({ lang, t }) {
  const { platforms } = await about(lang);
  const count = (/** @type {number} */ number) => number.toLocaleString(lang);
  const lines = platforms.filter(({ own, off }) => !own && !off).map((p) => t('popup_catalog', p.name, count(p.scopes), count(p.apis), p.catalog_date));
  byId('about').replaceChildren(...lines.map((line) => ScopelensDom.el('div', {}, line)));
}

async function start() {
  const words = await speech();
  translatePage(document, words);
  showAbout(words).catch((error) => console.error('Scopelens:', error));
  const handover = await takeHandover();
  if (handover) showHandover(handover, words);
  if (handover?.text.trim()) await diagnosePasted();
  else await showLast(words);
}

byId('options').addEventListener('click', () => chrome.runtime.openOptionsPage());
byId('form').addEventListener('submit', (event) => {
  event.preventDefault();
  diagnosePasted();
});
paste.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  diagnosePasted();
});
// The pasted text is in the box only after this event.
paste.addEventListener('paste', () => setTimeout(diagnosePasted));
onLangChanged(async () => {
  const words = await speech();
  translatePage(document, words);
  await Promise.all([diagnosePasted(), showAbout(words)]);
});
start();
