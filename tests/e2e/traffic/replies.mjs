// Refusals in every form that servers give them, each lacking a scope of its own name.
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';

/** @import { Response } from '../../support/listen.mjs' */

/**
 * @typedef {object} Reply
 * @property {number} [status] 403 where it is not said
 * @property {Record<string, string>} [headers]
 * @property {string | Buffer} body
 * @property {'dies' | 'stays'} [end] the connection dies behind the body, once its name is asked for with ?die; or stays open; it ends where
 *   it is not said
 */

/** @param {string} name of a reply */
export const scopeOf = (name) => `Lab.${name.replace(/(?:^|-)(\w)/g, (_, letter) => letter.toUpperCase())}.Read`;

/** @param {string} name */
const refusal = (name) =>
  JSON.stringify({
    code: 'Forbidden.AccessDenied.AccessTokenPermissionDenied',
    requestid: '019F419C-7A1B-7C3D-8E5F-0A1B2C3D4E5F',
    message: `应用尚未开通所需的权限：[${scopeOf(name)}]，点击链接申请并开通即可`,
    accessdenieddetail: { requiredScopes: [scopeOf(name)] },
  });

/** The older form, which Chinese words and numbers alone tell. @param {string} name */
const older = (name) => {
  const message = `应用尚未开通所需的权限：[${scopeOf(name)}]`;
  return JSON.stringify({
    errcode: 88,
    sub_code: '60011',
    sub_msg: message,
    errmsg: `ding talk error[subcode=60011,submsg=${message}]`,
  });
};

/** 应用尚未开通所需的权限： as GBK has it: no program on every machine encodes that. */
const CHINESE_IN_GBK = Buffer.from('d3a6d3c3c9d0ceb4bfaacda8cbf9d0e8b5c4c8a8cfdea3ba', 'hex');

/** @param {string} text with no other Chinese than these words */
const toGbk = (text) =>
  Buffer.concat(
    text
      .split('应用尚未开通所需的权限：')
      .flatMap((part, index) => [...(index ? [CHINESE_IN_GBK] : []), Buffer.from(part, 'latin1')]),
  );

/** @param {number} bytes */
const filler = (bytes) =>
  Array.from(
    { length: Math.ceil(bytes / 48) },
    (_, n) => `{"row":${String(n).padStart(8, '0')},"note":"nothing to see here"}`,
  ).join();

/** @param {string} name */
const events = (name) => `data: {"delta":"I will send the card."}\n\nevent: error\ndata: ${refusal(name)}\n\n`;

/** @param {string} encoding @param {(text: string) => Buffer} encode @returns {(name: string) => Reply} */
const encoded = (encoding, encode) => (name) => ({
  headers: { 'content-encoding': encoding },
  body: encode(refusal(name)),
});

/** @param {string} type @param {number} [status] @returns {(name: string) => Reply} */
const typed = (type, status) => (name) => ({ status, headers: { 'content-type': type }, body: refusal(name) });

/** @type {Record<string, (name: string) => Reply>} */
export const replies = {
  plain: typed('application/json'),
  'status-200': typed('application/json', 200),
  gzip: encoded('gzip', gzipSync),
  brotli: encoded('br', brotliCompressSync),
  deflate: encoded('deflate', deflateSync),
  // Compressed, a short text is longer than it was.
  'tiny-gzip': () => ({ headers: { 'content-encoding': 'gzip' }, body: gzipSync('{"ok":false}') }),
  tiny: () => ({ body: '{"ok":false}' }),
  empty: () => ({ body: '' }),
  'html-type': typed('text/html; charset=utf-8'),
  'script-type': typed('application/javascript'),
  'image-type': typed('image/png'),
  'text-type': typed('text/plain; charset=utf-8'),
  'octet-type': typed('application/octet-stream'),
  jsonp: (name) => ({
    status: 200,
    headers: { 'content-type': 'text/javascript; charset=utf-8' },
    body: `/**/callback(${refusal(name)});`,
  }),
  ndjson: (name) => ({
    status: 200,
    headers: { 'content-type': 'application/x-ndjson' },
    body: `{"i":1}\n${refusal(name)}\n{"i":2}\n`,
  }),
  wrapped: (name) => ({ status: 200, body: JSON.stringify({ code: 500, data: null, msg: refusal(name) }) }),
  base64: (name) => ({
    status: 200,
    body: JSON.stringify({
      isBase64Encoded: true,
      statusCode: 403,
      body: Buffer.from(refusal(name)).toString('base64'),
    }),
  }),
  'error-page': (name) => ({
    status: 502,
    headers: { 'content-type': 'text/html; charset=utf-8' },
    body: `<!doctype html><title>502</title><h1>502 Bad Gateway</h1><pre>${refusal(name).replaceAll('"', '&quot;')}</pre>`,
  }),
  'events-end': (name) => ({ status: 200, headers: { 'content-type': 'text/event-stream' }, body: events(name) }),
  'events-stay': (name) => ({
    status: 200,
    headers: { 'content-type': 'text/event-stream' },
    body: events(name),
    end: 'stays',
  }),
  gbk: (name) => ({
    status: 200,
    headers: { 'content-type': 'application/json; charset=gbk' },
    body: toGbk(older(name)),
  }),
  'gbk-undeclared': (name) => ({ status: 200, body: toGbk(older(name)) }),
  'utf-16': (name) => ({
    status: 200,
    headers: { 'content-type': 'application/json; charset=utf-16le' },
    body: Buffer.from(`\ufeff${older(name)}`, 'utf16le'),
  }),
  'byte-order-mark': (name) => ({ body: `\ufeff${refusal(name)}` }),
  unread: typed('application/json'),
  'unread-length': (name) => ({
    headers: { 'content-length': String(Buffer.byteLength(refusal(name))) },
    body: refusal(name),
  }),
  'not-modified': (name) => ({
    status: 200,
    headers: { 'cache-control': 'no-cache', etag: '"lab"' },
    body: refusal(name),
  }),
  opaque: (name) => ({ headers: { 'content-length': String(Buffer.byteLength(refusal(name))) }, body: refusal(name) }),
  'opaque-unsized': typed('application/json'),
  broken: (name) => ({ body: refusal(name).slice(0, 60), end: 'dies' }),
  'long-tail': (name) => ({ status: 200, body: `{"rows":[${filler(900_000)}],"error":${refusal(name)}}` }),
  'longer-than-kept': () => ({ body: `{"rows":[${filler(1_200_000)}]}` }),
  'too-large': (name) => ({ body: `{"rows":[${filler(3_000_000)}],"error":${refusal(name)}}` }),
  'long-request': typed('application/json'),
};

/** A page of another origin calls this server. */
const OPEN = {
  'access-control-allow-origin': '*',
  'access-control-allow-headers': '*',
  'access-control-allow-methods': '*',
};

/** Replies whose connections are to die, by name and protocol. @type {Map<string, Response>} */
const dying = new Map();

/**
 * Replies to /<name>.
 * @param {import('../../support/listen.mjs').Request} request
 * @param {Response} response
 */
export function answer(request, response) {
  request.resume();
  const [name = '', query] = (request.url ?? '/').slice(1).split('?');
  const key = `${name} ${request.httpVersion}`;
  const reply = replies[name]?.(name);
  if (query === 'die') {
    die(dying.get(key));
    response.writeHead(204, OPEN).end();
    return;
  }
  if (request.method === 'OPTIONS' || !reply) {
    response.writeHead(reply ? 204 : 404, OPEN).end();
    return;
  }
  const { status = 403, headers, body, end } = reply;
  const all = {
    ...(name.startsWith('opaque') ? {} : OPEN),
    'content-type': 'application/json',
    'cache-control': 'no-store',
    ...headers,
  };
  if (headers?.etag && request.headers['if-none-match'] === headers.etag) {
    response.writeHead(304, all).end();
    return;
  }
  response.writeHead(status, all);
  if (!end) {
    response.end(body);
    return;
  }
  response.write(body);
  if (end === 'dies') dying.set(key, response);
}

/** @param {any} response over HTTP/2 the stream dies, over HTTP/1.1 the connection */
function die(response) {
  if (response?.stream) response.stream.close(2);
  else response?.destroy();
}
