/** Takes exchanges in, and keeps rows, memory and counts in step. The panel hears of each change. */

import { NO_TALLY } from '../core/messages.js';
import { boundedLimit, ROW_LIMITS } from '../core/settings.js';
import { timeSlicer } from '../core/yield.js';
import { Session } from '../engine/client.js';
import { Memory } from './memory.js';
import { engineStateOf, isWorthKeeping, keptBody, toRow } from './row.js';

/** @import { NotifyPanel, Tally } from '../core/messages.js' */
/** @import { Har } from '../engine/client.js' */
/** @import { Annotation } from '../engine/types.js' */
/** @import { Recorded, RowBody, View } from '../core/types.js' */
/** @import { Kept } from './memory.js' */

/** Interval of reports of counts, in ms. */
const NOTIFY_MS = 100;

/** Time for which a clearing can be undone, in ms. */
const UNDO_MS = 30_000;

/**
 * Where an exchange comes from.
 * @typedef {object} Origin
 * @property {string | null} source the file, or null for live traffic
 * @property {Kept['reread']} reread
 * @property {number} generation the recorder's, when the exchange was met
 * @property {RowBody} [state] how much of the body there is, where the exchange holds less of it or cannot say
 * @property {{ har: Har, index: number }} [entry] the exchange's place among the entries that the engine read last
 * @property {number | null} [id] the row that this one takes the place of, if it is still there
 */

export class Recorder {
  memory = new Memory(ROW_LIMITS.usual);
  session = new Session();
  /** @type {Tally} */
  tally = { ...NO_TALLY };
  /** Counts the clearings, so that an exchange from before one is not added after it. */
  generation = 0;
  #nextId = 1;
  /** @type {ReturnType<typeof setTimeout> | 0} */
  #timer = 0;
  /** Start of the page, in ms since 1970: what an earlier one asked for may be reported late. */
  #pageStart = 0;
  /** Pauses of the recording, in ms since 1970. @type {{ from: number, to: number }[]} */
  #pauses = [];
  /** The rows that were cleared last, while they can be had back. @type {{ memory: Memory, session: Session, timer: ReturnType<typeof setTimeout> } | null} */
  #cleared = null;

  /** @param {NotifyPanel} notify @param {() => View} view */
  constructor(notify, view) {
    this.notify = notify;
    this.view = view;
  }

  /** @param {Partial<Tally>} changes */
  updateTally(changes) {
    this.tally = { ...this.tally, ...changes };
    this.notify('tally', { tally: this.tally });
  }

  notifyAll() {
    this.notify('all', { rows: this.memory.rows, tally: this.tally });
  }

  /** A page makes many such calls, so the panel hears of them now and then. */
  countUnread(more = 1) {
    this.tally.unread += more;
    this.#timer ||= setTimeout(() => {
      this.#timer = 0;
      this.updateTally({});
    }, NOTIFY_MS);
  }

  /**
   * Takes one exchange in. A bad one gives a row that says so, never an error.
   * @param {Recorded} exchange
   * @param {Origin} origin
   * @returns {Promise<number | null>} the id of its row, if it has one now
   */
  async take(exchange, origin) {
    if (origin.source === null && (exchange.at ?? 0) < this.#pageStart) return null;
    const isKnown = this.memory.kept.has(origin.id ?? 0);
    const id = isKnown ? Number(origin.id) : this.#nextId++;
    if (isKnown) await this.#forget([id]);
    const annotation = await this.#observe({ ...exchange, id }, origin);
    if (origin.generation !== this.generation) return null;
    const bodyState = origin.state ?? exchange.body_state;
    if (!isWorthKeeping(exchange, annotation, bodyState)) {
      if (isKnown) this.#drop(id);
      this.countUnread();
      return null;
    }
    await this.#keep({ ...exchange, id }, annotation, { ...origin, bodyState });
    return id;
  }

  /** @param {Recorded & { id: number }} exchange @param {Annotation | null} annotation @param {Origin & { bodyState: RowBody }} origin */
  async #keep(exchange, annotation, { source, bodyState, reread }) {
    const row = toRow(exchange.id, exchange, annotation, { source, bodyState });
    const stored = {
      ...exchange,
      body_state: engineStateOf(bodyState) ?? exchange.body_state,
      body: keptBody(exchange.body, row),
    };
    this.memory.add({ row, exchange: JSON.stringify(stored), reread });
    this.notify('rows', { rows: [row], tally: this.tally });
    await this.#trim();
  }

  /** Takes a row away that has turned out to be none. @param {number} id */
  #drop(id) {
    this.memory.remove(id);
    this.notify('removed', { id, tally: this.tally });
  }

  /** A call that began while paused stays out, though it be told later. @param {boolean} on */
  pause(on) {
    if (on === this.tally.paused) return;
    const last = this.#pauses.at(-1);
    if (on) this.#pauses.push({ from: Date.now(), to: Infinity });
    else if (last) last.to = Date.now();
    this.updateTally({ paused: on });
  }

  /** @param {number} time in ms since 1970 */
  wasPausedAt(time) {
    return this.#pauses.some(({ from, to }) => time >= from && time < to);
  }

  /** @param {number} rows */
  async setLimit(rows) {
    const limit = boundedLimit(rows);
    this.memory.limit = limit;
    this.updateTally({ limit });
    await this.#trim();
  }

  clear() {
    this.discardCleared();
    this.generation += 1;
    const cleared = this.memory.kept.size;
    const timer = setTimeout(() => this.discardCleared(), UNDO_MS);
    this.#cleared = { memory: this.memory, session: this.session, timer };
    this.memory = new Memory(this.memory.limit);
    this.session = new Session();
    this.tally = { ...this.tally, dropped: 0, unread: 0, cleared };
    this.notifyAll();
  }

  /** Gives the cleared rows back. Those that came since stay as well: the old session has seen them, too. */
  undo() {
    if (!this.#cleared) return;
    const { memory, session } = this.#cleared;
    for (const entry of this.memory.kept.values()) memory.add(entry);
    [this.#cleared.session, this.memory, this.session] = [this.session, memory, session];
    this.discardCleared();
    this.notifyAll();
  }

  /** Gives up what was cleared, for good. */
  discardCleared() {
    if (!this.#cleared) return;
    clearTimeout(this.#cleared.timer);
    this.#cleared.session.free();
    this.#cleared = null;
    this.updateTally({ cleared: 0 });
  }

  /** Leaves what the new page has already asked for, and what came from files. @param {number} time in ms since 1970 */
  async dropBefore(time) {
    this.#pageStart = time;
    const old = this.memory.rows.filter(({ source, at }) => source === null && (at ?? 0) < time).map(({ id }) => id);
    for (const id of old) this.memory.remove(id);
    this.tally = { ...this.tally, dropped: 0, unread: 0 };
    this.notifyAll();
    await this.session.forget(old);
  }

  /** Says everything anew, after the language has changed. */
  async relocalize() {
    const yieldIfDue = timeSlicer();
    for (const [id, entry] of this.memory.kept) {
      const { label, soft } = entry.row;
      if (!label && !soft) continue;
      const annotation = await this.session.annotate(entry.exchange, this.view()).catch(() => null);
      if (annotation) entry.row = toRow(id, JSON.parse(entry.exchange), annotation, entry.row);
      await yieldIfDue();
    }
    this.notifyAll();
  }

  /** Has the sessions forget exchanges: what one told before it was whole is not to count twice. @param {number[]} ids */
  async #forget(ids) {
    await this.#cleared?.session.forget(ids);
    await this.session.forget(ids);
  }

  /** @param {Recorded & { id: number }} exchange @param {Origin} origin @returns {Promise<Annotation | null>} null where the engine failed on it */
  async #observe(exchange, { entry }) {
    const view = this.view();
    const json = entry ? '' : JSON.stringify(exchange);
    /** @param {Session} session */
    const see = (session) =>
      entry ? session.seeEntry(entry.har, entry.index, exchange.id, view) : session.see(json, view);
    try {
      if (this.#cleared) await see(this.#cleared.session);
      return await see(this.session);
    } catch (error) {
      console.error('Scopelens:', error);
      return null;
    }
  }

  async #trim() {
    const gone = this.memory.trim();
    const last = gone.at(-1);
    if (last === undefined) return;
    this.tally = { ...this.tally, dropped: this.tally.dropped + gone.length };
    this.notify('dropped', { below: last + 1, tally: this.tally });
    await this.session.forget(gone);
  }
}
