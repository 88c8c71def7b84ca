// A server that refuses everything as one platform does, and keeps what was sent and answered.
import { listen } from '../support/listen.mjs';

/**
 * @typedef {object} Kept one exchange, as HAR files have it
 * @property {string} method
 * @property {string} path
 * @property {[string, string][]} sent
 * @property {string} body
 */

/** @param {import('./refusals.mjs').Refusal} refusal */
export async function startRefusing({ status, headers = {}, body }) {
  /** @type {Kept[]} */
  const kept = [];
  const reply = typeof body === 'string' ? body : JSON.stringify(body);
  const type = { 'content-type': 'application/json; charset=utf-8', ...headers };
  const { url, close } = await listen(async (request, response) => {
    let sent = '';
    for await (const part of request) sent += part;
    const pairs = Object.entries(request.headers).map(
      ([name, value]) => /** @type {[string, string]} */ ([name, String(value)]),
    );
    kept.push({ method: request.method ?? '', path: request.url ?? '', sent: pairs, body: sent });
    response.writeHead(status, type).end(reply);
  });
  return { url, close, kept };
}
