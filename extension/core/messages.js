/**
 * Everything that one part of the extension says to another: a table for each part that is spoken to, with the parameters and
 * the result of each call, and its guards. `core/rpc.js` types callers and handlers by these tables; who may call the background
 * stands in `core/trust.js`.
 *
 * @import { Comparison, Lack, Plan } from '../engine/types.js'
 * @import { Field, Part, Reading, Row, ShownAnswer } from './types.js'
 * @import { Guard } from './guards.js'
 * @import { Checks, Client, Message } from './rpc.js'
 *
 * @typedef {{}} Nothing
 * @typedef {'request' | 'response'} Side
 * @typedef {{ id: number, side: Side, secret: boolean }} WantedText a text of a call, masked unless `secret`
 *
 * @typedef {object} BackgroundCalls what scripts in pages and the devtools page tell the background
 * @property {{ params: { text: string }, result: void }} handover the page fights the popover: use the popup
 * @property {{ params: Nothing, result: void }} waiting no answer has come: the background is to see what it left undone
 * @property {{ params: { tabId: number, count: number }, result: void }} badge what the toolbar button is to say in a tab
 *
 * @typedef {object} DevtoolsCalls what the panel asks of the devtools page, which holds the traffic
 * @property {{ params: Nothing, result: void }} sync all rows are wanted: the panel has just opened
 * @property {{ params: Nothing, result: void }} activity a person is at the panel
 * @property {{ params: Nothing, result: void }} clear
 * @property {{ params: Nothing, result: void }} undoClear
 * @property {{ params: Nothing, result: void }} discardCleared what was cleared is gone for good
 * @property {{ params: { on: boolean }, result: void }} pause
 * @property {{ params: { on: boolean }, result: void }} preserve whether rows outlive their page
 * @property {{ params: { rows: number }, result: void }} limit
 * @property {{ params: { files: File[] }, result: void }} importFiles
 * @property {{ params: Nothing, result: void }} endImport stops it; where it has ended, its result is taken away
 * @property {{ params: { id: number }, result: Details }} details
 * @property {{ params: WantedText, result: Field | null }} body laid out; null where nobody has it any more
 * @property {{ params: WantedText, result: Field }} message with its head, as it went over the wire
 * @property {{ params: { id: number, part: Part, index: number }, result: string }} reveal one secret; `index` of a header
 * @property {{ params: { id: number }, result: string }} curl the command with its secrets
 * @property {{ params: Nothing, result: Plan }} plan
 * @property {{ params: { before: Plan }, result: Comparison }} comparePlan with the plan of now
 * @property {{ params: Nothing, result: { id: string, name: string }[] }} platforms
 * @property {{ params: { text: string, ids: number[] }, result: BodyMatch[] }} find in the bodies of these calls, in their order
 * @property {{ params: { ids: number[] }, result: Blob }} exportHar
 *
 * @typedef {object} PanelCalls what the devtools page tells the panel; each brings the counts
 * @property {{ params: { rows: Row[], tally: Tally }, result: void }} all in place of what was listed
 * @property {{ params: { rows: Row[], tally: Tally }, result: void }} rows new ones, and changed ones under their old id
 * @property {{ params: { below: number, tally: Tally }, result: void }} dropped all rows with a smaller id
 * @property {{ params: { id: number, tally: Tally }, result: void }} removed one row, which has turned out to be none
 * @property {{ params: { tally: Tally }, result: void }} tally
 *
 * @typedef {Message<BackgroundCalls>} BackgroundMessage
 * @typedef {Message<PanelCalls>} PanelMessage
 * @typedef {Client<DevtoolsCalls>} Devtools
 * @typedef {Client<PanelCalls>['notify']} NotifyPanel
 *
 * @typedef {object} Tally
 * @property {number} dropped rows that fell out at the limit
 * @property {number} unread exchanges that were not worth reading
 * @property {boolean} preserve
 * @property {boolean} paused
 * @property {number} limit rows that are kept at most
 * @property {number} cleared rows that can be had back, or 0
 * @property {ImportProgress | null} importing
 *
 * @typedef {{ file: string, index: number | null, why: string }} ImportFault an entry of a file, or all of it, that could not be
 *   read; `why` is a word of the engine's, or a sentence
 * @typedef {{ file: string, why: Lack, count: number, errors: number }} ImportLack replies of a file whose bodies could not be read
 *   for one reason; `errors` counts those of them with a status of 400 or above
 * @typedef {{ file: string, done: number, size: number, rows: number, faults: ImportFault[], more: number, lacks: ImportLack[],
 *   ended: boolean }} ImportProgress how far the files are read, in bytes of all of them; faults name what could not be read, and
 *   `more` counts the rest
 *
 * @typedef {object} Details what the tabs of a call show, masked
 * @property {ShownAnswer | null} answer the cards as of now; null where nothing was refused, or the engine failed
 * @property {string | null} soft what a granted answer may lack
 * @property {string} method
 * @property {number} status
 * @property {Field} url
 * @property {[string, Field][]} requestHeaders
 * @property {[string, Field][]} responseHeaders
 * @property {'kept' | 'lost' | 'none'} requestBody 'lost': it was sent, and the browser did not keep it
 * @property {string} curl a shell command
 * @property {string} json the call and its annotation
 *
 * @typedef {{ id: number, side: Side }} BodyMatch a body that holds a text which was looked for
 */

import {
  instanceOf,
  integer,
  isBoolean,
  isNumber,
  isSize,
  listOf,
  nullOr,
  oneOf,
  opaque,
  record,
  text,
} from './guards.js';
import { ROW_LIMITS } from './settings.js';
import './text-cap.js';

/** Longest text that is taken from a selection or a message, in UTF-16 units. */
export const TEXT_CAP = globalThis.ScopelensTextCap;

/** The browsers' ids of tabs. */
const ID_CAP = 2 ** 31 - 1;

/** The engine checks a plan that it is to compare. @type {Guard<Plan>} */
const isPlan = opaque();

const nothing = record({});
const call = record({ id: integer() });
const ids = listOf(integer());
const wantedText = record({ id: integer(), side: oneOf(['request', 'response']), secret: isBoolean });

/** @type {Checks<BackgroundCalls>} */
export const BACKGROUND = {
  handover: record({ text: text(TEXT_CAP) }),
  waiting: nothing,
  // A tool window lists no more rows than that, so it has no more causes either.
  badge: record({ tabId: integer(0, ID_CAP), count: integer(0, ROW_LIMITS.most) }),
};

/** @type {Checks<DevtoolsCalls>} */
export const DEVTOOLS = {
  sync: nothing,
  activity: nothing,
  clear: nothing,
  undoClear: nothing,
  discardCleared: nothing,
  pause: record({ on: isBoolean }),
  preserve: record({ on: isBoolean }),
  limit: record({ rows: integer(1) }),
  importFiles: record({ files: listOf(instanceOf(File)) }),
  endImport: nothing,
  details: call,
  body: wantedText,
  message: wantedText,
  reveal: record({ id: integer(), part: oneOf(['url', 'requestHeaders', 'responseHeaders']), index: integer() }),
  curl: call,
  plan: nothing,
  comparePlan: record({ before: isPlan }),
  platforms: nothing,
  find: record({ text: text(), ids }),
  exportHar: record({ ids }),
};

/** @type {Guard<ImportProgress>} */
const isImportProgress = record({
  file: text(),
  done: isSize,
  size: isSize,
  rows: integer(),
  faults: listOf(record({ file: text(), index: nullOr(integer()), why: text() })),
  more: integer(),
  lacks: listOf(
    record({
      file: text(),
      why: oneOf(['unsaved', 'cut', 'compressed', 'large']),
      count: integer(),
      errors: integer(),
    }),
  ),
  ended: isBoolean,
});

const tally = record({
  dropped: integer(),
  unread: integer(),
  preserve: isBoolean,
  paused: isBoolean,
  limit: integer(),
  cleared: integer(),
  importing: nullOr(isImportProgress),
});

/** @type {Guard<Row>} */
const isRow = record({
  id: integer(),
  at: nullOr(isNumber),
  method: text(),
  host: text(),
  path: text(),
  status: integer(),
  bodyState: oneOf(['whole', 'cut', 'missing', 'unsaved', 'compressed', 'unread', 'large', 'open', 'unheard']),
  failed: isBoolean,
  source: nullOr(text()),
  verdict: oneOf(['refused', 'lookalike', 'mention', 'none']),
  label: text(),
  platform: nullOr(text()),
  name: nullOr(text()),
  scopes: listOf(text()),
  cause: text(),
  soft: nullOr(text()),
  quoted: isBoolean,
});

/** @type {Checks<PanelCalls>} */
export const PANEL = {
  all: record({ rows: listOf(isRow), tally }),
  rows: record({ rows: listOf(isRow), tally }),
  dropped: record({ below: integer(), tally }),
  removed: record({ id: integer(), tally }),
  tally: record({ tally }),
};

/** @type {Tally} */
export const NO_TALLY = {
  dropped: 0,
  unread: 0,
  preserve: false,
  paused: false,
  limit: ROW_LIMITS.usual,
  cleared: 0,
  importing: null,
};

/** Guard of what a script in a page says it has read. @type {Guard<Reading>} */
export const isReading = record({
  text: text(TEXT_CAP),
  total: isSize,
  part: oneOf([null, 'field', 'rows']),
  lack: oneOf(['empty', 'password', 'foreign']),
  width: isSize,
  height: isSize,
  focused: isBoolean,
});

/**
 * The channel of one tool window. Devtools page and panel both belong to our origin, so a broadcast channel named after the
 * inspected tab joins them in either browser; `onShown` hands the panel's window over in some versions only.
 * @param {number} tabId
 */
export const openChannel = (tabId) => new BroadcastChannel(`scopelens-${tabId}`);
