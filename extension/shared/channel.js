/**
 * Between the devtools page and its panel. Both belong to our origin and to one tool window, so a
 * broadcast channel named after the inspected tab joins them in either browser; `onShown` hands the
 * panel's window over in some versions only.
 *
 * @import { Row } from './types.js'
 *
 * @typedef {object} Tally
 * @property {number} dropped rows that fell out at the limit
 * @property {number} unread exchanges that were not worth reading
 * @property {boolean} preserve
 * @property {boolean} paused
 * @property {number} limit rows that are kept at most
 * @property {number} cleared rows that can be had back, or 0
 * @property {Import | null} importing
 *
 * @typedef {{ file: string, index: number | null, why: string }} Fault an entry of a file, or all of it, that could not be
 *   read; `why` is a word of the engine's, or a sentence
 * @typedef {{ file: string, done: number, size: number, rows: number, faults: Fault[], more: number, ended: boolean }} Import
 *   how far the files are read, in bytes of all of them; faults name what could not be read, and `more` counts the rest
 *
 * @typedef {{ type: 'hello' } | { type: 'clear' } | { type: 'undo' } | { type: 'dismiss' }
 *   | { type: 'pause', on: boolean } | { type: 'preserve', on: boolean } | { type: 'limit', rows: number }
 *   | { type: 'import', files: File[] } | { type: 'cancel' } | { type: 'look' } | Ask} PanelMessage
 *   'look': the person is at the panel
 * @typedef {{ type: 'ask', ask: number, what: string, given: any }} Ask a question; the reply has its number
 *
 * @typedef {{ type: 'all', rows: Row[], tally: Tally } | { type: 'rows', rows: Row[], tally: Tally }
 *   | { type: 'gone', below: number, tally: Tally } | { type: 'lost', id: number, tally: Tally } | { type: 'tally', tally: Tally }
 *   | { type: 'reply', ask: number, ok: any, fault: string | null }} DevtoolsMessage
 *   'rows': new ones, and changed ones under their old id; 'gone': all with a smaller id than `below`; 'lost': one that has turned
 *   out to be none
 */

/** @param {number} tabId */
export const openChannel = (tabId) => new BroadcastChannel(`scopelens-${tabId}`);

/** @type {Record<string, (message: any) => boolean>} */
const ORDERS = {
  hello: () => true,
  clear: () => true,
  undo: () => true,
  dismiss: () => true,
  cancel: () => true,
  look: () => true,
  pause: ({ on }) => typeof on === 'boolean',
  preserve: ({ on }) => typeof on === 'boolean',
  limit: ({ rows }) => Number.isInteger(rows) && rows > 0,
  import: ({ files }) => Array.isArray(files) && files.every((file) => file instanceof File),
  ask: ({ ask, what, given }) => Number.isInteger(ask) && typeof what === 'string' && typeof given === 'object',
};

/** Nobody but our own pages can write here; still, what has another shape is dropped. @param {unknown} value @returns {value is PanelMessage} */
export function isOrder(value) {
  const { type } = /** @type {Record<string, unknown>} */ (value ?? {});
  return typeof type === 'string' && Object.hasOwn(ORDERS, type) && ORDERS[type]?.(value) === true;
}

/** Rows that are kept unless the person says otherwise. */
export const ROW_LIMIT = 10_000;

/** @type {Tally} */
export const NO_TALLY = {
  dropped: 0,
  unread: 0,
  preserve: false,
  paused: false,
  limit: ROW_LIMIT,
  cleared: 0,
  importing: null,
};
