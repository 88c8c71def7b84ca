/** The team's own platforms: edited as JSON, judged while they are typed, tried on a sample, and only then saved. */

import { checkedRules } from '../../core/checked.js';
import { loadI18n, verdictWords } from '../../core/i18n.js';
import { byId, download } from '../../core/page.js';
import { readRules, saveRules } from '../../core/settings.js';
import { checkRules } from '../../engine/client.js';
import { debounced } from '../debounced.js';
import { Editor } from '../editor.js';
import { EXAMPLE, EXAMPLE_SAMPLE } from '../example.js';
import { bindFile } from '../files.js';
import { say } from '../status.js';

/** @import { I18n } from '../../core/i18n.js' */
/** @import { Managed } from '../../core/settings.js' */
/** @import { Section } from '../options.js' */

/** Holds what is typed and not saved, for this tab: a reload must not lose it. */
const DRAFT = 'rules';
const button = (/** @type {string} */ id) => byId(id, HTMLButtonElement);
const box = (/** @type {string} */ id) => byId(id, HTMLTextAreaElement);

/** Shows an administrator's rules, and their faults: what has any is left out. @param {string} rules */
async function showManaged(rules) {
  const { lang } = await loadI18n();
  const { faults } = await checkRules(rules, '', lang);
  byId('rules-managed').hidden = !rules;
  byId('rules-managed').querySelector('pre')?.replaceChildren(rules);
  const lines = faults.map(({ message, path }) =>
    ScopelensDom.el('li', {}, message, ' ', path && ScopelensDom.el('code', {}, path)),
  );
  byId('rules-managed-faults').replaceChildren(...lines);
}

class Rules {
  editor = new Editor(box('rules-text'), byId('rules-lines'), byId('rules-faults'));
  sample = box('rules-sample');
  /** @type {string | null} null before storage was read */
  #saved = null;
  /** The text that was found right last. @type {string | null} */
  #sound = null;
  /** Only the judgement of the newest text is shown. */
  #run = 0;

  constructor() {
    const judge = debounced(() => this.judge());
    this.editor.box.addEventListener('input', () => {
      this.#keepDraft();
      judge();
    });
    this.sample.addEventListener('input', judge);
    byId('rules-save').addEventListener('click', () => this.#save(this.editor.text));
    byId('rules-revert').addEventListener('click', () => this.#replace(this.#saved ?? ''));
    byId('rules-example').addEventListener('click', () => this.#insertExample());
    byId('rules-export').addEventListener('click', () =>
      download(new Blob([this.editor.text], { type: 'application/json' }), 'scopelens-rules', 'json'),
    );
    bindFile('rules-import', (text) => this.#replace(text));
    window.addEventListener('beforeunload', (event) => this.isDirty && event.preventDefault());
  }

  get isDirty() {
    return this.#saved !== null && this.editor.text !== this.#saved;
  }

  /** @param {Managed} managed */
  async show({ rules }) {
    await showManaged(rules);
    const stored = await readRules();
    const draft = this.#saved === null ? sessionStorage.getItem(DRAFT) : null;
    const text = draft ?? (this.isDirty ? this.editor.text : stored);
    this.#saved = stored;
    if (text !== this.editor.text) this.editor.text = text;
    await this.judge();
  }

  async judge() {
    this.#run += 1;
    const run = this.#run;
    const { text } = this.editor;
    const words = await loadI18n();
    this.#showState(words.t('options_rules_judging'));
    const { faults, platforms, answer } = await checkRules(text, this.sample.value, words.lang);
    if (run !== this.#run) return;
    this.editor.showFaults(faults, ({ line, column }) => words.t('options_rules_place', line ?? 1, column ?? 1));
    this.#sound = faults.length ? null : text;
    const count = platforms
      .map(({ name, rules }) => words.t('options_rules_counted', name, rules))
      .join(words.t('panel_list_comma'));
    this.#showState(this.#stateWords(words, faults.length, count));
    const card = !faults.length && answer && ScopelensCard.render(answer, { verdicts: verdictWords(words.t) });
    byId('rules-result-title').hidden = !card;
    byId('rules-result').replaceChildren(...(card ? [card] : []));
  }

  /** @param {I18n} words @param {number} faults @param {string} count */
  #stateWords({ t }, faults, count) {
    const unsaved = this.isDirty ? t('options_rules_unsaved') : '';
    const result = faults ? t('options_rules_faulty', faults) : count;
    return [unsaved, result].filter(Boolean).join(' · ');
  }

  /** @param {string} text */
  #showState(text) {
    byId('rules-state').textContent = text;
    button('rules-save').disabled = !this.isDirty || this.#sound !== this.editor.text;
    button('rules-revert').disabled = !this.isDirty;
    button('rules-export').disabled = !this.editor.text;
  }

  #keepDraft() {
    if (this.isDirty) sessionStorage.setItem(DRAFT, this.editor.text);
    else sessionStorage.removeItem(DRAFT);
  }

  /** @param {string} text */
  async #save(text) {
    const { t } = await loadI18n();
    const before = this.#saved ?? '';
    await saveRules(text.trim() ? text : '');
    this.#saved = text;
    this.#keepDraft();
    await this.judge();
    say(t('options_rules_saved'), async () => {
      await saveRules(before);
      await this.#replace(before);
    });
  }

  /** Puts another text in, which is not saved by that. @param {string} text */
  async #replace(text) {
    const { t } = await loadI18n();
    if (text && !checkedRules(text)) return say(t('options_file_large'));
    const before = this.editor.text;
    this.editor.text = text;
    this.#keepDraft();
    await this.judge();
    if (before.trim() && before !== text) say(t('options_rules_replaced'), () => this.#replace(before));
  }

  async #insertExample() {
    this.sample.value = EXAMPLE_SAMPLE;
    await this.#replace(EXAMPLE);
  }
}

/** @returns {Section} */
export function rulesSection() {
  const rules = new Rules();
  return { keys: ['rules'], show: (_, managed) => rules.show(managed) };
}
