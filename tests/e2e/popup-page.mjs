// Works the popup's page. The functions are sent into it by their text.

/** Puts a text in at the caret, as typing does. @param {Document} root @param {string} text */
export function type(root, text) {
  /** @type {HTMLElement} */ (root.querySelector('#paste')).focus();
  root.execCommand('insertText', false, text);
}

/** Selects all of the box, for the next text to take its place. @param {Document} root */
export function selectAll(root) {
  const box = /** @type {HTMLTextAreaElement} */ (root.querySelector('#paste'));
  box.focus();
  box.select();
}

/**
 * The next click on the page's name fills the clipboard: only a click may.
 * @param {Document} root @param {string} unit @param {number} length of the text that repeats it
 */
export function fillOnClick(root, unit, length) {
  const name = root.querySelector('h1');
  name?.addEventListener(
    'click',
    () => {
      root.addEventListener(
        'copy',
        (event) => {
          event.clipboardData?.setData('text/plain', unit.repeat(Math.ceil(length / unit.length)).slice(0, length));
          event.preventDefault();
        },
        { once: true },
      );
      root.execCommand('copy');
    },
    { once: true },
  );
}

/** What is marked in the text, by the marks' names. @param {Document} root @returns {Record<string, string[]>} */
export function marks(root) {
  const view = /** @type {any} */ (root.defaultView);
  /** @type {[string, any][]} */
  const all = [...view.CSS.highlights.entries()];
  return Object.fromEntries(
    all.map(([name, ranges]) => [name, [...ranges].map((range) => range.toString()).toSorted()]),
  );
}

/** @param {Document} root @returns {string} the titles of the list */
export const listed = (root) => [...root.querySelectorAll('#list .what')].map((each) => each.textContent).join('\n');

/** @param {Document} root @param {string} selector */
export const isHidden = (root, selector) => /** @type {HTMLElement} */ (root.querySelector(selector)).hidden;
