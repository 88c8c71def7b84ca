// Servers on 127.0.0.1, in the clear over HTTP/1.1, or over TLS with HTTP/2 for who asks for it.
import { createServer } from 'node:http';
import { createSecureServer } from 'node:http2';
import { certificate } from './certificate.mjs';

/** @typedef {import('node:http').IncomingMessage} Request  HTTP/2's own are used in its ways */
/** @typedef {import('node:http').ServerResponse} Response */

/**
 * @param {(request: Request, response: Response) => void} handle
 * @param {{port?: number, secure?: boolean}} [options] port 0 takes a free one
 * @returns {Promise<{url: string, server: import('node:http').Server, close: () => Promise<void>}>} url without a path
 */
export async function listen(handle, { port = 0, secure = false } = {}) {
  const server = secure
    ? createSecureServer({ ...(await certificate()), allowHTTP1: true }, /** @type {any} */ (handle))
    : createServer(handle);
  const sockets = follow(server);
  await new Promise((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', () => resolve(undefined));
  });
  const { port: taken } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    url: `${secure ? 'https' : 'http'}://127.0.0.1:${taken}`,
    server: /** @type {any} */ (server),
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

/**
 * A browser that leaves ends its connections as it likes, which is no fault.
 * @param {import('node:net').Server} server
 * @returns {Set<import('node:net').Socket>} the open connections
 */
function follow(server) {
  const sockets = new Set();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('error', () => {}).on('close', () => sockets.delete(socket));
  });
  for (const event of ['sessionError', 'tlsClientError', 'clientError']) server.on(event, () => {});
  return sockets;
}
