// Finds the popover's closed shadow root.

/** @typedef {import('../clients/cdp.mjs').Target} Target */

/** @param {Target} tab @param {string} [frame] @returns {Promise<{target: Target, objectId: string} | null>} */
export async function shadowRoot(tab, frame) {
  const own = frame ? await processOf(tab, frame) : tab;
  const place = frame && own === tab ? `document.querySelector(${JSON.stringify(frame)}).contentDocument` : 'document';
  const { objectId } = (
    await own.send('Runtime.evaluate', { expression: `${place}.querySelector('[data-scopelens="popover"]')` })
  ).result;
  const shadow =
    objectId && (await own.send('DOM.describeNode', { objectId, depth: 1, pierce: true })).node.shadowRoots?.[0];
  return shadow
    ? {
        target: own,
        objectId: (await own.send('DOM.resolveNode', { backendNodeId: shadow.backendNodeId })).object.objectId,
      }
    : null;
}

/** Where a frame lives: most with the page, some of other origins in a process of their own. @param {Target} tab @param {string} frame */
async function processOf(tab, frame) {
  const { objectId } = (
    await tab.send('Runtime.evaluate', { expression: `document.querySelector(${JSON.stringify(frame)})` })
  ).result;
  const { frameId } = (await tab.send('DOM.describeNode', { objectId })).node;
  const isApart = (await tab.browser.targets()).some((each) => each.targetId === frameId && each.type === 'iframe');
  return isApart ? tab.browser.attach(frameId) : tab;
}
