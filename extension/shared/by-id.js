/** An element that the page's own document has. @param {string} id */
export const byId = (id) => /** @type {HTMLElement} */ (document.getElementById(id));
