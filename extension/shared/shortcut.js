/** The key that diagnoses the selected text, as it is bound now: people rebind it, and another extension may hold it. */

const COMMAND = 'diagnose-selection';

/** @returns {Promise<string>} `Alt+Shift+D`; empty where none is bound */
export async function shortcut() {
  const commands = await chrome.commands.getAll();
  return commands.find(({ name }) => name === COMMAND)?.shortcut ?? '';
}
