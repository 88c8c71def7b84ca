// Functions that are sent into a hostile page or its popover by their text: each sees its arguments alone.

/**
 * What a page can see of itself.
 * @param {Document} root @param {string} [frame] @param {boolean} [withFocus] a press of the mouse moves it
 */
export function footprint(root, frame, withFocus) {
  const inner = /** @type {HTMLIFrameElement | null} */ (frame ? root.querySelector(frame) : null);
  const place = inner?.contentDocument ?? root;
  const top = place.documentElement;
  return {
    nodes: [...place.querySelectorAll('*')].length,
    attributes: [...top.attributes, ...(place.body?.attributes ?? [])].map((each) => `${each.name}=${each.value}`),
    globals: Object.getOwnPropertyNames(place.defaultView).sort(),
    styles: place.styleSheets.length + place.adoptedStyleSheets.length,
    focus: withFocus && `${place.activeElement?.tagName}#${place.activeElement?.id}`,
  };
}

/** What a page's own traps have caught. @param {Document} root @returns {unknown[]} */
export function caught(root) {
  const { found = [], touched = [], replies = [] } = /** @type {any} */ (root.defaultView);
  return [...found, ...touched, ...replies];
}

/** Takes the page's patches back, for the test's own questions. @param {Document} root */
export function restore(root) {
  /** @type {any} */ (root.defaultView).restore?.();
}

/** Where the card stands, and how. @param {ShadowRoot} root */
export function standing(root) {
  const page = root.host.ownerDocument;
  const { innerWidth: width, innerHeight: height } = /** @type {Window} */ (page.defaultView);
  const dialog = /** @type {Element} */ (root.querySelector('.dialog'));
  const box = dialog.getBoundingClientRect();
  const parts = [dialog, /** @type {Element} */ (root.querySelector('.close'))].map((part) =>
    part.getBoundingClientRect(),
  );
  return {
    inside: box.left >= 0 && box.top >= 0 && box.right <= width && box.bottom <= height,
    onTop: parts.every(
      (part) => page.elementFromPoint(part.left + part.width / 2, part.top + part.height / 2) === root.host,
    ),
    readable: box.width >= Math.min(440, width - 16) - 1 && box.height >= 80,
    corner: getComputedStyle(dialog).borderTopLeftRadius,
    font: getComputedStyle(/** @type {Element} */ (root.querySelector('[data-part="lead"], .scopelens'))).fontSize,
    opacity: getComputedStyle(dialog).opacity,
  };
}

/** Which of some notes a card shows. @param {ShadowRoot} root @param {Record<string, string>} notes @returns {string[]} */
export function notesAmong(root, notes) {
  const shown = [...root.querySelectorAll('li')].map((item) => item.textContent);
  return Object.values(notes).filter((note) => shown.includes(note));
}
