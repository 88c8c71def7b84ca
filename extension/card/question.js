/** The question that decides between causes. A classic script, for it is also injected into pages. */
var ScopelensQuestion = (() => {
  'use strict';

  const { el, section, stepList } = ScopelensDom;

  /** @typedef {import('../engine/types.js').Choice} Choice */

  /**
   * Marks the causes that an answer points to, and unfolds the first.
   * @param {Element} card
   * @param {string[]} ids
   */
  function highlight(card, ids) {
    for (const cause of /** @type {NodeListOf<HTMLDetailsElement>} */ (card.querySelectorAll('[data-cause]'))) {
      const rank = ids.indexOf(cause.dataset.cause ?? '');
      cause.toggleAttribute('data-picked', rank >= 0);
      cause.open = rank === 0;
    }
  }

  /** Pressing a pressed answer takes it back. @param {HTMLElement} button @param {HTMLElement[]} buttons */
  function press(button, buttons) {
    const on = button.getAttribute('aria-pressed') !== 'true';
    for (const other of buttons) other.setAttribute('aria-pressed', String(on && other === button));
    return on;
  }

  /** @param {Choice} choice */
  const answerButton = (choice) =>
    el(
      'button',
      {
        type: 'button',
        class: 'answer',
        'data-part': 'answer',
        'data-answer': choice.id,
        'aria-pressed': 'false',
      },
      choice.label,
    );

  /**
   * @param {import('../core/types.js').ShownCard} card
   * @param {import('../engine/types.js').Headings} words
   */
  function question(card, words) {
    if (!card.question) return null;
    const { text, answers } = card.question;
    const outcome = el('div', { class: 'outcome', 'data-part': 'outcome', 'aria-live': 'polite' });
    const buttons = answers.map(answerButton);
    for (const [index, button] of buttons.entries()) {
      button.addEventListener('click', () => {
        const chosen = press(button, buttons) ? answers[index] : null;
        outcome.replaceChildren(...(chosen ? [stepList(chosen.next, words)] : []));
        highlight(/** @type {Element} */ (button.closest('article')), chosen?.causes ?? []);
      });
    }
    return section('question', words.question, [
      el('p', { dir: 'auto' }, text),
      el('div', { class: 'answers', role: 'group', 'aria-label': text }, ...buttons),
      outcome,
    ]);
  }

  return { question };
})();
