// The demo site: a page that shows refusals, and an app's backend and gateway that make them.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { WebSocketServer } from 'ws';
import { listen } from '../support/listen.mjs';
import { calls } from './calls.mjs';
import { platforms, textOf } from './platforms.mjs';
import { refuse } from './refuse.mjs';
import { samples } from './samples.mjs';

const site = path.join(import.meta.dirname, 'site');

/** @type {Record<string, {file: string, type: string, csp?: string}>} */
const files = {
  '/': { file: 'index.html', type: 'text/html; charset=utf-8' },
  '/page.js': { file: 'page.js', type: 'text/javascript; charset=utf-8' },
  '/page-words.js': { file: 'page-words.js', type: 'text/javascript; charset=utf-8' },
  '/words.js': { file: 'words.js', type: 'text/javascript; charset=utf-8' },
  '/style.css': { file: 'style.css', type: 'text/css; charset=utf-8' },
  '/platforms': { file: 'platforms.html', type: 'text/html; charset=utf-8' },
  '/platforms.js': { file: 'platforms.js', type: 'text/javascript; charset=utf-8' },
  '/frame': { file: 'frame.html', type: 'text/html; charset=utf-8' },
  '/strict': {
    file: 'strict.html',
    type: 'text/html; charset=utf-8',
    csp: "default-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
  },
};

/**
 * Starts the demo on 127.0.0.1.
 * @param {{port?: number, secure?: boolean}} [options] port 0 takes a free one; secure: over TLS, with HTTP/2
 * @returns {Promise<{url: string, close: () => Promise<void>}>}
 */
export async function startDemo(options) {
  const { url, server, close } = await listen((request, response) => {
    answer(request, response).catch((error) => response.writeHead(500).end(String(error)));
  }, options);
  talk(server);
  return { url: `${url}/`, close };
}

/** Sockets are told what is asked of them, first that all is well. @param {import('node:http').Server} server */
function talk(server) {
  new WebSocketServer({ server }).on('connection', (socket, request) => {
    const call = calls.find(({ fate, path: to }) => fate === 'socket' && to === request.url);
    if (!call) return socket.close();
    socket.on('message', () => {
      socket.send(JSON.stringify({ type: 'welcome', room: 'demo' }));
      socket.send(JSON.stringify(call.reply));
    });
  });
}

/** @param {import('node:http').IncomingMessage} request @param {import('node:http').ServerResponse} response */
async function answer(request, response) {
  request.resume();
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  const call = calls.find((each) => each.method === request.method && each.path === url.pathname + url.search);
  if (call) return reply(response, call);
  const file = files[url.pathname];
  if (file) return sendFile(response, file);
  if (url.pathname === '/content.js') return sendContent(response);
  if (url.pathname === '/platforms-content.js') return sendPlatforms(response);
  const refusal = platforms.find((each) => url.pathname === `/refused/${each.platform}`);
  if (refusal) return refuse(response, refusal);
  return json(response, 404, { error: `the demo has no ${request.method} ${url.pathname}` });
}

/**
 * The page's texts come as a script: as JSON they would be a reply full of refusals, and the panel would say so.
 * @param {import('node:http').ServerResponse} response
 */
function sendContent(response) {
  response.writeHead(200, { 'content-type': 'text/javascript; charset=utf-8' });
  response.end(
    `export const calls = ${JSON.stringify(calls.map(asked))};\nexport const samples = ${JSON.stringify(samples)};\n`,
  );
}

/** The same of the page of platforms. @param {import('node:http').ServerResponse} response */
function sendPlatforms(response) {
  const shown = platforms.map((refusal) => ({ platform: refusal.platform, name: refusal.name, text: textOf(refusal) }));
  response.writeHead(200, { 'content-type': 'text/javascript; charset=utf-8' });
  response.end(`export const platforms = ${JSON.stringify(shown)};\n`);
}

/** What the page needs to make a call. @param {import('./calls.mjs').Call} call */
const asked = ({ id, method, path: to, group, way, body }) => ({ id, method, path: to, group, way, body });

/** @param {import('node:http').ServerResponse} response @param {import('./calls.mjs').Call} call */
function reply(response, call) {
  const { status, fate } = call;
  const text = JSON.stringify(call.reply);
  if (fate === 'cut') return sendCut(response, status, text);
  if (fate === 'stream') return sendStream(response, status, text);
  if (fate === 'page') return sendErrorPage(response, status, text);
  return json(response, status, call.reply);
}

/** @param {import('node:http').ServerResponse} response @param {number} status @param {string} text */
function sendCut(response, status, text) {
  response.writeHead(status, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) });
  response.write(text.slice(0, 20), () => response.destroy());
}

/** A model's words, then an error event; the connection stays open, as it does until the client has closed it. @type {typeof sendCut} */
function sendStream(response, status, text) {
  response.writeHead(status, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  for (const word of ['I ', 'will ', 'send ', 'the ', 'card.'])
    response.write(`data: ${JSON.stringify({ delta: word })}\n\n`);
  response.write(`event: error\ndata: ${text}\n\n`);
}

/** What a gateway shows of the reply that it got. @type {typeof sendCut} */
function sendErrorPage(response, status, text) {
  const quoted = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' });
  response.end(
    `<!doctype html><html lang="en"><title>${status}</title><h1>${status} Bad Gateway</h1><p>The upstream replied:</p><pre>${quoted}</pre></html>`,
  );
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
