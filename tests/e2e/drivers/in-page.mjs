// Functions that are sent into a document by their text: each sees its arguments alone.

/** @param {Document | ShadowRoot} root @param {string} selector @returns {[number, number]} the middle of an element, scrolled into view */
export function middle(root, selector) {
  const element = root.querySelector(selector);
  if (!element) throw new Error(`no ${selector} here`);
  element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  const { left, top, width, height } = element.getBoundingClientRect();
  return [left + width / 2, top + height / 2];
}

/** @param {Document} root @param {string} selector where an element stands in its document */
export function area(root, selector) {
  const element = root.querySelector(selector);
  if (!element) throw new Error(`no ${selector} here`);
  const { left, top, width, height } = element.getBoundingClientRect();
  return { x: left + scrollX, y: top + scrollY, width, height };
}

/** @param {Document} root @param {string} selector @returns {[number, number]} where a frame's content begins */
export function corner(root, selector) {
  const frame = root.querySelector(selector);
  if (!frame) throw new Error(`no ${selector} here`);
  const { left, top } = frame.getBoundingClientRect();
  return [left + frame.clientLeft, top + frame.clientTop];
}

/** Selects the whole text of an element. @param {Document} root @param {string} selector @param {string} [frame] */
export function select(root, selector, frame) {
  const inner = /** @type {HTMLIFrameElement | null} */ (frame ? root.querySelector(frame) : null);
  const place = inner?.contentDocument ?? root;
  const element = /** @type {HTMLElement | null} */ (place.querySelector(selector));
  if (!element) throw new Error(`no ${selector} here`);
  element.scrollIntoView({ block: 'center' });
  place.getSelection()?.removeAllRanges();
  if ('select' in element) {
    element.focus();
    /** @type {HTMLInputElement} */ (element).select();
  } else {
    if (place.activeElement instanceof HTMLElement) place.activeElement.blur();
    place.getSelection()?.selectAllChildren(element);
  }
}

/**
 * What the menu would be told is selected: Chromium's own rule, lines joined by blanks.
 * @param {Document} root @param {string} [frame]
 */
export function selectedText(root, frame) {
  const inner = /** @type {HTMLIFrameElement | null} */ (frame ? root.querySelector(frame) : null);
  const place = inner?.contentDocument ?? root;
  const field = /** @type {any} */ (place.activeElement);
  const text =
    typeof field?.selectionStart === 'number'
      ? field.value.slice(field.selectionStart, field.selectionEnd)
      : String(place.getSelection());
  return text.replace(/\s*\n\s*/g, ' ');
}

/** Does a page of the extension have its scripts and its words? Before that its parts still move. @param {Document} root */
export function isReady(root) {
  return (
    root.readyState === 'complete' &&
    root.URL.includes('-extension://') &&
    Boolean(root.querySelector('button')?.textContent)
  );
}

/** Puts a text into a field, as if it had been typed and left. @param {Document} root @param {string} selector @param {string} text */
export function fill(root, selector, text) {
  const box = /** @type {HTMLInputElement} */ (root.querySelector(selector));
  const Kind = /** @type {any} */ (root.defaultView).Event;
  box.value = text;
  box.dispatchEvent(new Kind('input', { bubbles: true }));
  box.dispatchEvent(new Kind('change', { bubbles: true }));
}
