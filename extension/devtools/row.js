/** From an exchange and what the engine says of it to a row of the list. */

/** @import { Annotation, BodyState } from '../engine/types.js' */
/** @import { Recorded, Row, RowBody } from '../core/types.js' */

/** A body is kept up to this length, in UTF-16 units: Chromium has none of the earlier ones any more when the page has changed its address. */
const SMALL = 32 * 1024;

/** @type {BodyState[]} */
const ENGINE_STATES = ['whole', 'cut', 'missing', 'unsaved', 'compressed'];

/**
 * The same state as the engine knows it.
 * @param {RowBody} state
 * @returns {BodyState | null} null for what only the panel tells apart
 */
export const engineStateOf = (state) => ENGINE_STATES.find((known) => known === state) ?? null;

/** @param {string} url */
function placeOf(url) {
  if (!URL.canParse(url)) return { host: '', path: '' };
  const { host, pathname } = new URL(url);
  return { host, path: pathname };
}

/**
 * @param {number} id
 * @param {Recorded} exchange
 * @param {Annotation | null} annotation null where the engine failed
 * @param {{ source: string | null, bodyState: RowBody }} origin
 * @returns {Row}
 */
export function toRow(id, exchange, annotation, { source, bodyState }) {
  return {
    id,
    at: exchange.at || null,
    method: exchange.method,
    ...placeOf(exchange.url),
    status: exchange.status || 0,
    bodyState,
    failed: annotation === null,
    source,
    verdict: annotation?.verdict ?? 'none',
    label: annotation?.label ?? '',
    platform: annotation?.platform ?? annotation?.call.platform ?? null,
    name: annotation?.call.name ?? annotation?.api ?? null,
    scopes: annotation?.scopes ?? [],
    cause: annotation?.cause ?? '',
    soft: annotation?.soft ?? null,
    quoted: annotation?.quoted ?? false,
  };
}

/**
 * A row is for what was refused, for calls of known platforms, and for what may have been refused. Of a socket that the browser
 * tells nothing of, that is all that can be said.
 * @param {Recorded} exchange
 * @param {Annotation | null} annotation
 * @param {RowBody} bodyState
 */
export function isWorthKeeping({ status }, annotation, bodyState) {
  if (!annotation) return true;
  const { verdict, call, soft } = annotation;
  const isRefused = verdict === 'refused' || verdict === 'lookalike';
  const isUnknown = bodyState === 'unheard' || (bodyState !== 'whole' && status >= 400);
  return isRefused || call.platform !== null || soft !== null || isUnknown;
}

/**
 * The body of a refusal is kept, for it is the finding, and so is a small one. Others are asked for again.
 * @param {string | null} body
 * @param {Row} row
 */
export function keptBody(body, row) {
  const isFinding = row.verdict !== 'none' || row.soft !== null || row.failed;
  return isFinding || (body !== null && body.length <= SMALL) ? body : null;
}
