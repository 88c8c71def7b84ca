/** From an exchange and what the engine says of it to a row of the list. */

/** @import { Annotation, Exchange, Row } from '../shared/types.js' */

/** A body that cannot be asked for again is kept up to this length, in UTF-16 units. */
const SMALL = 32 * 1024;

/** @param {string} url */
function placeOf(url) {
  if (!URL.canParse(url)) return { host: '', path: '' };
  const { host, pathname } = new URL(url);
  return { host, path: pathname };
}

/**
 * @param {number} id
 * @param {Exchange} exchange
 * @param {Annotation | null} annotation null where the engine failed
 * @param {string | null} source
 * @returns {Row}
 */
export function toRow(id, exchange, annotation, source) {
  return {
    id,
    at: exchange.at ?? 0,
    method: exchange.method,
    ...placeOf(exchange.url),
    status: exchange.status,
    bodyState: exchange.body_state,
    failed: annotation === null,
    source,
    verdict: annotation?.verdict ?? 'none',
    label: annotation?.label ?? '',
    platform: annotation?.platform ?? annotation?.call.platform ?? null,
    name: annotation?.call.name ?? annotation?.api ?? null,
    scopes: annotation?.scopes ?? [],
    cause: annotation?.cause ?? '',
    soft: annotation?.soft ?? null,
  };
}

/**
 * A row is for what was refused, for calls of known platforms, and for what may have been refused.
 * @param {Exchange} exchange
 * @param {Annotation | null} annotation
 */
export function isWorthKeeping({ status, body_state: state }, annotation) {
  if (!annotation) return true;
  const { verdict, call, soft } = annotation;
  const isRefused = verdict === 'refused' || verdict === 'lookalike';
  return isRefused || call.platform !== null || soft !== null || (state !== 'whole' && status >= 400);
}

/**
 * The body of a refusal is kept, for it is the finding. Others are asked for again where the browser can.
 * @param {string | null} body
 * @param {Row} row
 * @param {boolean} canReread
 */
export function keptBody(body, row, canReread) {
  const isFinding = row.verdict !== 'none' || row.soft !== null || row.failed;
  const isSmall = !canReread && body !== null && body.length <= SMALL;
  return isFinding || isSmall ? body : null;
}
