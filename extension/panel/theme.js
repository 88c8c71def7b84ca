/** The panel wears the tool window's theme, and changes with it. */

/** Anything that is not dark is light: Chrome says "default", Firefox "light". @param {string} name */
function apply(name) {
  document.documentElement.dataset.theme = name === 'dark' ? 'dark' : 'light';
}

/** Where the tool window names no theme, the style sheets follow the system's. */
export function followTheme() {
  const panels = /** @type {any} */ (chrome.devtools.panels);
  if (panels.themeName) apply(panels.themeName);
  if (panels.onThemeChanged) panels.onThemeChanged.addListener(apply);
  else panels.setThemeChangeHandler?.(apply);
}
