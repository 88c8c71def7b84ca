// Chromium's own log of its network, which says for every request who began it, be it a worker, a page or the browser itself.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { until } from '../clients/until.mjs';

/** @typedef {import('../clients/cdp.mjs').Cdp} Cdp */
/** @import { Asked } from './asked.mjs' */

export class RequestLog {
  #folder = mkdtempSync(path.join(os.tmpdir(), 'scopelens-requests-'));
  #taken = 0;
  #file = path.join(this.#folder, 'log.json');
  flag = `--log-net-log=${this.#file}`;

  /**
   * @param {Cdp} browser
   * @param {string} id the extension's
   * @param {string} place an address on this machine
   * @returns {Promise<Asked[]>} what was asked since the last time
   */
  async take(browser, id, place) {
    await this.#flush(browser, `${place}/mark-${Math.random()}`);
    const all = requestsIn(readFileSync(this.#file, 'utf8'), id);
    const before = this.#taken;
    this.#taken = all.length;
    return all.slice(before);
  }

  close() {
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /** The log is written late but in order: what a tab asks for now stands behind all else. @param {Cdp} browser @param {string} mark */
  async #flush(browser, mark) {
    const { targetId } = await browser.send('Target.createTarget', { url: mark, background: true });
    await until('the log to be written', () => readFileSync(this.#file, 'utf8').includes(mark));
    await browser.send('Target.closeTarget', { targetId });
  }
}

/**
 * @param {string} log of which the end may be missing: one line with the constants, then one line an event
 * @param {string} id the extension's
 * @returns {Asked[]}
 */
export function requestsIn(log, id) {
  const [head = '', ...lines] = log.slice(0, log.lastIndexOf('\n')).split('\n');
  const began = JSON.parse(head.replace(/,$/, '}')).constants.logEventTypes.URL_REQUEST_START_JOB;
  return lines
    .filter((line) => line.includes('"initiator"'))
    .map((line) => JSON.parse(line.replace(/(,|\]\s*,?)$/, '')))
    .filter(({ type, params }) => type === began && params.url)
    .map(({ params }) => ({ by: askerOf(params, id), url: params.url }));
}

/**
 * An origin that can be named belongs to a document or a worker; "null" is one without a name, as of a frame in a sandbox.
 * @param {{initiator: string, request_type?: string}} params
 * @param {string} id
 * @returns {Asked['by']}
 */
function askerOf({ initiator, request_type: kind }, id) {
  if (initiator === `chrome-extension://${id}`) return 'extension';
  if (/^(https?:|file:|null$)/.test(initiator)) return 'page';
  return kind === 'main frame' ? 'tab' : 'browser';
}
