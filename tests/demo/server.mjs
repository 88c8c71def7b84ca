// The demo site: a page that shows refusals, and an app's backend and gateway that make them.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';
import { calls } from './calls.mjs';
import { samples } from './samples.mjs';

const site = path.join(import.meta.dirname, 'site');

/** @type {Record<string, {file: string, type: string, csp?: string}>} */
const files = {
  '/': { file: 'index.html', type: 'text/html; charset=utf-8' },
  '/page.js': { file: 'page.js', type: 'text/javascript; charset=utf-8' },
  '/words.js': { file: 'words.js', type: 'text/javascript; charset=utf-8' },
  '/style.css': { file: 'style.css', type: 'text/css; charset=utf-8' },
  '/frame': { file: 'frame.html', type: 'text/html; charset=utf-8' },
  '/strict': {
    file: 'strict.html', type: 'text/html; charset=utf-8',
    csp: "default-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
  },
};

/**
 * Starts the demo on 127.0.0.1.
 * @param {number} [port] 0 takes a free one
 * @returns {Promise<{url: string, close: () => Promise<void>}>}
 */
export async function startDemo(port = 0) {
  const server = createServer((request, response) => {
    answer(request, response).catch(error => response.writeHead(500).end(String(error)));
  });
  await new Promise((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', () => resolve(undefined));
  });
  const { port: taken } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return { url: `http://127.0.0.1:${taken}/`, close: () => close(server) };
}

/** @param {import('node:http').Server} server @returns {Promise<void>} */
function close(server) {
  server.closeAllConnections();
  return new Promise(resolve => server.close(() => resolve()));
}

/** @param {import('node:http').IncomingMessage} request @param {import('node:http').ServerResponse} response */
async function answer(request, response) {
  request.resume();
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  const call = calls.find(each => each.method === request.method && each.path === url.pathname + url.search);
  if (call) return reply(response, call);
  const file = files[url.pathname];
  if (file) return sendFile(response, file);
  if (url.pathname === '/content.js') return sendContent(response);
  return json(response, 404, { error: `the demo has no ${request.method} ${url.pathname}` });
}

/**
 * The page's texts come as a script: as JSON they would be a reply full of refusals, and the panel would say so.
 * @param {import('node:http').ServerResponse} response
 */
function sendContent(response) {
  response.writeHead(200, { 'content-type': 'text/javascript; charset=utf-8' });
  response.end(`export const calls = ${JSON.stringify(calls.map(asked))};\nexport const samples = ${JSON.stringify(samples)};\n`);
}

/** What the page needs to make a call. @param {import('./calls.mjs').Call} call */
const asked = ({ id, method, path: to, group, body }) => ({ id, method, path: to, group, body });

/** @param {import('node:http').ServerResponse} response @param {import('./calls.mjs').Call} call */
function reply(response, call) {
  if (call.fate !== 'cut') return json(response, call.status, call.reply);
  const text = JSON.stringify(call.reply);
  response.writeHead(call.status, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) });
  response.write(text.slice(0, 20), () => response.destroy());
}

/** @param {import('node:http').ServerResponse} response @param {number} status @param {unknown} value */
function json(response, status, value) {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' });
  response.end(JSON.stringify(value));
}

/** @param {import('node:http').ServerResponse} response @param {{file: string, type: string, csp?: string}} entry */
async function sendFile(response, { file, type, csp }) {
  const body = await readFile(path.join(site, file));
  response.writeHead(200, { 'content-type': type, ...(csp ? { 'content-security-policy': csp } : {}) });
  response.end(body);
}
