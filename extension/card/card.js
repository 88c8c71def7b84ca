/**
 * Draws an answer: the one renderer of popover, popup and panel.
 * A classic script, for it is also injected into pages. Order: dom, copy, parts, fix, app, question, card.
 */
var ScopelensCard = (() => {
  'use strict';

  const { el, anchor } = ScopelensDom;

  /** @typedef {import('../core/types.js').ShownAnswer} Answer */
  /** @typedef {import('../core/types.js').RenderOptions} RenderOptions */

  let drawn = 0;

  /**
   * Where the report goes, and what must not be in it.
   * @param {import('../engine/types.js').Report} report
   * @param {import('../engine/types.js').Headings} words
   */
  const handIn = ({ hand_in: where, caution, link }, words) =>
    el(
      'div',
      { class: 'hand-in', 'data-part': 'hand-in' },
      el('p', { dir: 'auto' }, where),
      el('p', { dir: 'auto' }, caution),
      link && el('p', {}, anchor(link, words)),
    );

  /** @param {import('../core/types.js').ShownCard} card @param {import('../engine/types.js').Headings} words */
  function foot(card, words) {
    const done = words.copied;
    const buttons = [
      card.plain && ScopelensCopy.copyButton({ id: 'card', text: card.plain, label: words.copy_card, done }),
      card.report &&
        ScopelensCopy.copyButton({ id: 'report', text: card.report.markdown, label: words.copy_report, done }),
    ].filter(Boolean);
    if (!buttons.length) return null;
    return el('footer', {}, card.report && handIn(card.report, words), ...buttons);
  }

  /** @param {import('../core/types.js').ShownCard} card @param {Answer} answer @param {RenderOptions} options */
  function drawCard(card, { words }, { verdicts, apps, follow }) {
    drawn += 1;
    const titleId = `scopelens-title-${drawn}`;
    return el(
      'article',
      {
        'data-scopelens': 'card',
        'data-verdict': card.verdict,
        'data-kind': card.kind,
        'aria-labelledby': titleId,
      },
      ScopelensParts.head(card, verdicts, titleId),
      ScopelensParts.scopes(card, words),
      ScopelensParts.next(card, words),
      ScopelensApp.app(card, words, apps),
      ScopelensQuestion.question(card, words),
      ScopelensFix.fixes(card.fixes, words),
      ScopelensFix.asks(card.ask ? [card.ask] : [], words),
      ScopelensParts.evidence(card, words, follow),
      ScopelensParts.causes(card, words),
      ScopelensParts.facts(card, words),
      ScopelensParts.links(card, words),
      ScopelensParts.notes(card.notes, words),
      foot(card, words),
    );
  }

  /**
   * @param {Answer} answer
   * @param {RenderOptions} options
   * @returns {HTMLElement} all cards of the answer, then its own notes
   */
  function render(answer, options) {
    return el(
      'div',
      { class: 'scopelens', 'data-scopelens': 'answer', lang: answer.lang },
      ...answer.cards.map((card) => drawCard(card, answer, options)),
      ScopelensParts.notes(answer.notes, answer.words),
    );
  }

  return { render };
})();
