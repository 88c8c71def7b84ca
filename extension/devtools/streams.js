/**
 * Messages of streams and sockets, which Chromium keeps beside an entry: `_eventSourceMessages` and `_webSocketMessages`.
 * Firefox has neither; it gives the text of a stream as a body, and nothing of a socket.
 */

/** @import { Message } from '../core/types.js' */
/** @typedef {chrome.devtools.network.Request} Entry */
/** @typedef {{ _eventSourceMessages?: { time: number, eventName?: string, data?: string }[],
 *   _webSocketMessages?: { type: string, time: number, data?: string }[] }} BrowserMessages times in seconds since 1970 */

/** @param {Entry} entry @returns {BrowserMessages} */
const messagesOf = (entry) => /** @type {BrowserMessages} */ (entry);

/** @param {Entry} entry @returns {number} messages so far */
export const countMessages = (entry) =>
  messagesOf(entry)._webSocketMessages?.length ?? messagesOf(entry)._eventSourceMessages?.length ?? 0;

/**
 * The events of a stream in the form in which they were sent.
 * @param {Entry} entry
 * @returns {string | null} null where the browser has none
 */
export function streamText(entry) {
  const events = messagesOf(entry)._eventSourceMessages;
  if (!events?.length) return null;
  return events
    .map(
      ({ eventName = 'message', data = '' }) => `event: ${eventName}\ndata: ${data.replaceAll('\n', '\ndata: ')}\n\n`,
    )
    .join('');
}

/**
 * @param {Entry} entry
 * @returns {Message[] | null} null where the browser keeps none
 */
export function socketMessages(entry) {
  const messages = messagesOf(entry)._webSocketMessages;
  return (
    messages?.map(({ type, time, data = '' }) => ({ time: time * 1000, sent: type === 'send', text: data })) ?? null
  );
}

/**
 * One side of a socket, a message a line.
 * @param {Message[]} messages
 * @param {boolean} sent
 */
export const sideOf = (messages, sent) =>
  messages
    .filter((message) => message.sent === sent)
    .map(({ text }) => text)
    .join('\n');

/** @param {number} time in ms since 1970 */
function clock(time) {
  const date = new Date(time);
  /** @param {number} n @param {number} [digits] */
  const pad = (n, digits = 2) => String(n).padStart(digits, '0');
  return `${pad(date.getHours())}:${pad(date.getMinutes())}:${pad(date.getSeconds())}.${pad(date.getMilliseconds(), 3)}`;
}

/**
 * Both sides as a person reads them: time, direction, text.
 * @param {Message[]} messages
 */
export const conversation = (messages) =>
  messages.map(({ time, sent, text }) => `${clock(time)} ${sent ? '↑' : '↓'} ${text}`).join('\n');
