/**
 * Shows an answer beside the selection. A classic script, injected only on request; running it again
 * replaces what an earlier run left. Order: card files, field, selection, place, surface, guard, presence, popover.
 */
var ScopelensPopover = (() => {
  'use strict';

  /**
   * @typedef {object} Show
   * @property {import('../core/types.js').ShownAnswer} answer
   * @property {import('../core/types.js').VerdictWords} verdicts
   * @property {string} css
   * @property {'light' | 'dark' | null} theme null: as the page's browser
   * @property {string} closeLabel
   * @property {string} announce what a screen reader says
   * @property {boolean} byKeyboard whether the focus moves in
   * @property {string} text the snippet, for the popup if the page does not let the popover be
   */

  /** Leftovers: of this script, or of one that an update of the extension cut off. */
  function removeOld() {
    ScopelensPopover?.close();
    for (const old of document.querySelectorAll('[data-scopelens="popover"]')) old.remove();
  }

  /** @param {import('../core/types.js').Rect | null} rect */
  const isOutOfSight = (rect) =>
    rect !== null &&
    (rect.y + rect.height < 0 || rect.y > innerHeight || rect.x + rect.width < 0 || rect.x > innerWidth);

  /** @param {Show} parameters @returns {() => void} closes it */
  function open(parameters) {
    const anchor = ScopelensPlace.anchor();
    const before = ScopelensField.focused();
    const content = ScopelensCard.render(parameters.answer, { verdicts: parameters.verdicts });
    const title = content.querySelector('[data-part="title"]')?.id ?? '';
    const surface = ScopelensSurface.build({
      css: parameters.css,
      theme: parameters.theme,
      closeLabel: parameters.closeLabel,
      title,
      content,
    });
    const life = new AbortController();

    /** @param {string} [reason] */
    const close = (reason) => {
      if (life.signal.aborted) return;
      const hadFocus = document.activeElement === surface.host;
      life.abort();
      surface.host.remove();
      if (hadFocus && reason !== 'outside' && before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
    const place = () => ScopelensSurface.position(surface, anchor.rect(), anchor.rtl);
    const raise = () => {
      ScopelensSurface.raise(surface);
      place();
    };
    const giveUp = () => {
      close();
      /** @type {import('../core/messages.js').BackgroundMessage} */
      const message = { name: 'handover', params: { text: parameters.text } };
      chrome.runtime.sendMessage(message);
    };
    const move = () => (isOutOfSight(anchor.rect()) ? close() : place());
    raise();
    watch(surface, { close, raise, giveUp, move }, life.signal);
    if (parameters.byKeyboard) surface.dialog.focus({ preventScroll: true });
    announce(surface.status, parameters.announce);
    return close;
  }

  /**
   * @param {ReturnType<typeof ScopelensSurface.build>} surface
   * @param {{ close: (why?: string) => void, raise: () => void, giveUp: () => void, move: () => void }} act
   * @param {AbortSignal} signal
   */
  function watch(surface, act, signal) {
    const { host, root, overlay } = surface;
    ScopelensShield.keys(host, act.close, signal);
    ScopelensShield.presses(root, signal);
    ScopelensShield.outside(host, act.close, signal);
    ScopelensShield.movement(host, act.move, signal);
    overlay.addEventListener(
      'beforetoggle',
      (event) => /** @type {ToggleEvent} */ (event).newState === 'closed' && act.close(),
    );
    // A page that comes back from the browser's memory comes back without it.
    window.addEventListener('pagehide', () => act.close(), { signal });
    ScopelensWatchdog.watch(surface, act, signal);
  }

  /**
   * A live region speaks only of what changes after it is there.
   * @param {HTMLElement} status
   * @param {string} words
   */
  function announce(status, words) {
    setTimeout(() => (status.textContent = words), 100);
  }

  /** @type {(() => void) | null} */
  let closeOpen = null;

  /** @param {Show} shown @returns {true} a sign that nothing has failed */
  function show(shown) {
    removeOld();
    closeOpen = open(shown);
    return true;
  }

  /** Closes the popover, if one is open. */
  function close() {
    closeOpen?.();
    closeOpen = null;
  }

  globalThis.ScopelensPopover?.close();
  return { show, close };
})();
