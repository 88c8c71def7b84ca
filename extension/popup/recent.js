/** The session's last diagnoses, newest first; one is open at a time. */

import { keepingApps, withApps } from '../core/apps.js';
import { clearDiagnoses, onDiagnosesChanged, readDiagnoses, restoreDiagnoses } from '../core/diagnoses.js';
import { verdictWords } from '../core/i18n.js';
import { byId } from '../core/page.js';

/** @import { Diagnosis } from '../core/types.js' */
/** @import { I18n } from '../core/i18n.js' */

const { el, isolated } = ScopelensDom;

/** @param {number} timestamp @param {I18n} words */
function time(timestamp, { lang }) {
  const date = new Date(timestamp);
  const words = date.toLocaleTimeString(lang, { hour: '2-digit', minute: '2-digit' });
  return el('time', { datetime: date.toISOString() }, words);
}

/** @param {Diagnosis} diagnosis @param {I18n} words */
function summary({ at: diagnosedAt, answer }, words) {
  const [card] = answer.cards;
  const codes = answer.cards.flatMap(({ scopes }) => scopes.map(({ code }) => code));
  const more = answer.cards.length - 1;
  return el(
    'summary',
    { 'data-verdict': card?.verdict ?? 'none' },
    el('span', { class: 'shape', 'aria-hidden': 'true' }),
    isolated(card?.title ?? '', { class: 'what', lang: answer.lang }),
    time(diagnosedAt, words),
    el(
      'span',
      { class: 'which' },
      card?.platform && isolated(card.platform.name, { lang: answer.lang }),
      ...[...new Set(codes)].map((code) => el('code', {}, isolated(code))),
      more > 0 && words.t('popup_recent_more', more),
    ),
  );
}

/** @param {Diagnosis} diagnosis @param {I18n} words @param {boolean} open */
function row(diagnosis, words, open) {
  const details = el(
    'details',
    { name: 'recent', 'data-key': diagnosis.key, lang: words.lang },
    summary(diagnosis, words),
  );
  details.addEventListener('toggle', async () => {
    if (!details.open || details.children.length > 1) return;
    const options = { verdicts: verdictWords(words.t), apps: keepingApps(diagnosis.answer.lang) };
    details.append(ScopelensCard.render(await withApps(diagnosis.answer), options));
  });
  details.open = open;
  return el('li', {}, details);
}

/** @type {Diagnosis[]} what the last clearing took */
let cleared = [];

/** @param {I18n} words */
export async function showRecent(words) {
  const list = byId('list');
  const opened = /** @type {HTMLElement | null} */ (list.querySelector('details[open]'))?.dataset.key;
  const diagnoses = await readDiagnoses();
  if (diagnoses.length) cleared = [];
  list.replaceChildren(...diagnoses.map((diagnosis) => row(diagnosis, words, diagnosis.key === opened)));
  byId('recent').hidden = !diagnoses.length && !cleared.length;
  byId('clear').hidden = !diagnoses.length;
  byId('undo').hidden = !cleared.length;
  byId('cleared').textContent = cleared.length ? words.t('popup_cleared', cleared.length) : '';
  byId('none').hidden = diagnoses.length > 0 || cleared.length > 0;
}

async function clear() {
  cleared = await readDiagnoses();
  await clearDiagnoses();
}

/** Arrow keys go from row to row, as in any list. @param {KeyboardEvent} event */
function move(event) {
  const rows = /** @type {HTMLElement[]} */ ([...byId('list').querySelectorAll(':scope > li > details > summary')]);
  const index = rows.indexOf(/** @type {HTMLElement} */ (event.target));
  if (index < 0) return;
  const to = { ArrowDown: index + 1, ArrowUp: index - 1, Home: 0, End: rows.length - 1 }[event.key];
  if (to === undefined) return;
  event.preventDefault();
  rows[to]?.focus();
}

/** @param {() => Promise<I18n>} speech */
export function bindRecent(speech) {
  byId('list').addEventListener('keydown', move);
  byId('clear').addEventListener('click', clear);
  byId('undo').addEventListener('click', () => restoreDiagnoses(cleared));
  onDiagnosesChanged(async () => {
    const { activeElement } = document;
    await showRecent(await speech());
    // The focus must not go with the button that had it.
    if (activeElement?.id === 'clear') byId('undo').focus();
    if (activeElement?.id === 'undo') byId('clear').focus();
  });
}
