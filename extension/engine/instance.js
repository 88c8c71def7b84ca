/** One instance of the engine: loaded on first use, configured, given the packs that it asks for, replaced after a trap. */

/** @typedef {typeof import('./scopelens.js')} Glue of the compiled engine */
/** @typedef {InstanceType<Glue['Engine']>} Core */
/** @typedef {(core: Core) => string} Run one call of a function of the engine, which gives its reply as JSON */

/** Rounds in which a call may ask for packs. It needs one; a second one where another call's trap took the first one's away. */
const MAX_ROUNDS = 4;

/** A failure that the engine reports, its crash (kind "trap"), or packs that cannot be had (kind "bad-pack"). */
export class EngineError extends Error {
  /** @param {string} kind @param {string} message */
  constructor(kind, message) {
    super(message);
    this.name = 'EngineError';
    this.kind = kind;
  }
}

export class Instance {
  #glue;
  #files;
  #readConfig;
  /** @type {Promise<Uint8Array> | null} */
  #loading = null;
  /** @type {Core | null} */
  #core = null;
  #poisoned = false;
  /** Configuration that the instance has; one that breaks it is not tried again. @type {string | null} */
  #configured = null;
  /** Counts the instances, for what was made in one is nothing in the next. */
  number = 0;

  /**
   * @param {Pick<Glue, 'Engine' | '__wbg_reset_state'>} glue
   * @param {object} files of the package
   * @param {() => Promise<unknown>} files.init loads the code
   * @param {() => Promise<Uint8Array>} files.index
   * @param {(file: string) => Promise<Uint8Array>} files.pack
   * @param {() => Promise<string>} readConfig JSON of what it is to know
   */
  constructor(glue, files, readConfig) {
    this.#glue = glue;
    this.#files = files;
    this.#readConfig = readConfig;
  }

  /** The engine is there, sound, and knows what it should. */
  async ready() {
    const [config, index] = await Promise.all([this.#readConfig(), this.#load()]);
    this.#start(index);
    if (this.#configured === config) return;
    this.#configure(config);
    this.#start(index);
    this.#configured = config;
  }

  /** A failed attempt is forgotten, so that the next call tries anew. @returns {Promise<Uint8Array>} the index */
  #load() {
    this.#loading ??= Promise.all([this.#files.index(), this.#files.init()])
      .then(([index]) => index)
      .catch((error) => {
        this.#loading = null;
        throw error;
      });
    return this.#loading;
  }

  /** Makes the engine; after a trap, whose memory may be inconsistent, a fresh one, which knows nothing yet. @param {Uint8Array} index */
  #start(index) {
    if (this.#poisoned) {
      this.#glue.__wbg_reset_state();
      this.#poisoned = false;
      this.#configured = null;
      this.#core = null;
      this.number += 1;
    }
    try {
      this.#core ??= new this.#glue.Engine(index);
    } catch (error) {
      this.#loading = null;
      throw new EngineError('bad-pack', `index.pack: ${error instanceof Error ? error.message : error}`);
    }
  }

  /** @param {string} config */
  #configure(config) {
    try {
      this.callNow((core) => core.configure(config, '{}'));
    } catch (error) {
      console.error('Scopelens: own rules and masks could not be set.', error);
    }
  }

  /**
   * Calls a function of the engine, which gets the packs that it lacks.
   * @template T
   * @param {Run} run called again once packs have come
   * @returns {Promise<T>} as the caller knows it
   * @throws {EngineError}
   */
  async call(run) {
    for (let round = 0; round < MAX_ROUNDS; round += 1) {
      await this.ready();
      const { ok, missing } = this.#replyOf(run);
      if (!missing) return ok;
      await this.#addPacks(missing);
    }
    throw new EngineError('bad-pack', 'The engine asks for packs that it has been given.');
  }

  /**
   * Calls a function of the engine that needs no packs. The engine is ready.
   * @template T
   * @param {Run} run
   * @returns {T}
   * @throws {EngineError}
   */
  callNow(run) {
    return this.#replyOf(run).ok;
  }

  /** @param {string[]} files in the order in which they have to come */
  async #addPacks(files) {
    const { number } = this;
    const packs = await Promise.all(files.map((file) => this.#files.pack(file)));
    for (const [index, pack] of packs.entries()) {
      if (!this.isCurrent(number)) return;
      try {
        this.callNow((core) => core.add_pack(pack));
      } catch (error) {
        throw error instanceof EngineError ? new EngineError(error.kind, `${files[index]}: ${error.message}`) : error;
      }
    }
  }

  /** @param {Run} run @returns {{ ok?: any, missing?: string[] }} */
  #replyOf(run) {
    let reply;
    try {
      reply = JSON.parse(run(/** @type {Core} */ (this.#core)));
    } catch (error) {
      this.#poisoned = true;
      throw new EngineError('trap', String(error));
    }
    if (reply.error) throw new EngineError(reply.error.kind, reply.error.message);
    return reply;
  }

  /** Whether what was made in this instance can still be used. @param {number} number */
  isCurrent(number) {
    return number === this.number && !this.#poisoned;
  }
}
