/**
 * What goes on around an open popover: keys, clicks, scrolling, and pages that remove it.
 * A classic script, for it is injected into pages.
 */
var ScopelensGuard = (() => {
  'use strict';

  const KEYS = ['keydown', 'keypress', 'keyup'];
  const CONTEXT_CHECK_MS = 2000;
  const RETRIES = 3;

  /** @param {Event} event @param {EventTarget} host */
  const isInside = (event, host) => event.composedPath().includes(host);

  /**
   * Keys typed in the popover are not the page's; Esc closes from anywhere.
   * @param {HTMLElement} host
   * @param {(why: 'escape') => void} close
   * @param {AbortSignal} signal
   */
  function keys(host, close, signal) {
    /** @param {Event} event */
    const onKey = (event) => {
      const escape = /** @type {KeyboardEvent} */ (event).key === 'Escape' && event.isTrusted;
      if (!escape && !isInside(event, host)) return;
      event.stopImmediatePropagation();
      if (escape) event.preventDefault();
      if (escape && event.type === 'keydown') close('escape');
    };
    for (const type of KEYS) window.addEventListener(type, onKey, { capture: true, signal });
  }

  /**
   * Clicks that the page makes up must not press our buttons.
   * @param {ShadowRoot} root
   * @param {AbortSignal} signal
   */
  function trustedClicks(root, signal) {
    const onClick = (/** @type {Event} */ event) => {
      if (event.isTrusted) return;
      event.stopImmediatePropagation();
      event.preventDefault();
    };
    root.addEventListener('click', onClick, { capture: true, signal });
  }

  /** @param {HTMLElement} host @param {(why: 'outside') => void} close @param {AbortSignal} signal */
  function outside(host, close, signal) {
    const onPress = (/** @type {Event} */ event) => {
      if (event.isTrusted && !isInside(event, host)) close('outside');
    };
    window.addEventListener('pointerdown', onPress, { capture: true, signal });
  }

  /**
   * Calls `move` at most once a frame while the page scrolls or changes its size.
   * @param {HTMLElement} host
   * @param {() => void} move
   * @param {AbortSignal} signal
   */
  function movement(host, move, signal) {
    let due = false;
    const onMove = (/** @type {Event} */ event) => {
      if (due || (event.type === 'scroll' && isInside(event, host))) return;
      due = true;
      requestAnimationFrame(() => {
        due = false;
        if (!signal.aborted) move();
      });
    };
    window.addEventListener('scroll', onMove, { capture: true, passive: true, signal });
    window.addEventListener('resize', onMove, { signal });
  }

  /**
   * Puts the popover back when the page removes or hides it, a few times.
   * @param {HTMLElement} host
   * @param {() => void} raise
   * @param {() => void} giveUp
   * @param {AbortSignal} signal
   */
  function presence(host, raise, giveUp, signal) {
    let left = RETRIES;
    const check = () => {
      if (signal.aborted || (host.isConnected && host.matches(':popover-open'))) return;
      left -= 1;
      if (left < 0) giveUp();
      else raise();
    };
    const observer = new MutationObserver(check);
    const parent = host.parentNode;
    if (parent) observer.observe(parent, { childList: true });
    if (parent !== document.documentElement) observer.observe(document.documentElement, { childList: true });
    host.addEventListener('toggle', check, { signal });
    signal.addEventListener('abort', () => observer.disconnect());
  }

  /**
   * Once the extension is updated or removed, nothing here can work any more.
   * @param {() => void} close
   * @param {AbortSignal} signal
   */
  function context(close, signal) {
    const timer = setInterval(() => chrome.runtime?.id || close(), CONTEXT_CHECK_MS);
    signal.addEventListener('abort', () => clearInterval(timer));
  }

  return { keys, trustedClicks, outside, movement, presence, context };
})();
