// What clients sent and got, as a HAR file of the platforms' own hosts.
import { bodyOf } from '../demo/refuse.mjs';
import { entryOf } from '../support/entries.mjs';

/** @param {{ refusal: import('./refusals.mjs').Refusal, kept: import('./server.mjs').Kept[] }[]} recorded */
export function harOf(recorded) {
  const entries = recorded.flatMap(({ refusal, kept }) => kept.map((exchange) => recordedEntry(refusal, exchange)));
  return JSON.stringify({ log: { version: '1.2', creator: { name: 'clients', version: '1' }, entries } });
}

/** @param {import('./refusals.mjs').Refusal} refusal @param {import('./server.mjs').Kept} exchange */
function recordedEntry(refusal, { method, path, sent, body }) {
  const { host, status, headers = {} } = refusal;
  const text = bodyOf(refusal);
  return entryOf({
    method,
    url: `https://${host}${path}`,
    status,
    type: headers['content-type'],
    size: text.length,
    text,
    posted: body,
    request: sent.filter(([name]) => name !== 'host'),
    response: Object.entries(headers),
  });
}
