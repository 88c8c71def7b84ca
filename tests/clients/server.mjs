// A server that refuses everything as one platform does, and keeps what was sent and answered.
import { refuse } from '../demo/refuse.mjs';
import { listen } from '../support/listen.mjs';

/**
 * @typedef {object} Kept one exchange, as HAR files have it
 * @property {string} method
 * @property {string} path
 * @property {[string, string][]} sent
 * @property {string} body
 */

/** @param {import('./refusals.mjs').Refusal} refusal */
export async function startRefusing(refusal) {
  /** @type {Kept[]} */
  const kept = [];
  const { url, close } = await listen(async (request, response) => {
    let body = '';
    for await (const part of request) body += part;
    const sent = Object.entries(request.headers).map(
      ([name, value]) => /** @type {[string, string]} */ ([name, String(value)]),
    );
    kept.push({ method: request.method ?? '', path: request.url ?? '', sent, body });
    refuse(response, refusal);
  });
  return { url, close, kept };
}
