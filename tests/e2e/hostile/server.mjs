// Serves the hostile pages; a second one is another origin.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';

const folder = path.join(import.meta.dirname, 'pages');

/** @type {Record<string, string>} */
const types = {
  html: 'text/html',
  xhtml: 'application/xhtml+xml',
  xml: 'text/xml',
  svg: 'image/svg+xml',
  txt: 'text/plain',
};

/** @param {string} text */
const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/**
 * @param {{words: Record<string, string>, headers?: Record<string, Record<string, string>>}} given
 *   words: what stands in a page for `{{name}}` as text, for `{{{name}}}` as it is; headers: by the page's file
 * @returns {Promise<{url: string, port: number, close: () => Promise<void>}>}
 */
export async function startHostile({ words, headers = {} }) {
  const server = createServer((request, response) => {
    const file = new URL(request.url ?? '/', 'http://127.0.0.1').pathname.slice(1);
    send(response, file, words, headers[file] ?? {}).catch(() => response.writeHead(404).end());
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    url: `http://127.0.0.1:${port}/`,
    port,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

/** @param {import('node:http').ServerResponse} response @param {string} file @param {Record<string, string>} words @param {Record<string, string>} headers */
async function send(response, file, words, headers) {
  const [name = '', kind = ''] = file.split('.');
  const type = types[kind];
  if (!type || !/^[\w-]+$/.test(name)) {
    response.writeHead(204).end();
    return;
  }
  const source = await readFile(path.join(folder, file), 'utf8');
  const isPlain = kind === 'txt';
  const body = source.replace(/(\{?)\{\{(\w+)\}\}\}?/g, (_, raw, word) =>
    (raw || isPlain ? String : escaped)(words[word] ?? ''),
  );
  response.writeHead(200, { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'max-age=60', ...headers });
  response.end(body);
}
