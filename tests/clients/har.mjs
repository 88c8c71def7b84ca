// What clients sent and got, as a HAR file of the platforms' own hosts.

/** @param {{ refusal: import('./refusals.mjs').Refusal, kept: import('./server.mjs').Kept[] }[]} recorded */
export function harOf(recorded) {
  const entries = recorded.flatMap(({ refusal, kept }) => kept.map((exchange) => entryOf(refusal, exchange)));
  return JSON.stringify({ log: { version: '1.2', creator: { name: 'clients', version: '1' }, entries } });
}

/** @param {import('./refusals.mjs').Refusal} refusal @param {import('./server.mjs').Kept} exchange */
function entryOf({ host, status, headers = {}, body }, { method, path, sent, body: posted }) {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const named = (/** @type {[string, string][]} */ pairs) => pairs.map(([name, value]) => ({ name, value }));
  const mimeType = headers['content-type'] ?? 'application/json';
  return {
    startedDateTime: '2026-11-27T06:08:00.000Z',
    time: 1,
    request: {
      method,
      url: `https://${host}${path}`,
      httpVersion: 'HTTP/1.1',
      headers: named(sent.filter(([name]) => name !== 'host')),
      queryString: [],
      cookies: [],
      headersSize: -1,
      bodySize: posted.length,
      ...(posted ? { postData: { mimeType: 'application/json', text: posted } } : {}),
    },
    response: {
      status,
      statusText: '',
      httpVersion: 'HTTP/1.1',
      headers: named([...Object.entries(headers), ['content-type', mimeType]]),
      cookies: [],
      content: { size: text.length, mimeType, text },
      redirectURL: '',
      headersSize: -1,
      bodySize: text.length,
    },
    cache: {},
    timings: { send: 0, wait: 1, receive: 0 },
  };
}
