/** The parts of a card, one function each. A classic script, for it is also injected into pages. */
var ScopelensParts = (() => {
  'use strict';

  const { el, section, isolated, anchor, stepList } = ScopelensDom;
  const { copyButton } = ScopelensCopy;

  /** @typedef {import('../core/types.js').ShownCard} Card */
  /** @typedef {import('../engine/types.js').Headings} Headings */

  /**
   * @param {Card} card
   * @param {import('../core/types.js').VerdictWords} verdicts
   * @param {string} titleId
   */
  function head(card, verdicts, titleId) {
    const marker =
      card.kind !== 'notice' &&
      el(
        'span',
        { class: 'marker', 'data-part': 'marker' },
        el('span', { class: 'shape', 'aria-hidden': 'true' }),
        verdicts[card.verdict],
      );
    const platform = card.platform && isolated(card.platform.name, { class: 'platform', 'data-part': 'platform' });
    return el(
      'header',
      {},
      (marker || platform) && el('p', { class: 'markers' }, marker, platform),
      el('h2', { id: titleId, 'data-part': 'title', dir: 'auto' }, card.title),
      card.lead && el('p', { class: 'lead', 'data-part': 'lead', dir: 'auto' }, card.lead),
    );
  }

  /**
   * @param {import('../engine/types.js').Scope} scope
   * @param {Card} card
   * @param {Headings} words
   */
  function scopeChip(scope, card, words) {
    const isNext = scope.link?.url === card.next?.link?.url;
    const about = [
      ...scope.tags.map((tag) => isolated(tag, { class: 'tag' })),
      scope.grantor && isolated(scope.grantor, { class: 'grantor' }),
      scope.source_words && isolated(scope.source_words, { class: 'source', 'data-source': scope.source }),
    ].filter(Boolean);
    return el(
      'li',
      { class: 'chip', 'data-part': 'scope', 'data-code': scope.code },
      el(
        'div',
        { class: 'chip-main' },
        el('code', {}, isolated(scope.code)),
        scope.name && isolated(scope.name, { class: 'name' }),
        about.length > 0 && el('p', { class: 'chip-about' }, ...about),
        // One button a card: what it leads to is not said twice.
        scope.link && !isNext && el('p', { class: 'chip-link' }, anchor(scope.link, words)),
      ),
      copyButton({
        id: `scope:${scope.code}`,
        text: scope.code,
        label: words.copy,
        done: words.copied,
        about: scope.code,
      }),
    );
  }

  /** @param {Card} card @param {Headings} words */
  function scopes(card, words) {
    if (!card.scopes.length) return null;
    const chips = card.scopes.map((scope) => scopeChip(scope, card, words));
    return section('scopes', words.scopes, [
      el('ul', { class: 'chips' }, ...chips),
      card.scope_note && el('p', { class: 'quiet', 'data-part': 'scope-note', dir: 'auto' }, card.scope_note),
    ]);
  }

  /** @param {Card} card @param {Headings} words */
  function next(card, words) {
    if (!card.next) return null;
    const { text, link } = card.next;
    return section('next', words.next, [el('p', { dir: 'auto' }, text), link && anchor(link, words, 'link go')]);
  }

  /** @param {import('../engine/types.js').Cause} cause @param {Headings} words */
  function causeItem(cause, words) {
    const gauge = el('span', { class: 'gauge', 'aria-hidden': 'true' }, el('i'), el('i'), el('i'));
    return el(
      'details',
      { 'data-part': 'cause', 'data-cause': cause.id, 'data-likelihood': cause.likelihood },
      el(
        'summary',
        {},
        isolated(cause.title, { class: 'cause-title' }),
        el('span', { class: 'likelihood' }, gauge, cause.likelihood_words),
      ),
      cause.reasons.length > 0 &&
        el('ul', { class: 'reasons' }, ...cause.reasons.map((reason) => el('li', {}, isolated(reason)))),
      cause.steps.length > 0 && el('h4', {}, words.steps),
      cause.steps.length > 0 && stepList(cause.steps, words),
    );
  }

  /** @param {Card} card @param {Headings} words */
  const causes = (card, words) =>
    section(
      'causes',
      words.causes,
      card.causes.map((cause) => causeItem(cause, words)),
    );

  /** @param {import('../engine/types.js').FactLine} fact @param {Headings} words */
  const factRow = (fact, words) =>
    el(
      'div',
      { class: 'fact', 'data-part': 'fact', 'data-fact': fact.id },
      el('dt', {}, isolated(fact.label)),
      el(
        'dd',
        {},
        isolated(fact.value),
        copyButton({
          id: `fact:${fact.id}`,
          text: fact.value,
          label: words.copy,
          done: words.copied,
          about: fact.label,
        }),
      ),
    );

  /** @param {Card} card @param {Headings} words */
  function facts(card, words) {
    const rows = card.facts.map((fact) => factRow(fact, words));
    return rows.length ? section('facts', words.facts, [el('dl', {}, ...rows)]) : null;
  }

  /** @param {Card} card @param {Headings} words */
  function links(card, words) {
    const items = card.links.map((link) => el('li', {}, anchor(link, words)));
    return items.length ? section('links', words.links, [el('ul', { class: 'links' }, ...items)]) : null;
  }

  /**
   * Lines that lead to the exchange they come from, where there is a way to it.
   * @param {Card} card
   * @param {Headings} words
   * @param {((exchange: number) => void) | undefined} follow
   */
  function evidence(card, words, follow) {
    const items = card.evidence.map(({ text, exchange }) => {
      if (!follow || exchange === null) return el('li', {}, isolated(text));
      const attributes = { type: 'button', class: 'lead-to', 'data-exchange': String(exchange) };
      const button = el('button', attributes, isolated(text));
      button.addEventListener('click', () => follow(exchange));
      return el('li', {}, button);
    });
    return items.length ? section('evidence', words.evidence, [el('ul', {}, ...items)]) : null;
  }

  /** @param {string[]} texts @param {Headings} words */
  function notes(texts, words) {
    const items = texts.map((text) => el('li', {}, isolated(text)));
    return items.length ? section('notes', words.notes, [el('ul', {}, ...items)]) : null;
  }

  return { head, scopes, next, causes, evidence, facts, links, notes };
})();
