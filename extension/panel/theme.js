/** The panel wears what the person has chosen, or else the tool window's theme, and changes with it. */

import { followTheme } from '../core/theme.js';

/**
 * What the browsers know of their tools' theme: each has its own names.
 * @typedef {object} Panels
 * @property {string} [themeName]
 * @property {{ addListener(listener: (name: string) => void): void }} [onThemeChanged] Firefox's
 * @property {(listener: (name: string) => void) => void} [setThemeChangeHandler] Chrome's
 */

/** Anything that is not dark is light: Chrome says "default", Firefox "light". @param {string} name */
const themeOf = (name) => (name === 'dark' ? 'dark' : 'light');

/** Follows the tool window's theme; where it names none, the style sheets follow the system's. */
export function followTools() {
  const panels = /** @type {Panels} */ (/** @type {unknown} */ (chrome.devtools.panels));
  let toolsTheme = panels.themeName ? themeOf(panels.themeName) : null;
  const apply = followTheme(() => toolsTheme);
  const take = (/** @type {string} */ name) => {
    toolsTheme = themeOf(name);
    apply();
  };
  if (panels.onThemeChanged) panels.onThemeChanged.addListener(take);
  else panels.setThemeChangeHandler?.(take);
}
