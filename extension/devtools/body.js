/** Reads a reply's body. The browsers hand it over in different ways, and not always all of it. */

import { charsetOf, decodeBase64, fromBytes } from './decode.js';
import { headerOf } from './entry.js';
import { byAddress } from './resources.js';
import { streamText } from './streams.js';

/** @import { BodyState } from '../engine/types.js' */
/** @typedef {chrome.devtools.network.Request} Entry */
/** @typedef {(callback: (content: string | null, second?: string) => void) => unknown} GetContent */
/** @typedef {{ text: string | null, state: BodyState }} Body no text where the browser has none any more */

/** A byte order mark is in the size, but not in the text. */
const MARK_BYTES = 3;

/** Firefox fills what it has dropped of a long body with NUL, up to the size that was declared; a text has no such end. */
const FILLING = '\0'.repeat(1024);

/**
 * Chrome calls back with (content, encoding), Firefox resolves to [content, MIME type].
 * @param {GetContent} getContent
 * @returns {Promise<{ content: string | null, second: string }>}
 */
function ask(getContent) {
  return new Promise((resolve, reject) => {
    /** @param {string | null} content @param {string} [second] */
    const settle = (content, second = '') => resolve({ content, second });
    const reply = /** @type {unknown} */ (getContent(settle));
    if (reply instanceof Promise) reply.then(([content, second]) => settle(content, second), reject);
  });
}

/**
 * How to ask for an entry's body later without keeping the entry: it is large, the asking is small.
 * Firefox gives each entry a function of its own, Chrome a prototype that knows the request.
 * @param {Entry} entry
 * @returns {GetContent | null} null for an entry that holds its body
 */
function contentOf(entry) {
  const { getContent } = entry;
  if (typeof getContent !== 'function') return null;
  if (Object.hasOwn(entry, 'getContent')) return getContent;
  const owner = Object.getPrototypeOf(entry);
  return (callback) => owner.getContent(callback);
}

/** The media type with its parameters, which Chrome's `mimeType` lacks. @param {Entry} entry */
const typeOf = ({ response }) => headerOf(response, 'content-type') || (response.content.mimeType ?? '');

/**
 * The body's bytes as they came; 0 where that is not known, or where they were encoded, for then the sizes that browsers
 * and servers tell are of different things.
 * @param {Entry} entry
 */
function plainSize({ response }) {
  if (!/^(identity)?$/i.test(headerOf(response, 'content-encoding'))) return 0;
  return Math.max(response.content.size ?? 0, Number(headerOf(response, 'content-length')) || 0);
}

/** Bytes of UTF-8, without a byte order mark. @param {string} text */
const bytesIn = (text) => new TextEncoder().encode(text).length;

/**
 * Asks the browser for an entry's body, as often as it is called: by the request's number, and by its address where that is
 * forgotten and the reply has the length that was told.
 * @param {Entry} entry
 * @returns {(() => Promise<string | null>) | null} null for an entry that holds its body itself
 */
export function reader(entry) {
  const getContent = contentOf(entry);
  if (!getContent) return null;
  const { encoding, size: decodedSize = 0 } = entry.response.content;
  const head = { type: typeOf(entry), size: plainSize(entry), encoding };
  const find = byAddress(entry);
  return async () => {
    const text = await readText(getContent, head);
    if (text !== null || decodedSize <= 0) return text;
    const getReply = await find();
    const other = getReply && (await readText(getReply, head));
    if (!other) return null;
    const bytes = bytesIn(other);
    return bytes === decodedSize || bytes + MARK_BYTES === decodedSize ? other : null;
  };
}

/**
 * @param {GetContent} getContent
 * @param {{ type: string, size: number, encoding: string | undefined }} head what the entry says
 * @returns {Promise<string | null>} null where the browser has none any more
 */
async function readText(getContent, { type, size, encoding }) {
  const { content = null, second } = await ask(getContent);
  if (!content) return content;
  if (second === 'base64' || (second !== '' && encoding === 'base64')) return decodeBase64(content, type);
  return charsetOf(type) ? content : fromBytes(content, size);
}

/**
 * An entry that the browser had before we asked may bring its body along.
 * @param {Entry} entry
 */
function heldText(entry) {
  const { text, encoding } = entry.response.content;
  if (!text) return null;
  return encoding === 'base64' ? decodeBase64(text, typeOf(entry)) : text;
}

/** @param {Entry} entry */
const mayHaveBody = ({ request, response }) =>
  request.method !== 'HEAD' && response.status !== 204 && response.status !== 304;

/** Scripts are given no reply of another site that did not allow it. @param {Entry} entry */
const isWithheld = ({ request, response }) =>
  headerOf(request, 'sec-fetch-mode') === 'no-cors' &&
  headerOf(request, 'sec-fetch-site') !== 'same-origin' &&
  headerOf(response, 'content-length') !== '0';

/**
 * Whether an empty text may stand for a failed call's reply that is not told: both browsers do so with one that is withheld,
 * Chromium at times before it knows a header of it, and every reply has headers.
 * @param {Entry} entry
 */
const isUntold = (entry) => entry.response.status >= 400 && (!entry.response.headers?.length || isWithheld(entry));

/** JSON that opens a bracket and does not end with one was broken off: Firefox does not mark it. @param {Entry} entry @param {string} text */
const isBrokenOff = (entry, text) =>
  /^\s*[{[]/.test(text) && !/[}\]]\s*$/.test(text.slice(-64)) && /\bjson\b/i.test(typeOf(entry));

/**
 * A text with fewer bytes than were declared was cut. Of the encodings in use only UTF-16 takes more
 * bytes than UTF-8. Chrome gives null, not an empty text, for a body that it does not have.
 * @param {Entry} entry
 * @param {string | null} text
 * @param {number} most UTF-16 units that are looked at
 * @returns {BodyState}
 */
function stateOf(entry, text, most) {
  if (!mayHaveBody(entry)) return 'whole';
  const size = plainSize(entry);
  if (!text) return text === null || size > 0 || isUntold(entry) ? 'missing' : 'whole';
  if (text.length > most || isBrokenOff(entry, text)) return 'cut';
  // No character takes fewer bytes than units, and most texts are Latin: those need no counting.
  if (text.length + MARK_BYTES >= size) return 'whole';
  return bytesIn(text) + MARK_BYTES < size && !/^utf-?16/.test(charsetOf(typeOf(entry))) ? 'cut' : 'whole';
}

/** @param {Entry} entry @param {string | null} text @param {number} most @returns {Body} */
function bodyOf(entry, text, most) {
  if (text?.endsWith(FILLING)) return { text: text.replace(/\0+$/, ''), state: 'cut' };
  const state = stateOf(entry, text, most);
  return { text: state === 'missing' ? null : (text ?? ''), state };
}

/**
 * The text of a reply: what the entry holds, what the browser gives for it, or the events of a stream that its page has closed.
 * @param {Entry} entry
 * @param {Promise<string | null> | null} browserText the browser's own copy
 * @param {Promise<number>} limit UTF-16 units that are looked at: a refusal is small
 * @returns {Promise<Body>}
 */
export async function readBody(entry, browserText, limit) {
  const [text, most] = await Promise.all([heldText(entry) ?? browserText, limit]);
  const body = bodyOf(entry, text || (streamText(entry) ?? text), most);
  return { text: body.text?.slice(0, most) ?? null, state: body.state };
}
