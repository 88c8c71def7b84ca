/** The panel's questions about what is in memory. What is secret leaves it masked, unless asked for by name. */

import { readManaged } from '../core/settings.js';
import { timeSlicer } from '../core/yield.js';
import { about, comparePlans, harEntry, harFrame, redact, redactExchange } from '../engine/client.js';
import { toCurl, toMessage } from './http-text.js';
import { formatJson } from './json.js';
import { conversation } from './streams.js';

/** @import { BodyMatch, Details, DevtoolsCalls, WantedText } from '../core/messages.js' */
/** @import { Handlers } from '../core/rpc.js' */
/** @import { Field, Recorded } from '../core/types.js' */
/** @import { Recorder } from './recorder.js' */

/** @param {string} maskedText @param {string} secret @returns {Field} */
const fieldOf = (maskedText, secret) => ({ text: maskedText, masked: maskedText !== secret });

/** @param {string} text @returns {Promise<Field>} */
const maskedField = async (text) => fieldOf(await redact(text), text);

/**
 * @param {[string, string][]} maskedHeaders the same headers with their secrets masked
 * @param {[string, string][]} secret
 * @returns {[string, Field][]}
 */
const headerFields = (maskedHeaders, secret) =>
  secret.map(([name, value], index) => [name, fieldOf(maskedHeaders[index]?.[1] ?? '', value)]);

/** Maximum number of matches: enough to step through. */
const MOST = 1000;

/** Only the newest search goes on. */
let newest = 0;

/**
 * Bodies that hold a text, upper and lower case alike. Those that are not in memory are asked for one by one.
 * @param {Recorder} recorder
 * @param {{ text: string, ids: number[] }} query the rows on show, in their order
 * @returns {Promise<BodyMatch[]>}
 */
async function findText(recorder, { text, ids }) {
  newest += 1;
  const search = newest;
  const needle = text.toLowerCase();
  const yieldIfDue = timeSlicer();
  /** @type {BodyMatch[]} */
  const matches = [];
  for (const id of ids) {
    if (search !== newest || matches.length >= MOST) break;
    const request = recorder.memory.exchange(id)?.request_body;
    if (request?.toLowerCase().includes(needle)) matches.push({ id, side: 'request' });
    const response = await recorder.memory.body(id).catch(() => null);
    if (response?.toLowerCase().includes(needle)) matches.push({ id, side: 'response' });
    await yieldIfDue();
  }
  return matches;
}

/**
 * Calls as a HAR file, masked.
 * @param {Recorder} recorder
 * @param {{ ids: number[] }} query the rows on show
 * @returns {Promise<Blob>}
 */
async function harOf(recorder, { ids }) {
  const yieldIfDue = timeSlicer();
  const { before, between, after } = await harFrame();
  const parts = [before];
  for (const id of ids) {
    const exchange = recorder.memory.exchange(id);
    if (!exchange) continue;
    const body = await recorder.memory.body(id).catch(() => null);
    if (parts.length > 1) parts.push(between);
    parts.push(await harEntry({ ...exchange, body }));
    await yieldIfDue();
  }
  return new Blob([...parts, after], { type: 'application/json' });
}

/** @param {Recorder} recorder @param {number} id @returns {Recorded} */
function exchangeOf(recorder, id) {
  const exchange = recorder.memory.exchange(id);
  if (!exchange) throw new Error('this call has fallen out of the list');
  return exchange;
}

/** Firefox keeps no request body over 1 MiB; its length is still in the headers. @param {Recorded} exchange @returns {Details['requestBody']} */
function requestBodyOf({ request_body: body, request_headers: headers, messages }) {
  if (body !== null && !messages) return 'kept';
  const length = headers.find(([name]) => name === 'content-length')?.[1];
  return Number(length) > 0 ? 'lost' : 'none';
}

/**
 * What the engine says of a call; where it fails on it, nothing but the call without its secrets.
 * @param {Recorder} recorder
 * @param {Recorded} exchange
 */
async function explained({ session, view }, exchange) {
  try {
    return await session.details(JSON.stringify(exchange), view());
  } catch (error) {
    console.error('Scopelens:', error);
    return { annotation: null, answer: null, exchange: await redactExchange({ ...exchange, body: null }) };
  }
}

/**
 * All of a call but its bodies, which are asked for when their tab opens.
 * @param {Recorder} recorder
 * @param {Recorded} exchange
 * @returns {Promise<Details>}
 */
async function detailsOf(recorder, exchange) {
  const { annotation, answer, exchange: bare } = await explained(recorder, exchange);
  return {
    answer,
    soft: annotation?.soft ?? null,
    method: exchange.method,
    status: exchange.status,
    url: fieldOf(bare.url, exchange.url),
    requestHeaders: headerFields(bare.request_headers, exchange.request_headers),
    responseHeaders: headerFields(bare.response_headers, exchange.response_headers),
    requestBody: requestBodyOf(exchange),
    curl: toCurl(bare),
    json: JSON.stringify({ exchange: bare, annotation: annotation && { ...annotation, answer } }, null, 2),
  };
}

/** A socket's two sides are one conversation. @param {Recorder} recorder @param {WantedText} query */
async function textOf(recorder, { id, side }) {
  const { request_body: sent, messages } = exchangeOf(recorder, id);
  if (messages) return side === 'request' ? null : conversation(messages);
  return side === 'request' ? sent : recorder.memory.body(id);
}

/** An administrator may want nothing shown as it is, whatever a panel asks. */
async function assertUnlocked() {
  if ((await readManaged()).lockRedaction) throw new Error('your organisation keeps masked values masked');
}

/** @param {string} text @param {boolean} secret @returns {Promise<Field>} */
async function fieldFor(text, secret) {
  if (!secret) return maskedField(text);
  await assertUnlocked();
  return { text, masked: false };
}

/** A body, laid out. @param {Recorder} recorder @param {WantedText} query */
async function body(recorder, query) {
  const text = await textOf(recorder, query);
  return text === null ? null : fieldFor(formatJson(text), query.secret);
}

/** A message as it came. @param {Recorder} recorder @param {WantedText} query */
async function message(recorder, query) {
  const exchange = exchangeOf(recorder, query.id);
  const text = toMessage(exchange, query.side, await textOf(recorder, query));
  return fieldFor(text, query.secret);
}

/**
 * One secret, asked for by the person.
 * @param {Recorder} recorder
 * @param {DevtoolsCalls['reveal']['params']} query
 * @returns {Promise<string>}
 */
async function reveal(recorder, { id, part, index }) {
  await assertUnlocked();
  const exchange = exchangeOf(recorder, id);
  if (part === 'url') return exchange.url;
  const headers = part === 'requestHeaders' ? exchange.request_headers : exchange.response_headers;
  return headers[index]?.[1] ?? '';
}

/**
 * @typedef {Pick<Handlers<DevtoolsCalls>, 'details' | 'body' | 'message' | 'reveal' | 'curl' | 'plan' | 'comparePlan' | 'platforms'
 *   | 'find' | 'exportHar'>} Answers
 */

/** @param {Recorder} recorder @returns {Answers} each rejects where the call has fallen out of the list, or the engine fails */
export const answersFrom = (recorder) => ({
  details: ({ id }) => detailsOf(recorder, exchangeOf(recorder, id)),
  body: (query) => body(recorder, query),
  message: (query) => message(recorder, query),
  reveal: (query) => reveal(recorder, query),
  async curl({ id }) {
    await assertUnlocked();
    return toCurl(exchangeOf(recorder, id));
  },
  plan: () => recorder.session.plan(recorder.view()),
  async comparePlan({ before }) {
    const now = await recorder.session.plan(recorder.view());
    return comparePlans(before, now, recorder.view());
  },
  async platforms() {
    const { platforms } = await about(recorder.view().lang);
    return platforms.map(({ id, name }) => ({ id, name }));
  },
  find: (query) => findText(recorder, query),
  exportHar: (query) => harOf(recorder, query),
});
