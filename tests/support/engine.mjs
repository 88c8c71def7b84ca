// The built engine, through the glue that ships.
import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { at } from './paths.mjs';

/**
 * @typedef {object} Engine
 * @property {(text: string, options: string) => string} diagnose
 * @property {(head: string) => string} read_decision
 * @property {(exchange: string, options: string) => string} annotate
 * @property {() => string} sift_patterns
 * @property {(text: string) => string} redact
 * @property {(options: string) => string} about
 * @property {(config: string, options: string) => string} configure
 * @property {(text: string, sample: string, options: string) => string} check_rules
 * @property {(masks: string, sample: string, options: string) => string} check_masks
 * @property {(before: string, after: string, options: string) => string} compare_plans
 * @property {new (key: string) => Session} Session
 * @property {new () => HarReader} HarReader
 * @property {(exchange: string) => string} har_entry
 * @property {() => string} har_frame
 * @property {(exchange: string) => string} redact_exchange
 * @property {() => void} __wbg_reset_state
 *
 * @typedef {object} Session
 * @property {(exchange: string, options: string) => string} see
 * @property {(exchange: string, options: string) => string} annotate
 * @property {(options: string) => string} plan
 * @property {(ids: string) => string} forget
 * @property {() => void} clear
 *
 * @typedef {object} HarReader
 * @property {(bytes: Uint8Array) => string} feed
 * @property {() => string} end
 * @property {() => void} free
 */

const folder = at('dist/chrome/engine');

/** @returns {Promise<Engine>} */
export async function loadEngine() {
  const glue = await import(pathToFileURL(`${folder}/scopelens.js`).href);
  glue.initSync({ module: await readFile(`${folder}/scopelens_bg.wasm`) });
  return glue;
}
