/** From a network entry of the browser to a row. A bad entry gives a row that says so, never an error. */

import { annotate, readDecision, siftPatterns } from '../shared/engine.js';
import { currentLang } from '../shared/lang.js';
import { readBody } from './body.js';
import { bareUrl, headOf, isCall, toExchange } from './entry.js';
import { Sieve } from './sift.js';

/** @import { Annotation, BodyState, Row } from '../shared/types.js' */
/** @typedef {chrome.devtools.network.Request} Entry */

/** @type {Annotation} */
const NOTHING = {
  verdict: 'none',
  label: '',
  platform: null,
  api: null,
  call: { name: null, known: false, platform: null },
  soft: null,
  cause: '',
  scopes: [],
  answer: null,
};

/** @type {Sieve | null} */
let sieve = null;

/**
 * @param {Entry} entry
 * @param {BodyState} bodyState
 * @param {Annotation | null} annotation
 * @returns {Omit<Row, 'id'>}
 */
function toRow(entry, bodyState, annotation) {
  return {
    at: Date.parse(String(entry.startedDateTime)),
    method: entry.request.method,
    url: bareUrl(entry.request.url),
    status: entry.response.status,
    bodyState,
    failed: annotation === null,
    annotation: annotation ?? NOTHING,
  };
}

/**
 * Decides from the head alone whether the body is worth reading, for reading costs far more.
 * @param {Entry} entry
 * @returns {Promise<Omit<Row, 'id'> | 'unread' | 'ours'>}
 *   'unread': of no interest; 'ours': not a call of the page at all
 */
export async function annotateEntry(entry) {
  if (!isCall(entry)) return 'ours';
  try {
    const decision = await readDecision(headOf(entry));
    if (!decision.read) return 'unread';
    const body = await readBody(entry);
    sieve ??= new Sieve(await siftPatterns());
    const part = sieve.partOf(body, decision.why === 'ours');
    if (!part) return toRow(entry, body.state, NOTHING);
    const annotation = await annotate(toExchange(entry, part.text, part.state), await currentLang());
    return toRow(entry, body.state, annotation);
  } catch (error) {
    console.error('Scopelens:', error);
    return toRow(entry, 'whole', null);
  }
}
