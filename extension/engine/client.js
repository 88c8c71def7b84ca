/** The diagnosis engine: its functions, as our pages call them. */

import { engineConfig, watchEngineConfig } from '../core/config.js';
import { currentLang } from '../core/i18n.js';
import { compiled, index, packaged } from './compiled.js';
import { EngineError, Instance } from './instance.js';
import init, * as glue from './scopelens.js';

/**
 * @import { About, Annotation, Answer, AppLinks, Batch, CheckedMasks, CheckedRules, Comparison, Configured, Decision, Details, Exchange, Frame, GivenExchange, Head, Lang, MaskSource, Options, Patterns, Plan, Wanted } from './types.js'
 *
 * @typedef {object} Results what the engine's functions give, by their names
 * @property {About} about
 * @property {AppLinks} apply_links
 * @property {CheckedMasks} check_masks
 * @property {CheckedRules} check_rules
 * @property {Comparison} compare_plans
 * @property {Configured} configure the company's rules are the first of the list
 * @property {Answer} diagnose
 * @property {string} har_entry
 * @property {Decision} read_decision
 * @property {string} redact
 * @property {Exchange} redact_exchange
 * @property {Patterns} sift_patterns
 *
 * @typedef {{ see: Annotation, see_entry: Annotation, annotate: Annotation, details: Details, plan: Plan }} SessionResults
 */

export { EngineError };

const files = {
  // Fetched anew where the first attempt failed.
  init: () => init({ module_or_path: compiled.catch(() => fetch(chrome.runtime.getURL('engine/scopelens_bg.wasm'))) }),
  index: () => index.catch(() => packaged('packs/index.pack')),
  pack: (/** @type {string} */ file) => packaged(`packs/${file}`),
};

const engine = new Instance(glue, files, engineConfig);
watchEngineConfig();

/** Begins to make the engine ready for a call that will come soon, which then tells what went wrong. */
export function warmUp() {
  engine.ready().catch(() => {});
}

/**
 * Calls one function of the engine.
 * @template {keyof Results} Name
 * @param {Name} name
 * @param {Parameters<glue.Engine[Name]>} args
 * @returns {Promise<Results[Name]>}
 * @throws {EngineError}
 */
function call(name, ...args) {
  return engine.call((core) => /** @type {(...args: string[]) => string} */ (core[name]).apply(core, args));
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
 * @param {Wanted} query
 * @param {string} appId
 * @param {Lang} lang
 * @returns {Promise<AppLinks>}
 * @throws {EngineError} of kind "bad-app-id", in words
 */
export const applyLinks = (query, appId, lang) =>
  call('apply_links', JSON.stringify(query), appId, JSON.stringify({ lang }));

/**
 * What is known, platform by platform: those that are switched off as well.
 * @param {Lang} lang
 * @returns {Promise<About>}
 */
export const about = (lang) => call('about', JSON.stringify({ lang }));

/**
 * What is wrong with the rules and masks that are set: it was left out.
 * @param {Lang} lang
 * @returns {Promise<Results['configure']>}
 */
export const configuration = async (lang) => call('configure', await engineConfig(), JSON.stringify({ lang }));

/**
 * Reads a text of own rules and tries it on a sample; changes nothing of what is set.
 * @param {string} text
 * @param {string} sample may be empty
 * @param {Lang} lang
 * @returns {Promise<CheckedRules>}
 */
export const checkRules = (text, sample, lang) => call('check_rules', text, sample, JSON.stringify({ lang }));

/**
 * Masks a sample with what is built in and with these masks; changes nothing of what is set.
 * @param {MaskSource[]} masks
 * @param {string} sample
 * @param {Lang} [lang] of the faults; that of the pages, where it is not said
 * @returns {Promise<CheckedMasks>}
 */
export const checkMasks = async (masks, sample, lang) =>
  call('check_masks', JSON.stringify(masks), sample, JSON.stringify({ lang: lang ?? (await currentLang()) }));

/**
 * Says whether an exchange's body is worth reading.
 * @param {Head} head
 * @returns {Promise<Decision>}
 */
export const readDecision = (head) => call('read_decision', JSON.stringify(head));

/** Masks what is secret in a text. @param {string} text @returns {Promise<string>} */
export const redact = (text) => call('redact', text);

/** Masks what is secret in a whole exchange. @param {GivenExchange} exchange @returns {Promise<Exchange>} */
export const redactExchange = (exchange) => call('redact_exchange', JSON.stringify(exchange));

/**
 * What a body is searched for before it is worth copying into the engine, derived from the rules.
 * @returns {Promise<Patterns>}
 */
export const siftPatterns = () => call('sift_patterns');

/**
 * What changed from one plan to a later one.
 * @param {Plan} before
 * @param {Plan} after
 * @param {Options} view
 * @returns {Promise<Comparison>}
 */
export const comparePlans = (before, after, view) =>
  call('compare_plans', JSON.stringify(before), JSON.stringify(after), JSON.stringify(view));

/** Tokens are kept as fingerprints under a key that no other session has. */
const newKey = () =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** The engine's memory of one tool window. A trap loses it: then it starts anew. */
export class Session {
  #instance = -1;
  /** @type {glue.Session | null} */
  #memory = null;

  /**
   * Takes an exchange in.
   * @param {string} exchange JSON of a GivenExchange with its id
   * @param {Options} view
   * @returns {Promise<Annotation>} with the evidence as known now
   */
  see(exchange, view) {
    return this.#call('see', exchange, JSON.stringify(view));
  }

  /**
   * The same for an entry of a HAR file, which the engine still has.
   * @param {Har} har
   * @param {number} index among the entries that it gave last
   * @param {number} id
   * @param {Options} view
   * @returns {Promise<Annotation>}
   */
  seeEntry(har, index, id, view) {
    return this.#call('see_entry', har.reader, index, id, JSON.stringify(view));
  }

  /**
   * The same without taking it in.
   * @param {string} exchange
   * @param {Options} view
   * @returns {Promise<Annotation>}
   */
  annotate(exchange, view) {
    return this.#call('annotate', exchange, JSON.stringify(view));
  }

  /**
   * What opens below its row: the cards, made now, and the exchange without its secrets and its body.
   * @param {string} exchange
   * @param {Options} view
   * @returns {Promise<Details>}
   */
  details(exchange, view) {
    return this.#call('details', exchange, JSON.stringify(view));
  }

  /** @param {Options} view @returns {Promise<Plan>} */
  plan(view) {
    return this.#call('plan', JSON.stringify(view));
  }

  /** @param {number[]} ids */
  async forget(ids) {
    if (ids.length) await engine.call(() => this.#current().forget(JSON.stringify(ids)));
  }

  /** Gives its memory back. It is not to be used again. */
  free() {
    if (engine.isCurrent(this.#instance)) this.#memory?.free();
    this.#memory = null;
  }

  /**
   * @template {keyof SessionResults} Name
   * @param {Name} name
   * @param {unknown[]} args
   * @returns {Promise<SessionResults[Name]>}
   */
  #call(name, ...args) {
    return engine.call((core) => {
      const memory = this.#current();
      return /** @type {(core: glue.Engine, ...args: unknown[]) => string} */ (memory[name]).call(
        memory,
        core,
        ...args,
      );
    });
  }

  /** The memory, anew where a trap has lost it. */
  #current() {
    if (this.#instance !== engine.number || !this.#memory) {
      this.#memory = new glue.Session(newKey());
      this.#instance = engine.number;
    }
    return this.#memory;
  }
}

/** One entry of a HAR file as JSON, masked. @param {GivenExchange} exchange @returns {Promise<string>} */
export const harEntry = (exchange) => call('har_entry', JSON.stringify(exchange));

/** The texts around the entries of a HAR file, and between two. @returns {Promise<Frame>} */
export const harFrame = () => engine.call(glue.har_frame);

/** A HAR file that is being read. A trap ends its reading. */
export class Har {
  #options;
  #instance = engine.number;
  reader = new glue.HarReader();

  /** @param {string} options */
  constructor(options) {
    this.#options = options;
  }

  static async open() {
    const options = JSON.stringify({ lang: await currentLang() });
    await engine.ready();
    return new Har(options);
  }

  /** @param {Uint8Array} bytes @returns {Batch} */
  feed(bytes) {
    return engine.callNow((core) => this.reader.feed(core, bytes));
  }

  /** @returns {Batch} */
  end() {
    return engine.callNow((core) => this.reader.end(core, this.#options));
  }

  free() {
    if (engine.isCurrent(this.#instance)) this.reader.free();
  }
}
