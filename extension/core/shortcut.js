/** The extension's keys, as they are bound now: people rebind them, and another extension may hold one. */

/** Diagnoses the selected text. */
export const DIAGNOSE = 'diagnose-selection';

/** Opens the popup at its button, by the browsers' own name for that. */
export const OPEN_POPUP = '_execute_action';

/** Whether a page gets the keys before the extension, and may keep them: so it is in Firefox. */
export const pagesTakeKeys = () => chrome.runtime.getURL('').startsWith('moz-');

/** @param {string} command @returns {Promise<string>} `Alt+Shift+D`, as the browser writes it; empty where none is bound */
export async function shortcut(command) {
  const commands = await chrome.commands.getAll();
  return commands.find(({ name }) => name === command)?.shortcut ?? '';
}
