/**
 * An element that the page's own document has.
 * @template {HTMLElement} [T=HTMLElement]
 * @param {string} id
 * @param {new () => T} [type]
 * @returns {T}
 * @throws where the page has none of that kind: document and script are of two builds
 */
export function byId(id, type) {
  const element = document.getElementById(id);
  if (!(element instanceof (type ?? HTMLElement))) throw new Error(`the page lacks #${id}`);
  return /** @type {T} */ (element);
}
