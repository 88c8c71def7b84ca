/** Hands the person a file. */

/** @param {Blob} blob @param {string} name what the file is, in one word @param {string} ending */
export function download(blob, name, ending) {
  const url = URL.createObjectURL(blob);
  const stamp = new Date().toISOString().slice(0, 19).replaceAll(':', '-');
  const link = /** @type {HTMLAnchorElement} */ (
    ScopelensDom.el('a', { href: url, download: `${name}-${stamp}.${ending}` })
  );
  document.body.append(link);
  link.click();
  link.remove();
  // The browser reads the address after the click is over.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
