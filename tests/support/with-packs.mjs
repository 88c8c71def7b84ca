// An engine that is given the packs it asks for, at once: what `extension/engine/instance.js` does with files that come in time.

/** @typedef {typeof import('../../extension/engine/scopelens.js')} Glue */
/** @typedef {InstanceType<Glue['Engine']>} Core */

/**
 * @typedef {Omit<Core, 'free' | 'add_pack'> & { annotate: (exchange: string, options: string) => string,
 *   details: (exchange: string, options: string) => string, har_frame: () => string, Session: new (key: string) => Session, HarReader: new () => HarReader }} Engine
 *
 * @typedef {object} Session
 * @property {(exchange: string, options: string) => string} see
 * @property {(har: HarReader, index: number, id: number, options: string) => string} see_entry
 * @property {(exchange: string, options: string) => string} annotate
 * @property {(exchange: string, options: string) => string} details
 * @property {(options: string) => string} plan
 * @property {(ids: string) => string} forget
 *
 * @typedef {object} HarReader
 * @property {(bytes: Uint8Array) => string} feed
 * @property {(options: string) => string} end
 * @property {() => void} free
 * @property {InstanceType<Glue['HarReader']>} reader
 */

/** The functions of the engine whose replies are handed on. */
const NAMES = /** @type {const} */ ([
  'about',
  'apply_links',
  'check_masks',
  'check_rules',
  'compare_plans',
  'configure',
  'diagnose',
  'har_entry',
  'read_decision',
  'redact',
  'redact_exchange',
  'sift_patterns',
]);

/**
 * @param {Glue} glue
 * @param {(file: string) => Uint8Array} readPack
 * @returns {Engine} no pack is loaded at first
 */
export function withPacks(glue, readPack) {
  const core = new glue.Engine(readPack('index.pack'));

  /** @param {() => string} run */
  function answered(run) {
    const reply = run();
    if (!reply.startsWith('{"missing"')) return reply;
    for (const file of JSON.parse(reply).missing) {
      const added = core.add_pack(readPack(file));
      if (added !== '{"ok":null}') throw new Error(`${file}: ${added}`);
    }
    return run();
  }

  class Session {
    #memory;
    /** @param {string} key */
    constructor(key) {
      this.#memory = new glue.Session(key);
    }

    /** @param {string} exchange @param {string} options */
    see(exchange, options) {
      return answered(() => this.#memory.see(core, exchange, options));
    }

    /** @param {HarReader} har @param {number} index @param {number} id @param {string} options */
    see_entry(har, index, id, options) {
      return answered(() => this.#memory.see_entry(core, har.reader, index, id, options));
    }

    /** @param {string} exchange @param {string} options */
    annotate(exchange, options) {
      return answered(() => this.#memory.annotate(core, exchange, options));
    }

    /** @param {string} exchange @param {string} options */
    details(exchange, options) {
      return answered(() => this.#memory.details(core, exchange, options));
    }

    /** @param {string} options */
    plan(options) {
      return answered(() => this.#memory.plan(core, options));
    }

    /** @param {string} ids */
    forget(ids) {
      return this.#memory.forget(ids);
    }
  }

  class HarReader {
    reader = new glue.HarReader();

    /** @param {Uint8Array} bytes */
    feed(bytes) {
      return this.reader.feed(core, bytes);
    }

    /** @param {string} options */
    end(options) {
      return this.reader.end(core, options);
    }

    free() {
      this.reader.free();
    }
  }

  const functions = NAMES.map((name) => {
    const run = /** @type {(...args: string[]) => string} */ (core[name]);
    return [name, (/** @type {string[]} */ ...args) => answered(() => run.apply(core, args))];
  });
  return {
    ...Object.fromEntries(functions),
    annotate: (/** @type {string} */ exchange, /** @type {string} */ options) =>
      new Session('').annotate(exchange, options),
    details: (/** @type {string} */ exchange, /** @type {string} */ options) =>
      new Session('').details(exchange, options),
    har_frame: glue.har_frame,
    Session,
    HarReader,
  };
}
