/**
 * Between the devtools page and its panel. Both belong to our origin and to one tool window, so a
 * broadcast channel named after the inspected tab joins them in either browser; `onShown` hands the
 * panel's window over in some versions only.
 *
 * @import { Row } from './types.js'
 * @typedef {{ dropped: number, unread: number, preserve: boolean }} Tally
 *   rows that fell out, exchanges that were not worth reading, and the preserve switch
 * @typedef {{ type: 'hello' } | { type: 'clear' } | { type: 'preserve', on: boolean }} PanelMessage
 * @typedef {{ type: 'all', rows: Row[], tally: Tally } | { type: 'row', row: Row, tally: Tally }
 *   | { type: 'tally', tally: Tally }} DevtoolsMessage
 */

/** @param {number} tabId */
export const openChannel = (tabId) => new BroadcastChannel(`scopelens-${tabId}`);

/** More rows than this, and the oldest falls out. */
export const ROW_LIMIT = 1000;
