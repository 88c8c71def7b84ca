// Serves pages with real components, which come from node_modules as they are, without a bundler.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';
import { at } from '../../support/paths.mjs';
import { importMap, moduleOf } from './modules.mjs';

const folder = path.join(import.meta.dirname, 'pages');

/** @type {Record<string, string>} */
const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.ttf': 'font/ttf',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.pdf': 'application/pdf',
};

/** @typedef {{type: string, body: string | Buffer, moved?: string}} Reply */

/**
 * @param {Record<string, Buffer>} [files] what is made for the test, by its path
 * @returns {Promise<{url: string, close: () => Promise<void>}>}
 */
export async function startEditors(files = {}) {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
    replyTo(decodeURIComponent(pathname), files).then(
      ({ type, body, moved }) => {
        if (moved) response.writeHead(302, { location: moved }).end();
        else response.writeHead(200, { 'content-type': type, 'cache-control': 'max-age=600' }).end(body);
      },
      () => response.writeHead(404).end(),
    );
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    url: `http://127.0.0.1:${port}/`,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

/** @param {string} pathname @param {Record<string, Buffer>} files @returns {Promise<Reply>} */
async function replyTo(pathname, files) {
  const type = types[path.extname(pathname)] ?? 'application/octet-stream';
  const made = files[pathname];
  if (made) return { type, body: made };
  if (pathname.startsWith('/module/')) return moduleOf(pathname.slice('/module/'.length));
  if (pathname.startsWith('/npm/'))
    return { type, body: await readFile(within(at('node_modules'), pathname.slice('/npm/'.length))) };
  const page = await readFile(within(folder, pathname.slice(1)), 'utf8');
  return { type, body: page.replace('{{imports}}', JSON.stringify(importMap)) };
}

/** @param {string} base @param {string} file */
function within(base, file) {
  const found = path.join(base, file);
  if (!found.startsWith(base + path.sep)) throw new Error(`${file} is not in ${base}`);
  return found;
}
