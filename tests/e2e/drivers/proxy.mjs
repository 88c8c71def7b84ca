// A proxy that lets nobody out and writes down what was tried. Hosts that a suite plays itself are led to its server.
import { createServer, request as ask } from 'node:http';
import net from 'node:net';

/**
 * @param {Record<string, string>} [hosts] host names and the local server that plays them, by http or by https
 * @returns {Promise<{port: number, seen: string[], close: () => void}>}
 *   seen: "METHOD target" of every request and connection that would have left this machine, the browser's own among them
 */
export async function startProxy(hosts = {}) {
  /** @type {string[]} */
  const seen = [];
  const server = createServer((request, response) => {
    // Asked of the proxy itself, which is on this machine.
    if (request.url?.startsWith('/')) {
      response.writeHead(204).end();
      return;
    }
    const { host, pathname, search } = new URL(request.url ?? '/', 'http://nowhere.invalid');
    const own = hosts[host];
    if (own) return lead(request, response, new URL(pathname + search, own));
    seen.push(`${request.method} ${request.url}`);
    response.writeHead(502).end();
  });
  server.on('connect', (request, socket, head) => {
    socket.on('error', () => {});
    const own = hosts[request.url?.replace(/:443$/, '') ?? ''];
    if (own?.startsWith('https:')) return tunnel(socket, head, new URL(own));
    seen.push(`CONNECT ${request.url}`);
    return socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    port,
    seen,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/**
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 * @param {URL} goal the host that was asked for stays in the header
 */
function lead(request, response, goal) {
  const onward = ask(goal, { method: request.method, headers: request.headers }, (reply) => {
    response.writeHead(reply.statusCode ?? 502, reply.headers);
    reply.pipe(response);
  });
  onward.on('error', () => response.destroy());
  request.pipe(onward);
}

/**
 * @param {import('node:stream').Duplex} socket
 * @param {Buffer} head what the browser has said already
 * @param {URL} goal
 */
function tunnel(socket, head, goal) {
  const onward = net.connect(Number(goal.port), goal.hostname, () => {
    socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
    onward.write(head);
    onward.pipe(socket).pipe(onward);
  });
  onward.on('error', () => socket.destroy());
  socket.on('close', () => onward.destroy());
}
