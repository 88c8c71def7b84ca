// Writes a HAR file of so many megabytes, as Chrome would, with a refusal every now and then: node tests/bench/har.mjs MEGABYTES > HAR
import fs from 'node:fs';
import path from 'node:path';
import { id, random } from './random.mjs';

const megabytes = Number(process.argv[2] ?? 100);
const refusal = fs.readFileSync(path.join(import.meta.dirname, '../../crate/render/benches/small.json'), 'utf8');

/** @param {number} length @param {() => string} part @returns {string} parts, until there are so many characters */
function fill(length, part) {
  const parts = [];
  for (let size = 0; size < length; size += (parts.at(-1) ?? '').length) parts.push(part());
  return parts.join('');
}

const script = (/** @type {number} */ length) =>
  fill(length, () => `function f${random(1e6)}(a,b){\n\tif(a!=="${id()}"){return b['x${random(99)}']}\n}\n`);
const picture = (/** @type {number} */ length) => fill(length, () => Buffer.from(id() + id()).toString('base64'));
const record = () => ({
  id: random(1e9),
  name: `订单${random(1e6)}`,
  user: { userId: `u${random(1e8)}`, dept: '研发部', tags: ['a', 'b'] },
  code: 0,
  requestId: id(),
  path: `/v1.0/x/${id()}`,
});
const records = (/** @type {number} */ length) =>
  JSON.stringify({ success: true, code: 0, list: Array.from({ length: Math.ceil(length / 180) }, record) });

/** @typedef {{ type: string, url: string, mime: string, text: string, status?: number, encoding?: string }} Kind */

/** Sizes as they are on a large page. @type {(() => Kind)[]} */
const kinds = [
  () => ({
    type: 'script',
    url: `https://static.example.com/${id()}.js`,
    mime: 'application/javascript',
    text: script(20_000 + random(500_000)),
  }),
  () => ({
    type: 'image',
    url: `https://img.example.com/${id()}.png`,
    mime: 'image/png',
    text: picture(5_000 + random(150_000)),
    encoding: 'base64',
  }),
  () => ({
    type: 'image',
    url: `https://img.example.com/${id()}.webp`,
    mime: 'image/webp',
    text: picture(5_000 + random(150_000)),
    encoding: 'base64',
  }),
  () => ({
    type: 'stylesheet',
    url: `https://static.example.com/${id()}.css`,
    mime: 'text/css',
    text: fill(30_000, () => `.c${random(1e6)}{margin:0 "${random(9)}px"}\n`),
  }),
  ...Array.from({ length: 12 }, () => () => ({
    type: 'xhr',
    url: `https://gateway.example.com/api/${id()}?ts=${random(1e9)}`,
    mime: 'application/json',
    text: records(500 + random(40_000)),
  })),
  ...Array.from({ length: 3 }, () => () => ({
    type: 'fetch',
    url: `https://api.dingtalk.com/v1.0/contact/users/${id()}`,
    mime: 'application/json',
    text: JSON.stringify(record()),
  })),
  () => ({
    type: 'document',
    url: `https://app.example.com/${id()}`,
    mime: 'text/html',
    text: fill(20_000, () => `<p class="x">第${random(1e6)}行 <a href="/${id()}">more</a></p>\n`),
  }),
  () => ({
    type: 'fetch',
    url: 'https://api.dingtalk.com/v1.0/contact/users/me',
    mime: 'application/json',
    text: refusal,
    status: 403,
  }),
];

const header = (/** @type {string} */ name) => ({ name, value: id() });

/** @param {Kind} kind @param {number} at @returns {object} an entry */
function entry({ type, url, mime, text, status = 200, encoding }, at) {
  return {
    _initiator: {
      type: 'script',
      stack: {
        callFrames: [
          {
            functionName: 'load',
            scriptId: '7',
            url: 'https://static.example.com/main.js',
            lineNumber: 3,
            columnNumber: 11,
          },
        ],
      },
    },
    _priority: 'High',
    _resourceType: type,
    cache: {},
    connection: '443',
    pageref: 'page_1',
    request: {
      method: 'GET',
      url,
      httpVersion: 'http/2.0',
      headers: [
        { name: ':authority', value: new URL(url).host },
        ...['accept', 'cookie', 'referer', 'user-agent', 'x-trace', 'sec-ch-ua', 'accept-language'].map(header),
      ],
      queryString: [],
      cookies: [],
      headersSize: -1,
      bodySize: 0,
    },
    response: {
      status,
      statusText: '',
      httpVersion: 'http/2.0',
      headers: [
        { name: 'content-type', value: mime },
        ...['etag', 'date', 'server', 'vary', 'x-request-id', 'cache-control'].map(header),
      ],
      cookies: [],
      content: {
        size: Buffer.byteLength(text, encoding ? 'base64' : 'utf8'),
        mimeType: mime,
        text,
        ...(encoding ? { encoding } : {}),
      },
      redirectURL: '',
      headersSize: -1,
      bodySize: -1,
      _transferSize: text.length,
      _error: null,
    },
    serverIPAddress: '203.0.113.9',
    startedDateTime: new Date(1_795_312_800_000 + at * 40).toISOString(),
    time: 41.123,
    timings: { blocked: 1.2, dns: -1, ssl: -1, connect: -1, send: 0.1, wait: 39, receive: 0.8, _blocked_queueing: 0.9 },
  };
}

const indented = (/** @type {object} */ value) => JSON.stringify(value, null, 2).replaceAll('\n', '\n      ');
fs.writeSync(
  1,
  '{\n  "log": {\n    "version": "1.2",\n    "creator": {\n      "name": "WebInspector",\n      "version": "537.36"\n    },\n    "pages": [],\n    "entries": [',
);
for (let written = 0, at = 0; written < megabytes * 1e6; at++) {
  const kind = kinds[at % 400 === 5 ? kinds.length - 1 : random(kinds.length - 1)];
  const text = Buffer.from(`${at ? ',' : ''}\n      ${indented(entry(/** @type {() => Kind} */ (kind)(), at))}`);
  for (let done = 0; done < text.length; ) done += fs.writeSync(1, text, done);
  written += text.length;
}
fs.writeSync(1, '\n    ]\n  }\n}\n');
