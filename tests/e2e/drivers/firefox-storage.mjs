// The extension's session storage as Firefox's own window knows it, whether the background lives or not. The functions are sent by
// their text: each sees its arguments alone.
// @ts-nocheck -- they run among Firefox's own globals, of which there are no types

/** Looks from now on for a state of a click's answer, and leaves the promise of it. */
export function watchStorage(id, state) {
  const { extensionStorageSession } = ChromeUtils.importESModule('resource://gre/modules/ExtensionStorage.sys.mjs');
  const { extension } = WebExtensionPolicy.getByID(id);
  let isKept = false;
  window.scopelensReached = new Promise((resolve) => {
    const leave = extensionStorageSession.registerListener(extension, ({ pending, diagnoses }) => {
      isKept ||= pending?.newValue !== undefined;
      const isDone = isKept && pending !== undefined && pending.newValue === undefined;
      if (!{ kept: isKept, answered: diagnoses !== undefined, done: isDone }[state]) return;
      leave();
      resolve(true);
    });
  });
}

export const waitForStorage = () => window.scopelensReached;

/** Takes the note away of something that was asked and is not answered. */
export function forget(id) {
  const { extensionStorageSession } = ChromeUtils.importESModule('resource://gre/modules/ExtensionStorage.sys.mjs');
  extensionStorageSession.remove(WebExtensionPolicy.getByID(id).extension, 'pending');
}
