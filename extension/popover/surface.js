/**
 * The popover's host element: closed to the page, in the top layer, styled by nobody but us.
 * A classic script, for it is injected into pages.
 */
var ScopelensSurface = (() => {
  'use strict';

  const { el } = ScopelensDom;

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

  /** A modal dialog makes all else inert, and a fullscreen element hides it: live inside them. */
  function stage() {
    const modal = [...document.querySelectorAll('dialog:modal')].at(-1);
    return modal ?? document.fullscreenElement ?? document.documentElement;
  }

  /**
   * Makes the host with its dialog; neither is in the document yet.
   * @param {{ css: string, theme: string | null, title: string, closeLabel: string, content: HTMLElement }} parts
   *   title: id of the heading that names the dialog
   */
  function build({ css, theme, title, closeLabel, content }) {
    const host = el('div', { 'data-scopelens': 'popover', popover: 'manual' });
    const root = host.attachShadow({ mode: 'closed' });
    style(root, css);
    const close = el(
      'button',
      { type: 'button', class: 'close', 'aria-label': closeLabel, title: closeLabel },
      '\u00d7',
    );
    const dialog = el(
      'div',
      { class: 'dialog', 'data-theme': theme, role: 'dialog', 'aria-labelledby': title, tabindex: '-1' },
      close,
      el('div', { class: 'content' }, content),
    );
    const status = el('div', { class: 'status', role: 'status', 'aria-live': 'polite' });
    root.append(dialog, status);
    return { host, root, dialog, close, status };
  }

  /** Puts the host on top of everything, the page's own popovers included. @param {HTMLElement} host */
  function raise(host) {
    const parent = stage();
    if (host.parentNode !== parent) parent.append(host);
    if (!host.matches(':popover-open')) host.showPopover();
  }

  /** @param {HTMLElement} dialog @param {import('../shared/types.js').Rect | null} anchor */
  function position(dialog, anchor) {
    dialog.style.maxBlockSize = 'none';
    const { width, height } = dialog.getBoundingClientRect();
    const spot = ScopelensPlace.place({
      anchor,
      size: { width, height },
      // Without scroll bars, in standards and in quirks mode.
      viewport: { width: visualViewport?.width ?? innerWidth, height: visualViewport?.height ?? innerHeight },
      rtl: getComputedStyle(document.documentElement).direction === 'rtl',
    });
    dialog.style.maxBlockSize = `${spot.maxHeight}px`;
    dialog.style.left = `${spot.x}px`;
    dialog.style.top = `${spot.y}px`;
    dialog.dataset.side = spot.side;
  }

  return { build, raise, position };
})();
