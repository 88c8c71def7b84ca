/** The session's last diagnoses: what their cards say, never the text that they were made of. */

/** @import { Diagnosis, ShownAnswer, ShownCard } from './types.js' */

/** The oldest falls out. */
const LIMIT = 10;

/** @param {ShownCard} card @param {string} id */
const fact = ({ facts }, id) => facts.find((one) => one.id === id)?.value ?? '';

/**
 * The same for refusals of one cause, as the engine tells them apart: another request or language is no other cause.
 * @param {ShownCard} card
 */
const causeOf = (card) =>
  [
    card.platform?.id,
    card.kind,
    fact(card, 'code'),
    card.scopes.map(({ code }) => code).toSorted(),
    fact(card, 'app_id'),
  ].join('|');

/** A report quotes the reply, and a place points into a text that is not kept. @param {ShownCard} card @returns {ShownCard} */
const keptOf = (card) => ({
  ...card,
  report: null,
  apps: [],
  scopes: card.scopes.map((scope) => ({ ...scope, place: null })),
  facts: card.facts.map((one) => ({ ...one, place: null })),
});

/** @returns {Promise<Diagnosis[]>} newest first */
export async function readDiagnoses() {
  const { diagnoses } = await chrome.storage.session.get('diagnoses');
  return Array.isArray(diagnoses) ? diagnoses : [];
}

/** Of two of one cause the first stays. @param {Diagnosis[]} list newest first */
function keep(list) {
  const keys = list.map(({ key }) => key);
  const diagnoses = list.filter(({ key }, index) => keys.indexOf(key) === index).slice(0, LIMIT);
  return chrome.storage.session.set({ diagnoses });
}

/** Keeps an answer, where something was found. @param {ShownAnswer} answer */
export async function rememberDiagnosis(answer) {
  if (answer.cards.every(({ verdict }) => verdict === 'none')) return;
  const key = answer.cards.map(causeOf).join('\n');
  const reduced = { ...answer, cards: answer.cards.map(keptOf) };
  await keep([{ key, at: Date.now(), answer: reduced }, ...(await readDiagnoses())]);
}

export const clearDiagnoses = () => chrome.storage.session.remove('diagnoses');

/** Undoes a clearing; what came since stays before it. @param {Diagnosis[]} cleared */
export const restoreDiagnoses = async (cleared) => keep([...(await readDiagnoses()), ...cleared]);

/** @param {() => void} listener called after the list has changed, whoever changed it */
export function onDiagnosesChanged(listener) {
  chrome.storage.onChanged.addListener((changes, area) => {
    if (area === 'session' && changes.diagnoses) listener();
  });
}
