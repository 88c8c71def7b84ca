/** One instance of the engine: loaded on first use, configured, replaced after a trap. */

/** A failure that the engine reports, or its crash (kind "trap"). */
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
  #init;
  #readConfig;
  /** @type {Promise<unknown> | null} */
  #loading = null;
  #poisoned = false;
  /** Configuration that the instance has; one that breaks it is not tried again. @type {string | null} */
  #configured = null;
  /** Counts the instances, for what was made in one is nothing in the next. */
  number = 0;

  /**
   * @param {Pick<typeof import('./scopelens.js'), 'configure' | '__wbg_reset_state'>} glue of the compiled engine
   * @param {() => Promise<unknown>} init loads it
   * @param {() => Promise<string>} knowledge JSON of what it is to know
   */
  constructor(glue, init, knowledge) {
    this.#glue = glue;
    this.#init = init;
    this.#readConfig = knowledge;
  }

  /** The engine is there, sound, and knows what it should. */
  async ready() {
    const [config] = await Promise.all([this.#readConfig(), this.#load()]);
    this.#replaceIfPoisoned();
    if (this.#configured === config) return;
    this.#configure(config);
    this.#replaceIfPoisoned();
    this.#configured = config;
  }

  /** A failed attempt is forgotten, so that the next call tries anew. */
  #load() {
    this.#loading ??= this.#init().catch((error) => {
      this.#loading = null;
      throw error;
    });
    return this.#loading;
  }

  /** After a trap the memory may be inconsistent: go on with a fresh instance, which knows nothing yet. */
  #replaceIfPoisoned() {
    if (!this.#poisoned) return;
    this.#glue.__wbg_reset_state();
    this.#poisoned = false;
    this.#configured = null;
    this.number += 1;
  }

  /** @param {string} config */
  #configure(config) {
    try {
      this.unwrap(() => this.#glue.configure(config, '{}'));
    } catch (error) {
      console.error('Scopelens: own rules and masks could not be set.', error);
    }
  }

  /**
   * Runs a function of the engine and unwraps its reply.
   * @template T
   * @param {() => string} run
   * @returns {T} as the caller knows it
   * @throws {EngineError}
   */
  unwrap(run) {
    let reply;
    try {
      reply = JSON.parse(run());
    } catch (error) {
      this.#poisoned = true;
      throw new EngineError('trap', String(error));
    }
    if (reply.error) throw new EngineError(reply.error.kind, reply.error.message);
    return reply.ok;
  }

  /** Whether what was made in this instance can still be used. @param {number} number */
  isCurrent(number) {
    return number === this.number && !this.#poisoned;
  }
}
