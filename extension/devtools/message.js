/** A request or a reply as text, in the form of HTTP/1.1 whatever it was. */

/** @import { Side } from '../core/messages.js' */
/** @import { Exchange } from '../engine/types.js' */

/** @param {Exchange} exchange */
function requestLine({ method, url }) {
  const { host, pathname, search } = URL.canParse(url) ? new URL(url) : { host: '', pathname: url, search: '' };
  return [`${method} ${pathname}${search} HTTP/1.1`, `host: ${host}`];
}

/**
 * @param {Exchange} exchange
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
