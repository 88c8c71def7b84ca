/**
 * Apply links for apps that the reader has named, where the text names none.
 * A classic script, for it is also injected into pages.
 */
var ScopelensApp = (() => {
  'use strict';

  const { el, section, isolated, anchor } = ScopelensDom;

  /** @typedef {import('../core/types.js').ShownCard} Card */
  /** @typedef {import('../engine/types.js').Headings} Headings */
  /** @typedef {import('../engine/types.js').AppLinks} AppLinks */
  /** @typedef {import('../core/types.js').Apps} Apps */

  /**
   * @param {AppLinks} app
   * @param {Card} card
   * @param {Headings} words
   * @param {Apps | undefined} apps
   */
  function appItem(app, card, words, apps) {
    const links = app.links.map((link) => el('li', {}, anchor(link, words)));
    const forget = apps && el('button', { type: 'button', 'data-part': 'forget-app' }, words.forget);
    const item = el(
      'li',
      { class: 'app', 'data-part': 'app', 'data-app': app.app_id },
      el('p', { class: 'app-title' }, isolated(app.title), forget),
      el('ul', { class: 'links' }, ...links),
    );
    forget?.addEventListener('click', async () => {
      await apps?.forget(card, app.app_id);
      item.remove();
    });
    return item;
  }

  /**
   * Asks for an app id, and shows its links or what is wrong with it.
   * @param {Card} card
   * @param {Headings} words
   * @param {Apps} apps
   * @param {HTMLElement} list
   */
  function form(card, words, apps, list) {
    const asks = /** @type {NonNullable<Card['asks_app']>} */ (card.asks_app);
    const input = el('input', {
      type: 'text',
      'aria-label': asks.label,
      placeholder: asks.label,
      spellcheck: 'false',
      autocomplete: 'off',
    });
    const wrong = el('p', { class: 'quiet', role: 'alert', 'data-part': 'app-wrong' });
    const element = el(
      'form',
      { class: 'app-form', 'data-part': 'app-form' },
      input,
      el('button', { type: 'submit' }, asks.button),
      wrong,
    );
    element.addEventListener('submit', async (event) => {
      event.preventDefault();
      const outcome = await apps.remember(card, input.value);
      wrong.textContent = 'wrong' in outcome ? outcome.wrong : '';
      input.setAttribute('aria-invalid', String('wrong' in outcome));
      if ('wrong' in outcome) return;
      list.querySelector(`[data-app="${CSS.escape(outcome.app_id)}"]`)?.remove();
      list.prepend(appItem(outcome, card, words, apps));
      input.value = '';
    });
    return element;
  }

  /**
   * @param {Card} card
   * @param {Headings} words
   * @param {Apps} [apps] keeps apps; without it those that are known are shown, and none is asked for
   */
  function app(card, words, apps) {
    const named = card.apps ?? [];
    if (!card.asks_app || (!apps && !named.length)) return null;
    const list = el('ul', { class: 'apps' }, ...named.map((one) => appItem(one, card, words, apps)));
    const lead = apps && el('p', { class: 'quiet', dir: 'auto' }, card.asks_app.lead);
    return section('app', words.app, [list, lead, apps && form(card, words, apps, list)]);
  }

  return { app };
})();
