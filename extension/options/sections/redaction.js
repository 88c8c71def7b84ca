/** What is masked beside what is masked anyway, and how that looks on a sample. */

import { checkedMasks, MOST } from '../../core/checked.js';
import { loadI18n } from '../../core/i18n.js';
import { byId } from '../../core/page.js';
import { readMasks, saveMasks } from '../../core/settings.js';
import { checkMasks } from '../../engine/client.js';
import { debounced } from '../debounced.js';
import { say } from '../status.js';
import { maskRow } from './mask-row.js';

/** @import { MaskSource } from '../../engine/types.js' */
/** @import { I18n } from '../../core/i18n.js' */
/** @import { Managed } from '../../core/settings.js' */
/** @import { Section } from '../options.js' */

/** Made up, like all samples. */
const SAMPLE = `curl -H 'x-acs-dingtalk-access-token: 7c1e9b0d4f2a4d0f8a3b6c5d7e8f9a0b' \\
  'https://api.dingtalk.com/v1.0/contact/users/me'
{"nick":"Lin","mobile":"13800000000","email":"lin@corp.example","badge":"EMP-004217"}
curl -b 'sid=5f1c9a7e2b' -u "admin:S3cr3t!pass" https://gw.example.cn`;

class Redaction {
  /** As the person edits them; those with a fault are on the page alone. @type {MaskSource[]} */
  masks = [];
  /** @type {MaskSource[]} */
  managed = [];
  locked = false;
  #kept = '';
  sample = byId('mask-sample', HTMLTextAreaElement);

  constructor() {
    this.sample.value = SAMPLE;
    this.sample.addEventListener(
      'input',
      debounced(() => this.check()),
    );
    byId('add-mask').addEventListener('click', () => this.#add());
  }

  /** @param {I18n} words @param {Managed} managed */
  async show(words, { masks, lockRedaction }) {
    const stored = await readMasks();
    // What was just kept from here stands on the page already, beside rows that are not right yet.
    if (JSON.stringify(stored) !== this.#kept) this.masks = stored;
    this.#kept = JSON.stringify(stored);
    this.managed = masks;
    this.locked = lockRedaction;
    byId('redaction-locked').hidden = !lockRedaction;
    byId('add-mask', HTMLButtonElement).disabled = lockRedaction || this.masks.length >= MOST.masks;
    this.#draw(words);
    await this.check();
  }

  /** @param {I18n} words */
  #draw(words) {
    const { t } = words;
    const editable = this.masks.map((mask) =>
      maskRow(
        mask,
        t,
        this.locked
          ? { why: t('options_managed') }
          : { check: debounced(() => this.check()), keep: () => this.#keep(), remove: () => this.#remove(mask) },
      ),
    );
    const managed = this.managed.map((mask) => maskRow(mask, t, { why: t('options_managed') }));
    const rows = [...managed, ...editable];
    const present = [...byId('masks').children];
    // A row that has the focus must not be drawn anew below the caret.
    if (
      present.length === rows.length &&
      present.some((row) => row.contains(document.activeElement)) &&
      present[0]?.getAttribute('lang') === words.lang
    )
      return;
    for (const row of rows) row.setAttribute('lang', words.lang);
    byId('masks').replaceChildren(...rows);
  }

  /** @returns {Promise<Set<number>>} which rows have faults; they say so */
  async check() {
    const masks = [...this.managed, ...this.masks];
    const complete = masks.flatMap((mask, index) => (mask.pattern ? [{ mask, at: index }] : []));
    const { faults, text } = await checkMasks(
      complete.map(({ mask }) => mask),
      this.sample.value,
    );
    byId('mask-result').textContent = text;
    const messages = new Map(faults.map(({ index, message }) => [complete[index]?.at ?? -1, message]));
    for (const [rowIndex, row] of [...byId('masks').children].entries()) {
      const fault = /** @type {HTMLElement} */ (row.querySelector('.fault'));
      fault.textContent = messages.get(rowIndex) ?? '';
      row.querySelector('[data-field="pattern"]')?.setAttribute('aria-invalid', String(messages.has(rowIndex)));
    }
    return new Set(messages.keys());
  }

  async #keep() {
    const faulty = await this.check();
    const sound = checkedMasks(this.masks.filter((_, index) => !faulty.has(this.managed.length + index)));
    if (JSON.stringify(sound) === this.#kept) return;
    this.#kept = JSON.stringify(sound);
    await saveMasks(sound);
    say((await loadI18n()).t('options_kept'));
  }

  async #add() {
    this.masks = [...this.masks, { name: `own-${this.masks.length + 1}`, pattern: '' }];
    this.#draw(await loadI18n());
    /** @type {HTMLElement | null} */ (
      byId('masks').lastElementChild?.querySelector('[data-field="pattern"]') ?? null
    )?.focus();
  }

  /** @param {MaskSource} mask */
  async #remove(mask) {
    const words = await loadI18n();
    const before = this.masks;
    const put = async (/** @type {MaskSource[]} */ masks) => {
      this.masks = masks;
      this.#draw(words);
      await this.#keep();
    };
    await put(before.filter((each) => each !== mask));
    byId('add-mask').focus();
    say(words.t('options_mask_removed', mask.name || mask.pattern), () => put(before));
  }
}

/** @returns {Section} */
export function redactionSection() {
  const redaction = new Redaction();
  return { keys: ['masks'], show: (words, managed) => redaction.show(words, managed) };
}
