/**
 * Calls between the extension's own parts. A *surface* is the table of what one part answers: the parameters and the result of
 * each name (`core/messages.js` holds the tables). Caller and handlers are typed by it, and the receiver checks the parameters
 * by the surface's guards before anything reads them.
 *
 * @import { Guard } from './guards.js'
 *
 * @typedef {{ params: object, result: unknown }} Call
 */

import { membersOf } from './guards.js';

/** @template S @typedef {{ [Name in keyof S]: Guard<S[Name] extends Call ? S[Name]['params'] : never> }} Checks guards of all parameters */

/**
 * One message of a surface, to be told apart by its name.
 * @template S
 * @typedef {{ [Name in keyof S]: { name: Name, params: S[Name] extends Call ? S[Name]['params'] : never } }[keyof S]} Message
 */

/**
 * @template S
 * @typedef {{ [Name in keyof S]: S[Name] extends Call
 *   ? (params: S[Name]['params']) => S[Name]['result'] | Promise<S[Name]['result']> : never }} Handlers
 */

/**
 * The other side, as a caller has it.
 * @template {Record<keyof S, Call>} S
 * @typedef {object} Client
 * @property {<Name extends keyof S & string>(name: Name, params: S[Name]['params']) => void} notify expects no reply
 * @property {<Name extends keyof S & string>(name: Name, params: S[Name]['params']) => Promise<S[Name]['result']>} request
 *   rejects with the handler's message where it failed, or where the call is none of the surface
 */

/** A call that its receiver has no handler for, or whose parameters have another form. */
export class CallError extends Error {
  name = 'CallError';
}

/**
 * @template S
 * @param {Checks<S>} checks
 * @param {unknown} value from whoever
 * @returns {Message<S>}
 * @throws {CallError}
 */
export function messageOf(checks, value) {
  const { name, params } = membersOf(value);
  if (typeof name !== 'string' || !Object.hasOwn(checks, name)) throw new CallError(`no call is named ${String(name)}`);
  const message = /** @type {Message<S>} */ ({ name, params });
  if (!checks[message.name](params)) throw new CallError(`the parameters of ${name} have another form`);
  return message;
}

/**
 * Serves the calls to one address on a channel.
 * @template S
 * @param {BroadcastChannel} channel
 * @param {string} address what callers name as the receiver
 * @param {Checks<S>} checks
 * @param {(message: Message<S>) => unknown} handle what it gives back is the reply, for callers that want one
 */
export function receive(channel, address, checks, handle) {
  channel.addEventListener('message', ({ data }) => {
    const { to, id } = membersOf(data);
    if (to === address) reply(channel, id, async () => handle(messageOf(checks, data)));
  });
}

/**
 * The same with a handler for each name.
 * @template S
 * @param {BroadcastChannel} channel
 * @param {string} address
 * @param {Checks<S>} checks
 * @param {Handlers<S>} handlers
 */
export function serve(channel, address, checks, handlers) {
  receive(channel, address, checks, ({ name, params }) => {
    const handler = /** @type {(params: object) => unknown} */ (handlers[name]);
    return handler(params);
  });
}

/** Nobody hears of a failed call that wants no reply but the console. @param {BroadcastChannel} channel @param {unknown} id @param {() => Promise<unknown>} run */
async function reply(channel, id, run) {
  try {
    const result = await run();
    if (typeof id === 'string') channel.postMessage({ replyTo: id, result });
  } catch (error) {
    const fault = error instanceof Error ? error.message : String(error);
    if (typeof id === 'string') channel.postMessage({ replyTo: id, fault });
    else console.error('Scopelens:', error);
  }
}

/**
 * @template {Record<keyof S, Call>} S
 * @param {BroadcastChannel} channel
 * @param {string} address of the receiver
 * @returns {Client<S>}
 */
export function client(channel, address) {
  /** Calls without a reply so far, by their ids. @type {Map<string, { resolve: (result: never) => void, reject: (error: Error) => void }>} */
  const pending = new Map();
  channel.addEventListener('message', ({ data }) => {
    const { replyTo, result, fault } = membersOf(data);
    const call = pending.get(String(replyTo));
    pending.delete(String(replyTo));
    if (typeof fault === 'string') call?.reject(new Error(fault));
    else call?.resolve(/** @type {never} */ (result));
  });
  return {
    notify: (name, params) => channel.postMessage({ to: address, name, params }),
    request: (name, params) =>
      new Promise((resolve, reject) => {
        const id = crypto.randomUUID();
        pending.set(id, { resolve, reject });
        channel.postMessage({ to: address, id, name, params });
      }),
  };
}
