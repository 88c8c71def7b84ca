/** The tab of the scope plan: asks for it, draws it, and holds the earlier one that it is compared with. */

import { drawApp, drawCalls, drawComparison } from './parts.js';

/** @import { Comparison, Plan } from '../../engine/types.js' */
/** @import { Translate } from '../../core/i18n.js' */
/** @import { Devtools } from '../../core/messages.js' */

const { el, isolated } = ScopelensDom;

/** Calls come in bursts, and a plan is read slowly. */
const DELAY_MS = 400;

export class PlanView {
  isShown = false;
  /** The plan that later ones are compared with, and when it was kept. @type {{ plan: Plan, at: number } | null} */
  #before = null;
  /** @type {ReturnType<typeof setTimeout> | 0} */
  #timer = 0;
  /** Signature of what is drawn, to draw only what has changed. */
  #signature = '';

  /**
   * @param {HTMLElement} root
   * @param {Devtools} devtools
   * @param {() => Translate} words
   * @param {(exchange: number) => void} follow
   */
  constructor(root, devtools, words, follow) {
    this.root = root;
    this.devtools = devtools;
    this.words = words;
    this.follow = follow;
  }

  later() {
    this.#timer ||= setTimeout(() => {
      this.#timer = 0;
      this.refresh();
    }, DELAY_MS);
  }

  relocalize() {
    this.#signature = '';
    if (this.isShown) this.refresh();
  }

  async refresh() {
    try {
      const plan = await this.devtools.request('plan', {});
      const before = this.#before?.plan;
      const comparison = before ? await this.devtools.request('comparePlan', { before }) : null;
      const signature = JSON.stringify([plan, comparison, this.#before?.at]);
      if (signature === this.#signature) return;
      this.#signature = signature;
      this.#draw(plan, comparison);
    } catch (error) {
      console.error('Scopelens:', error);
      this.root.replaceChildren(el('p', { class: 'remark' }, this.words()('plan_failed')));
    }
  }

  /** Draws the plan; what was open stays open. @param {Plan} plan @param {Comparison | null} comparison */
  #draw(plan, comparison) {
    const t = this.words();
    const open = new Set([...this.root.querySelectorAll('details[open]')].map((each) => each.getAttribute('data-key')));
    const context = { t, follow: this.follow };
    const isEmpty = !plan.apps.length && !plan.unknown.length;
    this.root.replaceChildren(
      this.#actions(plan),
      ...[
        comparison && drawComparison(comparison, this.#before?.at ?? 0, t),
        isEmpty &&
          el('div', { class: 'plan-empty' }, el('h2', {}, t('plan_empty_title')), el('p', {}, t('plan_empty'))),
        ...plan.apps.map((app) => drawApp(app, context)),
        plan.unknown.length > 0 &&
          el(
            'section',
            { 'data-part': 'unknown' },
            el('h2', {}, t('plan_unknown')),
            el('p', { class: 'quiet' }, t('plan_unknown_about')),
            drawCalls(plan.unknown),
          ),
        ...plan.notes.map((note) => el('p', { class: 'quiet' }, isolated(note))),
      ].filter((part) => part instanceof Node),
    );
    for (const each of this.root.querySelectorAll('details')) each.open = open.has(each.getAttribute('data-key'));
  }

  /** @param {Plan} plan */
  #actions(plan) {
    const t = this.words();
    const done = t('copied');
    const { copyButton } = ScopelensCopy;
    const keep = el('button', { type: 'button', id: 'plan-keep' }, t('plan_keep'));
    keep.addEventListener('click', () => this.#keep(plan));
    const drop = el('button', { type: 'button', id: 'plan-drop' }, t('plan_drop'));
    drop.addEventListener('click', () => this.#keep(null));
    return el(
      'div',
      { id: 'plan-actions', role: 'group', 'aria-label': t('panel_plan') },
      copyButton({ id: 'plan-list', text: plan.list, label: t('plan_copy_list'), done }),
      copyButton({ id: 'plan-markdown', text: plan.markdown, label: t('plan_copy_markdown'), done }),
      copyButton({ id: 'plan-json', text: JSON.stringify(plan, null, 2), label: t('copy_json'), done }),
      keep,
      this.#before && drop,
    );
  }

  /** @param {Plan | null} plan */
  #keep(plan) {
    this.#before = plan && { plan, at: Date.now() };
    this.refresh().then(() => document.getElementById('plan-keep')?.focus());
  }
}
