// Finds the popover's closed shadow root, which puppeteer's handles do not reach.
import { callOf } from './chromium-surface.mjs';

/** @import { CDPSession } from 'puppeteer-core' */
/** @import { Sent } from './types.mjs' */

/** An object of a page's or a worker's. @typedef {{session: CDPSession, objectId: string}} RemoteObject */

/** @param {CDPSession} tab @param {string} [frame] @returns {Promise<RemoteObject | null>} */
export async function shadowRoot(tab, frame) {
  const session = frame ? await processOf(tab, frame) : tab;
  const place =
    frame && session === tab ? `document.querySelector(${JSON.stringify(frame)}).contentDocument` : 'document';
  const expression = `${place}.querySelector('[data-scopelens="popover"]')`;
  const { objectId } = (await session.send('Runtime.evaluate', { expression })).result;
  if (!objectId) return null;
  const { node } = await session.send('DOM.describeNode', { objectId, depth: 1, pierce: true });
  const [shadow] = node.shadowRoots ?? [];
  if (!shadow) return null;
  const { object } = await session.send('DOM.resolveNode', { backendNodeId: shadow.backendNodeId });
  return { session, objectId: object.objectId ?? '' };
}

/**
 * Calls a function with an object as the first argument.
 * @param {RemoteObject} object @param {Sent} run @param {unknown[]} args JSON values
 * @returns {Promise<any>} a JSON value
 */
export async function callOn({ session, objectId }, run, ...args) {
  const { result, exceptionDetails: thrown } = await session.send('Runtime.callFunctionOn', {
    objectId,
    functionDeclaration: `function () { return ${callOf(run, 'this', args)}; }`,
    awaitPromise: true,
    returnByValue: true,
  });
  if (thrown) throw new Error(thrown.exception?.description ?? thrown.text);
  return result.value;
}

/** Where a frame lives: most with the page, some of other origins in a process of their own. @param {CDPSession} tab @param {string} frame */
async function processOf(tab, frame) {
  const expression = `document.querySelector(${JSON.stringify(frame)})`;
  const { objectId } = (await tab.send('Runtime.evaluate', { expression })).result;
  const { frameId } = (await tab.send('DOM.describeNode', { objectId })).node;
  const { targetInfos } = await tab.send('Target.getTargets');
  const apart = targetInfos.find((each) => each.targetId === frameId && each.type === 'iframe');
  return (apart && (await tab.connection()?.createSession(apart))) || tab;
}
