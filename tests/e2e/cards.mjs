// Reads the cards that a surface shows, and holds them against an answer of the engine.
import assert from 'node:assert/strict';
import { addressesIn } from '../support/command-line.mjs';
import { until } from './clients/until.mjs';

/** @typedef {{verdict: string, kind: string, title: string, lead: string, scopes: string[], fixes: string[], message: string}} CardView */
/** @typedef {{lang: string, cards: CardView[], links: {href: string, rel: string, target: string}[], text: string}} View */

/** Runs in the surface. @param {Document | ShadowRoot | Element} root @returns {View} */
export function readView(root) {
  const text = (/** @type {Element} */ card, /** @type {string} */ part) =>
    card.querySelector(`[data-part="${part}"]`)?.textContent?.trim() ?? '';
  const cards = [...root.querySelectorAll('[data-scopelens="card"]')];
  return {
    lang: root.querySelector('[data-scopelens="answer"]')?.getAttribute('lang') ?? '',
    cards: cards.map((card) => ({
      verdict: card.getAttribute('data-verdict') ?? '',
      kind: card.getAttribute('data-kind') ?? '',
      title: text(card, 'title'),
      lead: text(card, 'lead'),
      scopes: [...card.querySelectorAll('[data-code]')].map((chip) => chip.getAttribute('data-code') ?? ''),
      fixes: [...card.querySelectorAll('[data-part="fix"] pre')].map((document) => document.textContent ?? ''),
      message: card.querySelector('[data-part="message"] .message')?.textContent ?? '',
    })),
    links: /** @type {HTMLAnchorElement[]} */ ([...root.querySelectorAll('a')]).map(({ href, rel, target }) => ({
      href,
      rel,
      target,
    })),
    text: cards.map((card) => card.textContent).join('\n'),
  };
}

/**
 * The cards of a surface, once it shows some.
 * @param {import('./drivers/types.mjs').Surface} surface
 * @param {string} [within] a selector
 * @returns {Promise<View>}
 */
export function shownCards(surface, within = ':root') {
  const read = `(root, within) => (${readView})(root.querySelector(within))`;
  return until(`a card in ${within}`, async () => {
    const view = await surface.run(read, within);
    return view.cards.length ? view : null;
  });
}

/**
 * The popover's answer to what is asked now. One that stands from before may stand for a while: nothing is read of it.
 * @param {import('./drivers/types.mjs').Driver} driver
 * @param {() => Promise<unknown>} ask
 * @param {string} [frame] where it is to come
 * @returns {Promise<View>}
 */
export async function answerTo(driver, ask, frame) {
  await driver.glance((root) => root.firstElementChild.setAttribute('data-before', ''), frame);
  await ask();
  const read = `(root) => (root.querySelector('[data-before]') ? null : (${readView})(root))`;
  return until('the answer', () => driver.glance(read, frame));
}

/**
 * The view says what the answer says, and leads nowhere else.
 * @param {View} view
 * @param {any} answer
 */
export function assertShows(view, answer) {
  assert.equal(view.lang, answer.lang);
  const told = answer.cards.map((/** @type {any} */ card) => ({
    verdict: card.verdict,
    kind: card.kind,
    title: card.title,
    lead: card.lead,
    scopes: card.scopes.map((/** @type {any} */ scope) => scope.code),
    fixes: card.fixes.map((/** @type {any} */ fix) => fix.text),
    message: card.ask?.text ?? '',
  }));
  assert.deepEqual(view.cards, told);
  const known = addressesIn(answer);
  for (const { href, rel, target } of view.links) {
    assert.ok(known.includes(href), `${href} is not in the answer`);
    assert.match(href, /^https:\/\//);
    assert.match(rel, /noopener/);
    assert.match(rel, /noreferrer/);
    assert.equal(target, '_blank');
  }
  for (const card of answer.cards) {
    if (card.next?.link)
      assert.ok(
        view.links.some((link) => link.href === card.next.link.url),
        'the next step is a link',
      );
  }
}
