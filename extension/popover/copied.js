/**
 * What the page itself would copy. Components that draw their own selection, or only the lines in sight, answer the event
 * "copy" with the whole text. A made-up one with a container of its own asks them: no clipboard is touched, and no permission
 * is needed. A classic script.
 */
var ScopelensCopied = (() => {
  'use strict';

  /** @returns {ClipboardEvent | null} null where the browser makes none that can be answered */
  function question() {
    const clipboardData = new DataTransfer();
    const event = new ClipboardEvent('copy', { clipboardData, bubbles: true, cancelable: true, composed: true });
    return event.clipboardData ? event : null;
  }

  /**
   * Asks a place in the page. What comes is as untrusted as any text of the page's; what its handlers throw is theirs.
   * @param {Node} place an element, or a text in one
   * @returns {string} '' where the page leaves copying to the browser, or gives nothing but blanks
   */
  function ask(place) {
    try {
      const event = question();
      if (!event) return '';
      place.dispatchEvent(event);
      const text = event.defaultPrevented ? (event.clipboardData?.getData('text/plain') ?? '') : '';
      return /\S/.test(text) ? text : '';
    } catch {
      return '';
    }
  }

  return { ask };
})();
