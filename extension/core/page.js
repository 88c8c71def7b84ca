/** Helpers of our own pages. */

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

/** Hands the person a file. @param {Blob} blob @param {string} name what the file is, in one word @param {string} ending */
export function download(blob, name, ending) {
  const url = URL.createObjectURL(blob);
  const stamp = new Date().toISOString().slice(0, 19).replaceAll(':', '-');
  const link = ScopelensDom.el('a', { href: url, download: `${name}-${stamp}.${ending}` });
  document.body.append(link);
  link.click();
  link.remove();
  // The browser reads the address after the click is over.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
