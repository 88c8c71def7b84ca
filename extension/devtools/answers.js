/** Answers the panel's questions about what is in memory. What is secret leaves it masked, unless asked for by name. */

import { about, comparePlans, redactExchange } from '../shared/engine.js';
import { readManaged } from '../shared/managed.js';
import { toCurl } from './curl.js';
import { findText } from './find.js';
import { harOf } from './export.js';
import { formatJson } from './json.js';
import { fieldOf, headerFields, masked } from './masked.js';
import { toMessage } from './message.js';
import { conversation } from './messages.js';

/** @import { Ask, DevtoolsMessage } from '../shared/channel.js' */
/** @import { Exchange, Field, Part, Plan, Sheet } from '../shared/types.js' */
/** @import { Recorder } from './recorder.js' */

/** @param {Recorder} recorder @param {number} id @returns {Exchange} */
function exchangeOf(recorder, id) {
  const exchange = recorder.memory.exchange(id);
  if (!exchange) throw new Error('this call has fallen out of the list');
  return exchange;
}

/** Firefox keeps no request body over 1 MiB; its length is still in the headers. @param {Exchange} exchange @returns {Sheet['requestBody']} */
function requestBodyOf({ request_body: body, request_headers: headers, messages }) {
  if (body !== null && !messages) return 'kept';
  const length = headers.find(([name]) => name === 'content-length')?.[1];
  return Number(length) > 0 ? 'lost' : 'none';
}

/**
 * What a card shows at once; its bodies are asked for when their tab opens.
 * @param {Recorder} recorder
 * @param {{ id: number }} given
 * @returns {Promise<Sheet>}
 */
async function sheet(recorder, { id }) {
  const exchange = exchangeOf(recorder, id);
  const annotation = await recorder.session.annotate(JSON.stringify(exchange), recorder.view()).catch(() => null);
  const bare = await redactExchange({ ...exchange, body: null });
  return {
    annotation,
    method: exchange.method,
    status: exchange.status,
    url: fieldOf(bare.url, exchange.url),
    requestHeaders: headerFields(bare.request_headers, exchange.request_headers),
    responseHeaders: headerFields(bare.response_headers, exchange.response_headers),
    requestBody: requestBodyOf(exchange),
    curl: toCurl(bare),
    json: JSON.stringify({ exchange: bare, annotation }, null, 2),
  };
}

/** @typedef {{ id: number, part: 'request' | 'response', secret: boolean }} Wanted a text, masked unless `secret` */

/** A socket's two sides are one conversation. @param {Recorder} recorder @param {Wanted} wanted */
async function textOf(recorder, { id, part }) {
  const { request_body: sent, messages } = exchangeOf(recorder, id);
  if (messages) return part === 'request' ? null : conversation(messages);
  return part === 'request' ? sent : recorder.memory.body(id);
}

/** An administrator may want nothing shown as it is, whatever a panel asks. */
async function assertUnlocked() {
  if ((await readManaged()).lockRedaction) throw new Error('your organisation keeps masked values masked');
}

/** @param {string} text @param {boolean} secret @returns {Promise<Field>} */
async function given(text, secret) {
  if (!secret) return masked(text);
  await assertUnlocked();
  return { text, masked: false };
}

/** A body, laid out. @param {Recorder} recorder @param {Wanted} wanted */
async function body(recorder, wanted) {
  const text = await textOf(recorder, wanted);
  return text === null ? null : given(formatJson(text), wanted.secret);
}

/** A message as it came. @param {Recorder} recorder @param {Wanted} wanted */
async function raw(recorder, wanted) {
  const exchange = exchangeOf(recorder, wanted.id);
  const text = toMessage(exchange, wanted.part, await textOf(recorder, wanted));
  return given(text, wanted.secret);
}

/**
 * One secret, asked for by the person.
 * @param {Recorder} recorder
 * @param {{ id: number, part: Part, index: number }} given
 * @returns {Promise<string>}
 */
async function reveal(recorder, { id, part, index }) {
  await assertUnlocked();
  const exchange = exchangeOf(recorder, id);
  if (part === 'url') return exchange.url;
  const headers = part === 'requestHeaders' ? exchange.request_headers : exchange.response_headers;
  return headers[index]?.[1] ?? '';
}

/** @param {Recorder} recorder @param {{ id: number }} given */
async function secretCurl(recorder, { id }) {
  await assertUnlocked();
  return toCurl(exchangeOf(recorder, id));
}

/** @param {Recorder} recorder @param {{ before: Plan }} given */
async function compare(recorder, { before }) {
  const now = await recorder.session.plan(recorder.view());
  return comparePlans(before, now, recorder.view());
}

/** @type {Record<string, (recorder: Recorder, given: any) => unknown>} */
const ANSWERS = {
  sheet,
  body,
  raw,
  reveal,
  compare,
  curl: secretCurl,
  plan: (recorder) => recorder.session.plan(recorder.view()),
  platforms: async (recorder) => (await about(recorder.view().lang)).platforms.map(({ id, name }) => ({ id, name })),
  find: findText,
  har: harOf,
};

/** @param {Ask} ask @param {Recorder} recorder @returns {Promise<DevtoolsMessage>} */
export async function answer({ ask, what, given }, recorder) {
  try {
    return { type: 'reply', ask, ok: await ANSWERS[what]?.(recorder, given), fault: null };
  } catch (error) {
    return { type: 'reply', ask, ok: null, fault: String(error) };
  }
}
