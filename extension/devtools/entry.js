/** Reads a network entry as both browsers give it: HAR, with their own gaps. */

/** @import { Recorded } from '../core/types.js' */
/** @import { BodyState } from '../engine/types.js' */
/** @typedef {chrome.devtools.network.Request} Entry */

/**
 * Whether a page made this call: not a preflight, which carries no answer, nor an extension's own traffic.
 * @param {Entry} entry
 */
export const isCall = ({ request }) => request.method !== 'OPTIONS' && /^(https?|wss?):/i.test(request.url);

/** @param {Entry} entry */
export const isSocket = ({ request, response }) => /^wss?:/i.test(request.url) || response.status === 101;

/**
 * What is known before the body is read. A 304 stands for the reply that the browser has kept.
 * @param {Entry} entry
 */
export const headOf = ({ request, response }) => ({
  method: request.method,
  url: request.url,
  status: response.status === 304 ? 200 : response.status,
  mime: response.content.mimeType ?? '',
  size: Math.max(0, response.content.size ?? 0),
});

/** Start of the request, in ms since 1970. @param {Entry} entry */
export const startOf = (entry) => Date.parse(String(entry.startedDateTime));

/**
 * The first value of a header; '' where there is none.
 * @param {{ headers?: { name: string, value: string }[] }} message a request or a response
 * @param {string} name in lower case
 */
export const headerOf = ({ headers }, name) =>
  headers?.find((header) => header.name.toLowerCase() === name)?.value ?? '';

/**
 * Lower-case names, without HTTP/2's pseudo headers.
 * @param {{ name: string, value: string }[]} headers
 * @returns {[string, string][]}
 */
const plainHeaders = (headers = []) =>
  headers.filter(({ name }) => !name.startsWith(':')).map(({ name, value }) => [name.toLowerCase(), value]);

/**
 * @param {Entry} entry
 * @param {string | null} body
 * @param {BodyState} bodyState
 * @returns {Recorded}
 */
export const toExchange = (entry, body, bodyState) => ({
  at: startOf(entry),
  method: entry.request.method,
  url: entry.request.url,
  status: entry.response.status,
  mime: entry.response.content.mimeType ?? '',
  request_headers: plainHeaders(entry.request.headers),
  response_headers: plainHeaders(entry.response.headers),
  request_body: entry.request.postData?.text ?? null,
  body,
  body_state: bodyState,
});
