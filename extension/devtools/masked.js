/** What the engine's redaction leaves of an exchange, field by field. */

import { redact } from '../shared/engine.js';

/** @import { Exchange } from '../shared/types.js' */
/** @import { Field } from '../shared/types.js' */

/** @param {string} text @returns {Promise<Field>} */
export async function masked(text) {
  const shown = await redact(text);
  return { text: shown, masked: shown !== text };
}

/** A header is judged with its name. @param {[string, string]} header @returns {Promise<[string, Field]>} */
async function maskedHeader([name, value]) {
  const head = `${name}: `;
  const line = await redact(head + value);
  const shown = line.startsWith(head) ? line.slice(head.length) : line;
  return [name, { text: shown, masked: shown !== value }];
}

/** @param {[string, string][]} headers */
export const maskedHeaders = (headers) => Promise.all(headers.map(maskedHeader));

/**
 * The exchange with everything masked, to be copied or exported.
 * @param {Exchange} exchange
 * @returns {Promise<Exchange>}
 */
export async function maskedExchange(exchange) {
  /** @param {string | null} text */
  const bare = async (text) => (text === null ? null : redact(text));
  /** @param {[string, string][]} headers @returns {Promise<[string, string][]>} */
  const bareHeaders = async (headers) =>
    (await maskedHeaders(headers)).map(([name, { text }]) => [name, text]);
  return {
    ...exchange,
    url: await redact(exchange.url),
    request_headers: await bareHeaders(exchange.request_headers),
    response_headers: await bareHeaders(exchange.response_headers),
    request_body: await bare(exchange.request_body),
    body: await bare(exchange.body),
  };
}
