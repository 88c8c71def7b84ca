/** Reads HAR files chunk by chunk: no file is ever in memory as a whole. */

import { timeSlicer } from '../core/yield.js';
import { EngineError, Har } from '../engine/client.js';
import { textOf } from './unpack.js';

/** @import { ImportFault, ImportProgress } from '../core/messages.js' */
/** @import { Batch, Lacking } from '../engine/types.js' */
/** @import { Recorder } from './recorder.js' */

/** Bytes that the engine gets at once: about a frame's work. */
const CHUNK = 256 * 1024;

/** Interval of reports of progress, in ms. */
const REPORT_MS = 100;

/** Faults that are listed; further ones are counted. */
const MOST_FAULTS = 20;

/** @param {Uint8Array} bytes */
function* pieces(bytes) {
  for (let from = 0; from < bytes.length; from += CHUNK) yield bytes.subarray(from, from + CHUNK);
}

/** One run over some files. */
class ImportRun {
  #reportedAt = 0;
  #yieldIfDue = timeSlicer();

  /** @param {File[]} files @param {Recorder} recorder @param {AbortSignal} signal */
  constructor(files, recorder, signal) {
    this.recorder = recorder;
    this.signal = signal;
    this.generation = recorder.generation;
    const size = files.reduce((sum, file) => sum + file.size, 0);
    /** @type {ImportProgress} */
    this.progress = { file: '', done: 0, size, rows: 0, faults: [], more: 0, lacks: [], ended: false };
  }

  /** @param {File} file */
  async read(file) {
    this.progress.file = file.name;
    const har = await Har.open();
    try {
      const isWhole = await this.#readText(har, file);
      if (this.signal.aborted) return;
      await this.#take(har, har.end(), file, isWhole);
    } finally {
      har.free();
    }
  }

  /**
   * @param {Har} har
   * @param {File} file
   * @returns {Promise<boolean>} false where what is packed is cut off or damaged: what came before that was read
   */
  async #readText(har, file) {
    const { stream, isPacked } = await textOf(file, (bytes) => {
      this.progress.done += bytes;
    });
    try {
      for await (const chunk of /** @type {AsyncIterable<Uint8Array>} */ (/** @type {unknown} */ (stream))) {
        for (const piece of pieces(chunk)) await this.#take(har, har.feed(piece), file, true);
        if (this.signal.aborted) break;
      }
    } catch (error) {
      if (!isPacked || error instanceof EngineError) throw error;
      return false;
    }
    return true;
  }

  /** @param {Har} har @param {Batch} part @param {File} file @param {boolean} isWhole */
  async #take(har, { entries, unread, bad, lacking, cut }, file, isWhole) {
    for (const { index, why: reason } of bad) this.addFault({ file: file.name, index, why: reason });
    for (const lack of lacking) this.#addLack(file.name, lack);
    if (cut || !isWhole) this.addFault({ file: file.name, index: null, why: 'stops' });
    if (unread) this.recorder.countUnread(unread);
    const origin = { source: file.name, reread: null, generation: this.generation };
    for (const [index, entry] of entries.entries()) {
      if ((await this.recorder.take(entry, { ...origin, entry: { har, index } })) !== null) this.progress.rows += 1;
      await this.#yieldIfDue();
    }
    this.report();
    await this.#yieldIfDue();
  }

  /** @param {ImportFault} fault */
  addFault(fault) {
    if (this.progress.faults.length < MOST_FAULTS) this.progress.faults.push(fault);
    else this.progress.more += 1;
  }

  /** @param {string} file @param {Lacking} lacking */
  #addLack(file, { why: reason, count, errors }) {
    const known = this.progress.lacks.find((lack) => lack.file === file && lack.why === reason);
    if (known) Object.assign(known, { count: known.count + count, errors: known.errors + errors });
    else this.progress.lacks.push({ file, why: reason, count, errors });
  }

  report(always = false) {
    if (!always && performance.now() - this.#reportedAt < REPORT_MS) return;
    this.#reportedAt = performance.now();
    this.recorder.updateTally({ importing: { ...this.progress } });
  }
}

/**
 * Takes in what matters of each file. A bad file spoils no other.
 * @param {File[]} files
 * @param {Recorder} recorder
 * @param {AbortSignal} signal stops the reading; what was read stays
 */
export async function importFiles(files, recorder, signal) {
  const reading = new ImportRun(files, recorder, signal);
  for (const file of files) {
    if (signal.aborted) break;
    await reading.read(file).catch((error) => reading.addFault({ file: file.name, index: null, why: error.message }));
  }
  reading.progress.ended = true;
  reading.report(true);
}
