/** The order of rows, by any column. No DOM here. */

import { isUnread } from '../state.js';

/** @import { Row } from '../../core/types.js' */

/** @typedef {'time' | 'method' | 'path' | 'status' | 'platform' | 'finding'} Column */
/** @typedef {{ column: Column, down: boolean }} Order `down`: the greatest first */

/** @type {Record<string, number>} */
const VERDICTS = { refused: 0, lookalike: 1, none: 4 };

/**
 * What cannot be read may be a refusal, so it stands before what was granted.
 * @param {Row} row
 */
function rankOf(row) {
  const rank = VERDICTS[row.verdict] ?? 4;
  if (rank < 4) return rank;
  if (isUnread(row)) return 2;
  return row.soft ? 3 : rank;
}

/** Rows without a time stand behind those that have one. @param {Row} row */
const timeOf = (row) => row.at ?? Number.MAX_VALUE;

/** @type {Record<Column, (row: Row) => string | number>} */
const KEYS = {
  time: timeOf,
  method: (row) => row.method,
  path: (row) => row.name ?? row.path,
  status: (row) => row.status,
  platform: (row) => row.platform ?? '\uffff',
  finding: (row) => `${rankOf(row)} ${row.scopes[0] ?? row.label}`,
};

/**
 * A total order: rows that are alike in the column keep the order of time, then that of arrival.
 * @param {Row} a
 * @param {Row} b
 * @param {Order} order
 */
export function compareRows(a, b, { column, down }) {
  const key = KEYS[column];
  const [one, other] = [key(a), key(b)];
  if (one !== other) return (one < other ? -1 : 1) * (down ? -1 : 1);
  return timeOf(a) - timeOf(b) || a.id - b.id;
}
