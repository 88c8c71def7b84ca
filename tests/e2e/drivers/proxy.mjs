// A proxy that lets nobody out and writes down who tried.
import { createServer } from 'node:http';

/**
 * @returns {Promise<{port: number, seen: string[], close: () => void}>}
 *   seen: "METHOD target" of every request that would have left this machine
 */
export async function startProxy() {
  /** @type {string[]} */
  const seen = [];
  const server = createServer((request, response) => {
    seen.push(`${request.method} ${request.url}`);
    response.writeHead(502).end();
  });
  server.on('connect', (request, socket) => {
    seen.push(`CONNECT ${request.url}`);
    socket.on('error', () => {});
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
  });
  await new Promise(resolve => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return { port, seen, close: () => { server.closeAllConnections(); server.close(); } };
}
