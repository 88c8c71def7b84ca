/**
 * Keeps an open popover where a person can see and reach it. A page may remove it, hide it, open a modal dialog or go
 * fullscreen over it. A classic script, for it is injected into pages.
 */
var ScopelensWatchdog = (() => {
  'use strict';

  const RETRIES = 3;
  const CHECK_MS = 1000;

  /** @typedef {ReturnType<typeof ScopelensSurface.build>} Surface */

  /**
   * Does a click reach the card? What covers it, or makes it inert, is found in its place. The close button and the
   * middle stand for all of it.
   * @param {Surface} surface
   */
  function isReachable({ host, overlay, dialog }) {
    if (!host.isConnected || !overlay.matches(':popover-open')) return false;
    const tree = /** @type {Document | ShadowRoot} */ (host.getRootNode());
    return [dialog, ...dialog.querySelectorAll('.close')].every((part) => {
      const { left, top, width, height } = part.getBoundingClientRect();
      return tree.elementFromPoint(left + width / 2, top + height / 2) === host;
    });
  }

  /**
   * The style sheet hides a popover whose script has stopped, as that of a removed extension does in Firefox. A living one
   * says so again and again.
   * @param {HTMLElement} overlay
   */
  function renewHeartbeat(overlay) {
    for (const end of overlay.getAnimations()) end.currentTime = 0;
  }

  /**
   * Raises the popover where it is out of reach, a few times.
   * @param {Surface} surface
   * @param {{ raise: () => void, giveUp: () => void, close: () => void }} act
   * @param {AbortSignal} signal
   */
  function watch(surface, { raise, giveUp, close }, signal) {
    const page = document.documentElement;
    let retriesLeft = RETRIES;
    const observer = new MutationObserver(check);
    const isOver = () => !chrome.runtime?.id || document.documentElement !== page;

    function check() {
      if (signal.aborted) return;
      if (isOver()) return close();
      renewHeartbeat(surface.overlay);
      if (surface.host.parentNode) observer.observe(surface.host.parentNode, { childList: true });
      if (isReachable(surface)) return;
      retriesLeft -= 1;
      if (retriesLeft < 0) return giveUp();
      raise();
      check();
    }

    observer.observe(page, { childList: true });
    const timer = setInterval(check, CHECK_MS);
    // Of the page's dialogs and popovers, and of its fullscreen elements.
    for (const type of ['toggle', 'fullscreenchange', 'visibilitychange']) {
      document.addEventListener(type, () => check(), { capture: true, signal });
    }
    signal.addEventListener('abort', () => {
      observer.disconnect();
      clearInterval(timer);
    });
    check();
  }

  return { watch };
})();
