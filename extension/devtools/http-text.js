/** A call as text: its messages in the form of HTTP/1.1 whatever they were, and as a command for a POSIX shell. */

/** @import { Recorded } from '../core/types.js' */
/** @import { Side } from '../core/messages.js' */

/** @param {Recorded} exchange */
function requestLine({ method, url }) {
  const { host, pathname, search } = URL.canParse(url) ? new URL(url) : { host: '', pathname: url, search: '' };
  return [`${method} ${pathname}${search} HTTP/1.1`, `host: ${host}`];
}

/**
 * @param {Recorded} exchange
 * @param {Side} side
 * @param {string | null} body
 * @returns {string}
 */
export function toMessage(exchange, side, body) {
  const isRequest = side === 'request';
  const head = isRequest ? requestLine(exchange) : [`HTTP/1.1 ${exchange.status}`];
  const headers = isRequest ? exchange.request_headers : exchange.response_headers;
  const lines = headers.filter(([name]) => !isRequest || name !== 'host').map(([name, value]) => `${name}: ${value}`);
  return [...head, ...lines, '', body ?? ''].join('\n');
}

/** Headers that curl sets itself, or that would be wrong once the body is masked. */
const EXCLUDED = new Set(['accept-encoding', 'connection', 'content-length', 'host', 'transfer-encoding']);

/** A header's name as HTTP allows it; curl would read `@name` as a file. */
const NAME = /^[!#$%&'*+.^_`|~0-9a-z-]+$/i;

/** Nothing but a single quote means anything within single quotes. NUL cannot be passed on. @param {string} text */
const quoted = (text) => `'${text.replaceAll('\0', '').replaceAll("'", "'\\''")}'`;

/** A header without a value ends in a semicolon; a colon would make curl leave it out. @param {[string, string]} header */
function headerOf([name, value]) {
  const line = value.replace(/[\r\n\0]+/g, ' ').trim();
  return line ? `${name}: ${line}` : `${name};`;
}

/** @param {Recorded} exchange */
function methodOf({ method, request_body: body }) {
  if (method === 'HEAD') return ['--head'];
  const implied = body === null ? 'GET' : 'POST';
  return method === implied ? [] : [`--request ${quoted(method)}`];
}

/** @param {Recorded} exchange @returns {string} one command over several lines */
export function toCurl(exchange) {
  const headers = exchange.request_headers.filter(([name]) => NAME.test(name) && !EXCLUDED.has(name.toLowerCase()));
  const parts = [
    `curl --globoff --url ${quoted(exchange.url)}`,
    ...methodOf(exchange),
    ...headers.map((header) => `--header ${quoted(headerOf(header))}`),
    ...(exchange.request_body === null ? [] : [`--data-raw ${quoted(exchange.request_body)}`]),
    '--compressed',
  ];
  return parts.join(' \\\n  ');
}
