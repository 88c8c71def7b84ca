// The panel's classes, without the tool window around them.

/** @param {string} file in the package @returns {Promise<any>} */
const imported = (file) => import(chrome.runtime.getURL(file));

/** The tab of calls with the memory behind it, joined as the panel and the devtools page are. */
export async function opened() {
  const [{ Recorder }, { Calls }, { PanelState }, { loadI18n }] = await Promise.all(
    ['devtools/recorder.js', 'panel/calls.js', 'panel/state.js', 'core/i18n.js'].map(imported),
  );
  const state = new PanelState();
  const words = { ...(await loadI18n()), platforms: new Map(), silent: true };
  const calls = new Calls(state, words, async () => null);
  const recorder = new Recorder(
    (/** @type {string} */ name, /** @type {object} */ params) => calls.take(structuredClone({ name, params })),
    () => ({ lang: 'en', offset: 0, silent: true }),
  );
  return { recorder, calls, state };
}
