/** Copy buttons. A classic script, for it is also injected into pages. */
var ScopelensCopy = (() => {
  'use strict';

  const SHOWN_MS = 1600;

  /**
   * Copies by the old command: on http pages, and in frames whose policy bars the clipboard,
   * there is no other way.
   * @param {string} text
   */
  function copyByCommand(text) {
    /** @param {ClipboardEvent} event */
    const fill = (event) => {
      event.clipboardData?.setData('text/plain', text);
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    window.addEventListener('copy', fill, true);
    try {
      return document.execCommand('copy');
    } finally {
      window.removeEventListener('copy', fill, true);
    }
  }

  /** @param {string} text @returns {Promise<boolean>} whether the text is on the clipboard */
  async function copyText(text) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      return copyByCommand(text);
    }
  }

  /**
   * A button that copies and says so.
   * @param {object} options
   * @param {string} options.id what is copied, for `data-copy`
   * @param {string | (() => string | Promise<string>)} options.text
   * @param {string} options.label the button's words
   * @param {string} options.done its words once copied
   * @param {string} [options.about] what is copied, for screen readers
   */
  function copyButton({ id, text, label, done, about }) {
    const words = ScopelensDom.el('span', { 'aria-live': 'polite' }, label);
    const button = ScopelensDom.el('button', { type: 'button', class: 'copy', 'data-copy': id }, words);
    if (about) button.append(ScopelensDom.el('span', { class: 'unseen' }, ` ${about}`));
    button.addEventListener('click', async () => {
      if (!(await copyText(typeof text === 'string' ? text : await text()))) return;
      words.textContent = done;
      button.dataset.copied = '';
      setTimeout(() => {
        words.textContent = label;
        delete button.dataset.copied;
      }, SHOWN_MS);
    });
    return button;
  }

  return { copyButton };
})();
