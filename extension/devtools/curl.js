/** A call as a command for a POSIX shell. Whatever the call holds, the shell takes it as plain text. */

/** @import { Exchange } from '../engine/types.js' */

/** What curl sets itself, or what would be wrong once the body is masked. */
const OWN = new Set(['accept-encoding', 'connection', 'content-length', 'host', 'transfer-encoding']);

/** A header's name as HTTP allows it; curl would read `@name` as a file. */
const NAME = /^[!#$%&'*+.^_`|~0-9a-z-]+$/i;

/** Nothing but a single quote means anything within single quotes. NUL cannot be passed on. @param {string} text */
const quoted = (text) => `'${text.replaceAll('\0', '').replaceAll("'", "'\\''")}'`;

/** A header without a value ends in a semicolon; a colon would make curl leave it out. @param {[string, string]} header */
function headerOf([name, value]) {
  const line = value.replace(/[\r\n\0]+/g, ' ').trim();
  return line ? `${name}: ${line}` : `${name};`;
}

/** @param {Exchange} exchange */
function methodOf({ method, request_body: body }) {
  if (method === 'HEAD') return ['--head'];
  const implied = body === null ? 'GET' : 'POST';
  return method === implied ? [] : [`--request ${quoted(method)}`];
}

/** @param {Exchange} exchange @returns {string} one command over several lines */
export function toCurl(exchange) {
  const headers = exchange.request_headers.filter(([name]) => NAME.test(name) && !OWN.has(name.toLowerCase()));
  const parts = [
    `curl --globoff --url ${quoted(exchange.url)}`,
    ...methodOf(exchange),
    ...headers.map((header) => `--header ${quoted(headerOf(header))}`),
    ...(exchange.request_body === null ? [] : [`--data-raw ${quoted(exchange.request_body)}`]),
    '--compressed',
  ];
  return parts.join(' \\\n  ');
}
