/**
 * What mends a refusal, ready to paste, and the message to who can grant what is missing.
 * A classic script, for it is also injected into pages.
 */
var ScopelensFix = (() => {
  'use strict';

  const { el, section, isolated, anchor } = ScopelensDom;
  const { copyButton } = ScopelensCopy;

  /** @typedef {import('../engine/types.js').FixText} FixText */
  /** @typedef {import('../engine/types.js').Headings} Headings */
  /** @typedef {Pick<Headings, 'fixes' | 'blanks' | 'copy' | 'copied' | 'opens_in_new_tab'>} FixWords */
  /** @typedef {Pick<Headings, 'ask' | 'copy_ask' | 'copied'>} AskWords */

  /** Text that is copied as it stands; a long one is scrolled, also by keys. @param {string} text @param {string} label */
  const codeBlock = (text, label) =>
    el(
      'pre',
      { class: 'document', tabindex: '0', role: 'group', 'aria-label': label, dir: 'ltr' },
      el('code', {}, text),
    );

  /** @param {FixText} fix @param {FixWords} words */
  function blanks(fix, words) {
    if (!fix.blanks.length) return null;
    const rows = fix.blanks.map(({ mark, meaning }) =>
      el(
        'div',
        { class: 'fact', 'data-blank': mark },
        el('dt', {}, el('code', {}, mark)),
        el('dd', {}, isolated(meaning)),
      ),
    );
    return [el('h4', {}, words.blanks), el('dl', {}, ...rows)];
  }

  /** @param {FixText} fix @param {number} place @param {FixWords} words @param {string} owner */
  function item(fix, place, words, owner) {
    const head = [
      isolated(fix.title, { class: 'fix-title' }),
      fix.widens && isolated(fix.widens, { class: 'tag', 'data-part': 'widens' }),
    ];
    const copy = { id: `fix:${fix.id}`, text: fix.text, label: words.copy, done: words.copied, about: fix.title };
    const open = place === 0 ? '' : null;
    return el(
      'details',
      { 'data-part': 'fix', 'data-fix': fix.id, 'data-key': `${owner}fix:${fix.id}`, open },
      el('summary', {}, ...head),
      codeBlock(fix.text, fix.title),
      ...(blanks(fix, words) ?? []),
      el('p', { class: 'fix-foot' }, fix.link && anchor(fix.link, words), copyButton(copy)),
    );
  }

  /**
   * The first stands open: it asks for least.
   * @param {FixText[]} all
   * @param {FixWords} words
   * @param {string} [owner] whose they are, where several owners' stand on a page
   */
  const fixes = (all, words, owner = '') =>
    section(
      'fixes',
      words.fixes,
      all.map((fix, place) => item(fix, place, words, owner)),
    );

  /** @param {import('../engine/types.js').Ask} message @param {AskWords} words @param {string} owner */
  function message({ who, text }, words, owner) {
    const copy = { id: `ask:${who}`, text, label: words.copy_ask, done: words.copied, about: who };
    return el(
      'details',
      { 'data-part': 'message', 'data-key': `${owner}ask:${who}` },
      el('summary', {}, isolated(who, { class: 'fix-title' })),
      el('p', { class: 'message', dir: 'auto' }, text),
      el('p', { class: 'fix-foot' }, copyButton(copy)),
    );
  }

  /**
   * @param {import('../engine/types.js').Ask[]} all
   * @param {AskWords} words
   * @param {string} [owner] as above
   */
  const asks = (all, words, owner = '') =>
    section(
      'ask',
      words.ask,
      all.map((one) => message(one, words, owner)),
    );

  return { fixes, asks };
})();
