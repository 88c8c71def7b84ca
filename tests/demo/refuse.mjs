// How a refusal that is written down goes over the wire.

/** @param {{ body: unknown }} refusal a string stands for itself, all else is sent as JSON */
export const bodyOf = ({ body }) => (typeof body === 'string' ? body : JSON.stringify(body));

/**
 * @param {import('node:http').ServerResponse} response
 * @param {{ status: number, headers?: Record<string, string>, body: unknown }} refusal
 */
export function refuse(response, refusal) {
  const type = typeof refusal.body === 'string' ? 'text/plain; charset=utf-8' : 'application/json; charset=utf-8';
  response.writeHead(refusal.status, { 'content-type': type, 'cache-control': 'no-store', ...refusal.headers });
  response.end(bodyOf(refusal));
}
