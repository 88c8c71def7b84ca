/** Reads a reply's body. The browsers hand it over in different ways. */

/** @import { BodyState } from '../shared/types.js' */
/** @typedef {chrome.devtools.network.Request} Entry */
/** @typedef {(callback: (content: string | null, second?: string) => void) => unknown} GetContent */

/** A refusal is small: no more than this much of a body is looked at, in UTF-16 units. */
export const BODY_CAP = 2 * 1024 * 1024;

/** A byte order mark is in the size, but not in the text. */
const MARK_BYTES = 3;

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

/** @param {string} mime */
const charsetOf = (mime) => /charset\s*=\s*"?([^\s";]+)/i.exec(mime)?.[1] ?? 'utf-8';

/** @param {string} charset */
function decoderFor(charset) {
  try {
    return new TextDecoder(charset);
  } catch {
    return new TextDecoder();
  }
}

/**
 * Decodes a base64 body. Firefox marks some plain texts as base64: what is not, is kept as it is.
 * @param {string} content
 * @param {string} mime
 */
export function decodeBase64(content, mime) {
  try {
    const bytes = Uint8Array.from(atob(content), (unit) => unit.charCodeAt(0));
    return decoderFor(charsetOf(mime)).decode(bytes);
  } catch {
    return content;
  }
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

/**
 * Asks the browser for an entry's body, as often as it is called.
 * @param {Entry} entry
 * @returns {(() => Promise<string | null>) | null} null for an entry that holds its body itself
 */
export function reader(entry) {
  const getContent = contentOf(entry);
  const { mimeType = '', encoding } = entry.response.content;
  return getContent && (() => readText(getContent, mimeType, encoding));
}

/**
 * @param {GetContent} getContent
 * @param {string} mime
 * @param {string | undefined} encoding as the entry says
 * @returns {Promise<string | null>} null where the browser has none any more
 */
async function readText(getContent, mime, encoding) {
  const { content, second } = await ask(getContent);
  const isBase64 = second === 'base64' || (second !== '' && encoding === 'base64');
  return isBase64 && content ? decodeBase64(content, mime) : content;
}

/**
 * An entry that the browser had before we asked may bring its body along.
 * @param {Entry} entry
 */
function heldText({ response }) {
  const { text, encoding, mimeType = '' } = response.content;
  if (!text) return null;
  return encoding === 'base64' ? decodeBase64(text, mimeType) : text;
}

/** @param {Entry} entry */
const mayHaveBody = ({ request, response }) =>
  request.method !== 'HEAD' && response.status !== 204 && response.status !== 304;

/**
 * The body's bytes as the browser or the server counted them.
 * @param {Entry} entry
 */
function declaredSize({ response }) {
  const length = response.headers?.find(({ name }) => name.toLowerCase() === 'content-length');
  return Math.max(response.content.size ?? 0, Number(length?.value) || 0);
}

/**
 * A text with fewer bytes than were declared was cut. Of the encodings in use only UTF-16 takes more
 * bytes than UTF-8. Chrome gives null, not an empty text, for a body that it does not have.
 * @param {Entry} entry
 * @param {string | null} text
 * @returns {BodyState}
 */
function stateOf(entry, text) {
  if (!mayHaveBody(entry)) return 'whole';
  const size = declaredSize(entry);
  if (!text) return text === null || size > 0 ? 'missing' : 'whole';
  if (text.length > BODY_CAP) return 'cut';
  // No character takes fewer bytes than units, and most texts are Latin: those need no counting.
  if (text.length + MARK_BYTES >= size) return 'whole';
  const bytes = new TextEncoder().encode(text).length + MARK_BYTES;
  return bytes < size && !/utf-16/i.test(entry.response.content.mimeType) ? 'cut' : 'whole';
}

/**
 * @param {Entry} entry
 * @param {(() => Promise<string | null>) | null} reread
 * @returns {Promise<{ text: string | null, state: BodyState }>} no text where the browser has none any more
 */
export async function readBody(entry, reread) {
  const text = heldText(entry) ?? (reread ? await reread() : null);
  const state = stateOf(entry, text);
  return { text: state === 'missing' ? null : (text ?? '').slice(0, BODY_CAP), state };
}
