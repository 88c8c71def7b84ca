/** What the panel knows and which rows it shows. No DOM here. */

import { ROW_LIMIT } from '../shared/channel.js';

/** @import { Row } from '../shared/types.js' */
/** @import { DevtoolsMessage, Tally } from '../shared/channel.js' */

/**
 * Refused for whatever reason, or not known to be granted: what cannot be read must not vanish.
 * @param {Row} row
 */
export function isTroubled(row) {
  const { verdict } = row.annotation;
  const unknown = row.failed || row.bodyState === 'missing' || (row.bodyState === 'cut' && row.status >= 400);
  return verdict === 'refused' || verdict === 'lookalike' || unknown;
}

/** @param {Row} row @param {string} text lower-case words, each of which must occur */
export function matches(row, text) {
  const { label, platform, api, scopes, verdict } = row.annotation;
  const hay = [row.method, row.status, row.url, label, platform, api, verdict, ...scopes]
    .join(' ')
    .toLowerCase();
  return text.split(/\s+/).every((word) => hay.includes(word));
}

export class PanelState {
  /** @type {Row[]} */
  rows = [];
  /** @type {Tally} */
  tally = { dropped: 0, unread: 0, preserve: false };
  refusedOnly = true;
  text = '';

  /** @param {DevtoolsMessage} message */
  take(message) {
    this.tally = message.tally;
    if (message.type === 'all') this.rows = message.rows;
    if (message.type === 'row') this.#add(message.row);
  }

  /** The devtools page drops its oldest row at the limit, and so does this mirror. @param {Row} row */
  #add(row) {
    this.rows.push(row);
    if (this.rows.length > ROW_LIMIT) this.rows.shift();
  }

  /** @param {Row} row */
  shows(row) {
    return (!this.refusedOnly || isTroubled(row)) && matches(row, this.text);
  }

  get shown() {
    return this.rows.filter((row) => this.shows(row)).length;
  }
}
