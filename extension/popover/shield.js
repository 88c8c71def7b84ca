/**
 * What goes on around an open popover: keys, clicks and scrolling.
 * A classic script, for it is injected into pages.
 */
var ScopelensShield = (() => {
  'use strict';

  const KEYS = ['keydown', 'keypress', 'keyup'];
  const PRESSES = [
    'pointerdown',
    'mousedown',
    'touchstart',
    'pointerup',
    'mouseup',
    'touchend',
    'click',
    'auxclick',
    'dblclick',
  ];
  const FOCUSING = ['focusin', 'focusout'];

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
      const isEscape = /** @type {KeyboardEvent} */ (event).key === 'Escape' && event.isTrusted;
      if (!isEscape && !isInside(event, host)) return;
      event.stopImmediatePropagation();
      if (isEscape) event.preventDefault();
      if (isEscape && event.type === 'keydown') close('escape');
    };
    for (const type of KEYS) window.addEventListener(type, onKey, { capture: true, signal });
  }

  /**
   * Presses in the popover and its focus are not the page's: it might close its own dialog, for they are outside of that, or
   * take the focus back into it. Presses that a page makes up press nothing.
   * @param {ShadowRoot} root
   * @param {AbortSignal} signal
   */
  function presses(root, signal) {
    const onFake = (/** @type {Event} */ event) => {
      if (event.isTrusted) return;
      event.stopImmediatePropagation();
      event.preventDefault();
    };
    const keep = (/** @type {Event} */ event) => event.stopPropagation();
    for (const type of PRESSES) root.addEventListener(type, onFake, { capture: true, signal });
    for (const type of [...PRESSES, ...FOCUSING]) root.addEventListener(type, keep, { signal });
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

  return { keys, presses, outside, movement };
})();
