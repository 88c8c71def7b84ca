/** The diagnosis engine, loaded on first use and replaced after a trap. */

// @ts-ignore -- the build puts the compiled engine beside the sources
import init, * as glue from '../engine/scopelens.js';

/** @import { Annotation, Answer, AppLinks, Comparison, Exchange, HarPart, Lang, Plan, View, Wanted } from './types.js' */

/** A failure that the engine reports, or its crash (kind "trap"). */
export class EngineError extends Error {
  /** @param {string} kind @param {string} message */
  constructor(kind, message) {
    super(message);
    this.name = 'EngineError';
    this.kind = kind;
  }
}

/** @type {Promise<unknown> | null} */
let loading = null;
let poisoned = false;

/** Loads the engine once. A failed attempt is forgotten, so that the next call tries anew. @returns {Promise<unknown>} */
function load() {
  return (loading ??= init({ module_or_path: chrome.runtime.getURL('engine/scopelens_bg.wasm') }).catch(
    (/** @type {unknown} */ error) => {
      loading = null;
      throw error;
    },
  ));
}

/** Begins to load the engine for a call that will come soon, which then tells what went wrong. */
export function warmUp() {
  load().catch(() => {});
}

/** Counts the instances, for what was made in one is nothing in the next. */
let instance = 0;

/** After a trap the memory may be inconsistent: go on with a fresh instance. */
function replaceIfPoisoned() {
  if (!poisoned) return;
  glue.__wbg_reset_state();
  poisoned = false;
  instance += 1;
}

/** The engine is there and sound. */
async function ready() {
  await load();
  replaceIfPoisoned();
}

/**
 * Runs a function of the engine and unwraps its reply.
 * @param {() => string} run
 * @returns {any}
 * @throws {EngineError}
 */
function unwrap(run) {
  let reply;
  try {
    reply = JSON.parse(run());
  } catch (error) {
    poisoned = true;
    throw new EngineError('trap', String(error));
  }
  if (reply.error) throw new EngineError(reply.error.kind, reply.error.message);
  return reply.ok;
}

/**
 * Calls one exported function.
 * @param {string} name
 * @param {...string} args
 * @returns {Promise<any>}
 * @throws {EngineError}
 */
async function call(name, ...args) {
  await ready();
  return unwrap(() => glue[name](...args));
}

/**
 * Diagnoses a snippet.
 * @param {string} text
 * @param {Lang} lang
 * @returns {Promise<Answer>}
 */
export const diagnose = (text, lang) => call('diagnose', text, JSON.stringify({ lang }));

/**
 * The apply links of an app that the reader names.
 * @param {Wanted} wanted
 * @param {string} appId
 * @param {Lang} lang
 * @returns {Promise<AppLinks>}
 * @throws {EngineError} of kind "bad-app-id", in words
 */
export const applyLinks = (wanted, appId, lang) =>
  call('apply_links', JSON.stringify(wanted), appId, JSON.stringify({ lang }));

/**
 * What this build knows, platform by platform.
 * @param {Lang} lang
 * @returns {Promise<{ version: string,
 *   platforms: { id: string, name: string, catalog_date: string, scopes: number, apis: number }[] }>}
 */
export const about = (lang) => call('about', JSON.stringify({ lang }));

/**
 * Says whether an exchange's body is worth reading.
 * @param {{ method: string, url: string, status: number, mime: string, size: number }} head
 * @returns {Promise<{ read: boolean, why: string }>}
 */
export const readDecision = (head) => call('read_decision', JSON.stringify(head));

/** Masks what is secret in a text. @param {string} text @returns {Promise<string>} */
export const redact = (text) => call('redact', text);

/** The same for a whole exchange. @param {Exchange} exchange @returns {Promise<Exchange>} */
export const redactExchange = (exchange) => call('redact_exchange', JSON.stringify(exchange));

/**
 * What a body is searched for before it is worth copying into the engine, derived from the rules.
 * @returns {Promise<import('./types.js').SiftPatterns>}
 */
export const siftPatterns = () => call('sift_patterns');

/**
 * What changed from one plan to a later one.
 * @param {Plan} before
 * @param {Plan} after
 * @param {View} view
 * @returns {Promise<Comparison>}
 */
export const comparePlans = (before, after, view) =>
  call('compare_plans', JSON.stringify(before), JSON.stringify(after), JSON.stringify(view));

/** Tokens are kept as fingerprints under a key that no other session has. */
const newKey = () => [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** The engine's memory of one tool window. A trap loses it: then it starts anew. */
export class Session {
  #instance = -1;
  /** @type {any} */
  #memory = null;

  /**
   * Takes an exchange in.
   * @param {string} exchange JSON of an Exchange with its id
   * @param {View} view
   * @returns {Promise<Annotation>} with the evidence as known now
   */
  see(exchange, view) {
    return this.#call('see', exchange, JSON.stringify(view));
  }

  /**
   * The same without taking it in.
   * @param {string} exchange
   * @param {View} view
   * @returns {Promise<Annotation>}
   */
  annotate(exchange, view) {
    return this.#call('annotate', exchange, JSON.stringify(view));
  }

  /** @param {View} view @returns {Promise<Plan>} */
  plan(view) {
    return this.#call('plan', JSON.stringify(view));
  }

  /** @param {number[]} ids */
  async forget(ids) {
    if (ids.length) await this.#call('forget', JSON.stringify(ids));
  }

  /** Gives its memory back. It is not to be used again. */
  free() {
    if (this.#instance === instance && !poisoned) this.#memory?.free();
    this.#memory = null;
  }

  /** @param {string} name @param {...string} args */
  async #call(name, ...args) {
    await ready();
    if (this.#instance !== instance || !this.#memory) {
      this.#memory = new glue.Session(newKey());
      this.#instance = instance;
    }
    return unwrap(() => this.#memory[name](...args));
  }
}

/** One entry of a HAR file as JSON, masked. @param {Exchange} exchange @returns {Promise<string>} */
export const harEntry = (exchange) => call('har_entry', JSON.stringify(exchange));

/** What stands around the entries of a HAR file, and between two. @returns {Promise<{ before: string, between: string, after: string }>} */
export const harFrame = () => call('har_frame');

/**
 * Opens a reader for one HAR file. A trap ends its reading.
 * @returns {Promise<{ feed: (bytes: Uint8Array) => HarPart, end: () => HarPart, free: () => void }>}
 */
export async function openHar() {
  await ready();
  const reader = new glue.HarReader();
  const mine = instance;
  return {
    feed: (bytes) => unwrap(() => reader.feed(bytes)),
    end: () => unwrap(() => reader.end()),
    free: () => mine === instance && !poisoned && reader.free(),
  };
}
