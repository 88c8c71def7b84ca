/**
 * Building blocks of the card: nodes and text only, never markup from strings.
 * A classic script, for it is also injected into pages.
 *
 * @typedef {Node | string | null | undefined | false} Child
 */
var ScopelensDom = (() => {
  'use strict';

  /** Characters that turn the direction of text: foreign text must not look like what it is not. */
  const BIDI_CONTROLS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

  /** @param {Child} child */
  const shown = (child) => (typeof child === 'string' ? child.replace(BIDI_CONTROLS, '\ufffd') : child);

  /**
   * Makes an element. Attributes with null are left out; strings become text nodes.
   * @template {string} Tag
   * @param {Tag} tag
   * @param {Record<string, string | null>} [attributes]
   * @param {...Child} children
   * @returns {Tag extends keyof HTMLElementTagNameMap ? HTMLElementTagNameMap[Tag] : HTMLElement}
   */
  function el(tag, attributes = {}, ...children) {
    // The page may be XML, where an element without a namespace is nothing.
    const element = /** @type {ReturnType<typeof el<Tag>>} */ (
      document.createElementNS('http://www.w3.org/1999/xhtml', tag)
    );
    for (const [name, value] of Object.entries(attributes)) {
      if (value !== null) element.setAttribute(name, value);
    }
    element.append(.../** @type {(Node | string)[]} */ (children.filter(Boolean).map(shown)));
    return element;
  }

  /**
   * A part of the card, with a heading, or null when there is nothing to show in it.
   * @param {string} part
   * @param {string} heading
   * @param {Child[]} children
   */
  function section(part, heading, children) {
    if (!children.length) return null;
    return el('section', { 'data-part': part }, el('h3', {}, heading), ...children);
  }

  /**
   * Foreign text in its own direction, so that bidirectional controls cannot reorder what is around it.
   * @param {string} text
   * @param {Record<string, string | null>} [attributes]
   */
  const isolated = (text, attributes = {}) => el('bdi', attributes, text);

  /**
   * The address of a link, if it is one that may be opened: https, no user info, the host it claims.
   * @param {{ url: string, host: string }} link
   * @returns {URL | null}
   */
  function safeUrl(link) {
    if (!URL.canParse(link.url)) return null;
    const url = new URL(link.url);
    const plain = url.protocol === 'https:' && !url.username && !url.password;
    return plain && url.host === link.host ? url : null;
  }

  /**
   * A link that shows where it leads. One that may not be opened is drawn as its label.
   * @param {import('../engine/types.js').Link} link
   * @param {Pick<import('../engine/types.js').Headings, 'opens_in_new_tab'>} words
   * @param {string} [className]
   */
  function anchor(link, words, className = 'link') {
    const url = safeUrl(link);
    if (!url) return isolated(link.label);
    return el(
      'a',
      {
        class: className,
        href: url.href,
        'data-link': link.id,
        target: '_blank',
        rel: 'noopener noreferrer',
        title: words.opens_in_new_tab,
      },
      isolated(link.label, { class: 'label' }),
      // The blank parts the two for screen readers.
      ' ',
      isolated(url.host, { class: 'host' }),
    );
  }

  /**
   * Steps to follow. One step stands alone, several are numbered.
   * @param {import('../engine/types.js').Step[]} steps
   * @param {import('../engine/types.js').Headings} words
   */
  function stepList(steps, words) {
    const items = steps.map((step) =>
      el('li', {}, isolated(step.text, { class: 'text' }), step.link && anchor(step.link, words)),
    );
    return el(steps.length > 1 ? 'ol' : 'ul', { class: 'steps', 'data-part': 'steps' }, ...items);
  }

  return { el, section, isolated, anchor, stepList };
})();
