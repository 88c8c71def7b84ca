/** Cards that need no engine: there was nothing to read, or the engine failed. */

/** @import { Headings, Lang } from '../engine/types.js' */
/** @import { ShownAnswer, ShownCard } from './types.js' */

/** Such a card has a title and a lead only, so no heading is ever shown. @type {Headings} */
const NO_HEADINGS = {
  next: '',
  question: '',
  causes: '',
  scopes: '',
  facts: '',
  links: '',
  steps: '',
  copy: '',
  copied: '',
  copy_card: '',
  copy_report: '',
  copy_ask: '',
  fixes: '',
  blanks: '',
  ask: '',
  close: '',
  evidence: '',
  opens_in_new_tab: '',
  app: '',
  forget: '',
  more: '',
  notes: '',
};

/**
 * @param {Lang} lang
 * @param {string} title
 * @param {string} lead
 * @returns {ShownAnswer}
 */
export function noticeCard(lang, title, lead) {
  const nothing = {
    scopes: [],
    scope_note: null,
    next: null,
    fixes: [],
    ask: null,
    asks_app: null,
    question: null,
    evidence: [],
    causes: [],
    facts: [],
    links: [],
    report: null,
    notes: [],
  };
  /** @type {ShownCard} */
  const card = {
    verdict: 'none',
    kind: 'notice',
    platform: null,
    title,
    lead,
    plain: '',
    ...nothing,
  };
  return { lang, words: NO_HEADINGS, cards: [card], notes: [] };
}
