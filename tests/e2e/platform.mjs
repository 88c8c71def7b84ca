// Plays the platforms' own hosts: the suites say what is replied, and the browsers believe the host.
import { listen } from '../support/listen.mjs';

export const PLATFORM_HOSTS = ['api.dingtalk.com', 'oapi.dingtalk.com', 'gateway.example'];

// A page of another origin calls these hosts.
const OPEN = {
  'access-control-allow-origin': '*',
  'access-control-allow-headers': '*',
  'access-control-allow-methods': '*',
};

/** @typedef {{status?: number, type?: string, body: unknown}} Reply the body as JSON, a text as it is */

/**
 * @param {{secure?: boolean}} [options] secure: over TLS, with HTTP/2
 * @returns {Promise<{url: string, reply: (call: string, reply: Reply) => void, close: () => Promise<void>}>}
 */
export async function startPlatform(options) {
  /** By "METHOD host/path". @type {Map<string, Reply>} */
  const replies = new Map();
  const { url, close } = await listen((request, response) => {
    request.resume();
    if (request.method === 'OPTIONS') {
      response.writeHead(204, OPEN).end();
      return;
    }
    const path = (request.url ?? '/').split('?')[0];
    // HTTP/2 has the host in a header of its own.
    const host = request.headers[':authority'] ?? request.headers.host;
    const {
      status = 200,
      type = 'application/json',
      body,
    } = replies.get(`${request.method} ${host}${path}`) ?? { status: 404, body: {} };
    response.writeHead(status, { ...OPEN, 'content-type': type, 'cache-control': 'no-store' });
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  }, options);
  return {
    url,
    reply: (call, reply) => {
      replies.set(call, reply);
    },
    close,
  };
}
