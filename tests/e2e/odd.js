// A file that the package gets for a suite: what a page could say that has taken over our script's process.
(async () => {
  const texts = [
    undefined,
    null,
    7,
    'handover',
    [],
    {},
    { type: 'handover', text: 'odd' },
    { name: 'handover', text: 'odd' },
    { name: 'handover', params: {} },
    { name: 'handover', params: { text: 7 } },
    { name: 'handover', params: { text: 'odd '.repeat(100_000) } },
    { name: 'badge', params: { tabId: 1, count: 9 } },
    { name: 'toString', params: {} },
    { name: 'waiting', params: { text: 'odd' } },
    { name: 'diagnose', params: { text: 'odd' } },
    { name: 'details', params: { id: 1 } },
  ];
  const replies = [];
  for (const text of texts)
    replies.push(
      await chrome.runtime.sendMessage(text).then(
        (reply) => reply ?? null,
        () => null,
      ),
    );
  const port = chrome.runtime.connect({ name: 'badge' });
  for (const text of texts) if (text !== undefined) port.postMessage(text);
  /** @type {Record<string, () => any>} */
  const doors = {
    tabs: () => chrome.tabs.query({}),
    scripting: () => chrome.scripting.executeScript,
    action: () => chrome.action.openPopup,
    'storage.session': () => chrome.storage.session.get(null),
    'storage.local': () => chrome.storage.local.get(null),
  };
  const reach = [];
  for (const [name, open] of Object.entries(doors)) {
    const found = await Promise.resolve()
      .then(open)
      .catch(() => null);
    if (found) reach.push(name);
  }
  port.disconnect();
  // What comes last is there last: the background has heard all.
  await chrome.runtime.sendMessage({ type: 'last' }).catch(() => {});
  return JSON.stringify({ replies: replies.filter((reply) => reply !== null), reach });
})();
