/** The diagnosis engine, loaded on first use and replaced after a trap. */

// @ts-ignore -- the build puts the compiled engine beside the sources
import init, * as glue from '../engine/scopelens.js';

/** @import { Annotation, Answer, AppLinks, Exchange, Lang, Wanted } from './types.js' */

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

/** Loads the engine once. A failed attempt is forgotten, so that the next call tries anew. */
function load() {
  loading ??= init({ module_or_path: chrome.runtime.getURL('engine/scopelens_bg.wasm') }).catch(
    (/** @type {unknown} */ error) => {
      loading = null;
      throw error;
    },
  );
  return loading;
}

/** After a trap the memory may be inconsistent: go on with a fresh instance. */
function replaceIfPoisoned() {
  if (!poisoned) return;
  glue.__wbg_reset_state();
  poisoned = false;
}

/**
 * Calls one exported function and unwraps its reply.
 * @param {string} name
 * @param {...string} args
 * @returns {Promise<any>}
 * @throws {EngineError}
 */
async function call(name, ...args) {
  await load();
  replaceIfPoisoned();
  const reply = JSON.parse(run(name, args));
  if (reply.error) throw new EngineError(reply.error.kind, reply.error.message);
  return reply.ok;
}

/** @param {string} name @param {string[]} args @returns {string} */
function run(name, args) {
  try {
    return glue[name](...args);
  } catch (error) {
    poisoned = true;
    throw new EngineError('trap', String(error));
  }
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

/**
 * What a body is searched for before it is worth copying into the engine, derived from the rules.
 * @returns {Promise<import('./types.js').SiftPatterns>}
 */
export const siftPatterns = () => call('sift_patterns');

/**
 * Diagnoses one exchange.
 * @param {Exchange} exchange
 * @param {Lang} lang
 * @returns {Promise<Annotation>}
 */
export const annotate = (exchange, lang) =>
  call('annotate', JSON.stringify(exchange), JSON.stringify({ lang }));
