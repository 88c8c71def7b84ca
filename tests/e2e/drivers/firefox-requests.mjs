// Functions that are sent into Firefox's own window by their text: each request is written down with the principal that asked.
// @ts-nocheck -- they run among Firefox's own globals, of which there are no types

/** Begins to write down. A request of the extension's bears its id. */
export function watchRequests() {
  const written = [];
  const policyOf = (principal) => principal?.addonPolicy ?? principal?.contentScriptAddonPolicy;
  const observe = (subject) => {
    const { URI, loadInfo } = subject.QueryInterface(Ci.nsIChannel);
    const { triggeringPrincipal: asker, loadingPrincipal: place } = loadInfo;
    const addon = (policyOf(asker) ?? policyOf(place))?.id;
    const isPage = [asker, place].some((each) => each?.isNullPrincipal || /^(https?|file)$/.test(each?.scheme));
    written.push({ addon, isPage: isPage && !asker.isSystemPrincipal, url: URI.spec });
  };
  Services.obs.addObserver({ observe }, 'http-on-opening-request');
  window.scopelensRequests = written;
}

/** What was written down since the last time. */
export function takeRequests(id) {
  return window.scopelensRequests.splice(0).map(({ addon, isPage, url }) => {
    const rest = isPage ? 'page' : 'browser';
    return { by: addon === id ? 'extension' : rest, url };
  });
}
