// Plays the platforms' own hosts: the suites say what is replied, and the browsers believe the host.
import { createServer } from 'node:http';

export const PLATFORM_HOSTS = ['api.dingtalk.com', 'oapi.dingtalk.com', 'gateway.example'];

// A page of another origin calls these hosts.
const OPEN = { 'access-control-allow-origin': '*', 'access-control-allow-headers': '*', 'access-control-allow-methods': '*' };

/** @typedef {{status?: number, type?: string, body: unknown}} Reply the body as JSON, a text as it is */

/** @returns {Promise<{url: string, reply: (call: string, reply: Reply) => void, close: () => Promise<void>}>} */
export async function startPlatform() {
  /** By "METHOD host/path". @type {Map<string, Reply>} */
  const replies = new Map();
  const server = createServer((request, response) => {
    request.resume();
    if (request.method === 'OPTIONS') { response.writeHead(204, OPEN).end(); return; }
    const path = (request.url ?? '/').split('?')[0];
    const { status = 200, type = 'application/json', body } = replies.get(`${request.method} ${request.headers.host}${path}`) ?? { status: 404, body: {} };
    response.writeHead(status, { ...OPEN, 'content-type': type, 'cache-control': 'no-store' });
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  });
  await new Promise(resolve => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    url: `http://127.0.0.1:${port}`,
    reply: (call, reply) => { replies.set(call, reply); },
    close: () => { server.closeAllConnections(); return new Promise(resolve => server.close(() => resolve())); },
  };
}
