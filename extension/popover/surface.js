/**
 * The popover's elements: closed to the page, in the top layer, styled by nobody but us.
 * A classic script, for it is injected into pages.
 */
var ScopelensSurface = (() => {
  'use strict';

  const { el } = ScopelensDom;

  /** A card that needs as much is no lower than the larger of the two, if the window is not: in px, and as a share of the window's height. */
  const LEAST_PX = 420;
  const LEAST_SHARE = 0.6;

  /** The first line of a selection, and the gap between it and the card. */
  const LINE_PX = 24;

  /** @typedef {ReturnType<typeof build>} Surface */

  /** @param {ShadowRoot} root @param {string} css */
  function style(root, css) {
    try {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
      root.adoptedStyleSheets = [sheet];
    } catch {
      // Firefox bars content scripts from adopting sheets.
      root.append(el('style', {}, css));
    }
  }

  /** @param {string} label @returns the browser closes by it, whatever the page does with the click */
  const closeButton = (label) =>
    el(
      'button',
      {
        type: 'button',
        class: 'close',
        popovertarget: 'overlay',
        popovertargetaction: 'hide',
        'aria-label': label,
        title: label,
      },
      '\u00d7',
    );

  /**
   * Makes the host and what is in it; nothing is in the document yet.
   * @param {{ css: string, theme: string | null, title: string, closeLabel: string, content: HTMLElement }} parts
   *   title: id of the heading that names the dialog
   */
  function build({ css, theme, title, closeLabel, content }) {
    const host = el('div', { 'data-scopelens': 'popover' });
    const root = host.attachShadow({ mode: 'closed' });
    style(root, css);
    const dialog = el(
      'div',
      { class: 'dialog', 'data-theme': theme, role: 'dialog', 'aria-labelledby': title, tabindex: '-1' },
      closeButton(closeLabel),
      el('div', { class: 'content' }, content),
    );
    const status = el('div', { class: 'status', role: 'status', 'aria-live': 'polite' });
    const selection = el('div', { class: 'selection' });
    const overlay = el('div', { class: 'overlay', id: 'overlay', popover: 'manual' }, selection, dialog, status);
    root.append(overlay);
    return { host, root, overlay, selection, dialog, status };
  }

  /** A modal dialog makes all else inert, and so does a fullscreen element: live inside it. */
  const topLayerParent = () =>
    [...document.querySelectorAll('dialog:modal')].at(-1) ?? document.fullscreenElement ?? document.documentElement;

  /**
   * Puts the popover on top of everything, the page's own popovers included: who enters the top layer last is on top.
   * @param {Surface} surface
   */
  function raise({ host, root, overlay, dialog }) {
    const parent = topLayerParent();
    const focused = /** @type {HTMLElement | null} */ (root.activeElement);
    const content = /** @type {Element} */ (dialog.querySelector('.content'));
    const { scrollTop } = content;
    parent.append(host);
    // A zoom of the page's style is none of ours; that of the browser is.
    const { currentCSSZoom: zoom = 1 } = /** @type {{ currentCSSZoom?: number }} */ (parent);
    overlay.style.zoom = String(1 / zoom);
    overlay.showPopover();
    content.scrollTop = scrollTop;
    focused?.focus({ preventScroll: true });
  }

  /**
   * Tells the style sheet where the selection is; it places the dialog.
   * @param {Surface} surface
   * @param {import('../core/types.js').Rect | null} rect
   * @param {boolean} rtl
   */
  function position({ overlay, selection, dialog }, rect, rtl) {
    overlay.toggleAttribute('data-free', !rect);
    dialog.toggleAttribute('data-rtl', rtl);
    if (!rect) return;
    const { width, height } = overlay.getBoundingClientRect();
    const edges = {
      left: rect.x,
      top: rect.y,
      right: width - rect.x - rect.width,
      bottom: height - rect.y - rect.height,
    };
    for (const [side, distance] of Object.entries(edges)) selection.style.setProperty(`--${side}`, `${distance}px`);
    const least = Math.max(LEAST_PX, height * LEAST_SHARE);
    dialog.style.setProperty('--least', `${least}px`);
    dialog.dataset.roomier = edges.top > edges.bottom ? 'above' : 'below';
    // Errors say first what happened, so the beginning stays in sight where a card at the window's bottom leaves it there.
    dialog.dataset.covered = edges.top + LINE_PX < height - least ? 'end' : 'start';
  }

  return { build, raise, position };
})();
