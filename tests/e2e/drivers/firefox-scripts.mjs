// Functions that are sent by their text into the page and into the extension's documents.

/** @import { Sent } from './types.mjs' */

/** @param {Sent} run @returns {any} the text of a function that finds the popover's closed shadow root and calls `run` with it */
export function inShadow(run) {
  return `(frame, ...args) => {
    const place = frame ? document.querySelector(frame)?.contentDocument : document;
    const root = place?.querySelector('[data-scopelens="popover"]')?.openOrClosedShadowRoot;
    return root ? (${run})(root, ...args) : null;
  }`;
}

/** @param {Document} root @param {string} [frame] @returns {[number, number]} a point within what is selected */
export function selectionPoint(root, frame) {
  const inner = /** @type {HTMLIFrameElement | null} */ (frame ? root.querySelector(frame) : null);
  const place = inner?.contentDocument ?? root;
  const field = /** @type {HTMLInputElement | null} */ (place.activeElement);
  const box = typeof field?.selectionStart === 'number' ? field : place.getSelection()?.getRangeAt(0);
  const rects = [...(box?.getClientRects() ?? [])];
  const { left, top, height } = rects.find((each) => each.height > 0 && each.top >= 0) ?? {
    left: 0,
    top: 0,
    height: 0,
  };
  return [left + 12, top + Math.min(height / 2, 12)];
}

/** Notes the keys that come from now on. @param {any} root @returns {boolean} whether they would come here */
export function listen(root) {
  const view = root.defaultView;
  root.scopelensKeys ??=
    view.addEventListener('keydown', (/** @type {any} */ { key }) => root.scopelensKeys.push(key), true) ?? [];
  root.scopelensKeys.length = 0;
  return root.hasFocus();
}

/** @param {any} root @param {string} key @returns {boolean} */
export const hasHeard = (root, key) => root.scopelensKeys?.includes(key) ?? true;

/** @param {Record<string, unknown>} values */
export function setSettings(values) {
  // @ts-expect-error -- runs in a frame script, where `content` is the extension's window
  return content.wrappedJSObject.browser.storage.local.set(Cu.cloneInto(values, content));
}

/** What was written to the console as an error, in the process that runs this; taken away. @returns {string[]} */
export function takeConsole() {
  // @ts-expect-error -- a sandbox and a frame script with the system's rights
  const storage = Cc['@mozilla.org/consoleAPI-storage;1'].getService(Ci.nsIConsoleAPIStorage);
  const events = storage.getEvents();
  storage.clearEvents();
  const ours = events.filter(
    (/** @type {any} */ each) =>
      ['error', 'assert', 'exception'].includes(each.level) && !/^(chrome|resource):/.test(each.filename),
  );
  return ours.map((/** @type {any} */ each) => each.arguments.map(String).join(' '));
}

export function refuseToOpen() {
  // @ts-expect-error -- runs in a frame script, where `content` is the extension's window
  const { chrome } = content.wrappedJSObject;
  // @ts-expect-error -- so that the extension may call it
  chrome.action.openPopup = Cu.exportFunction(() => content.Promise.reject(new content.Error('no popup')), content);
}

export async function readSession() {
  // @ts-expect-error -- runs in a frame script, where `content` is the extension's window
  const page = content.wrappedJSObject;
  return page.JSON.stringify(await page.browser.storage.session.get(null));
}
