// Fills the page with its words and samples, and makes the requests that its buttons ask for.
import { fillWords, lang, word } from './page-words.js';

/** @typedef {{id: string, method: string, path: string, group: string, way?: string, body?: unknown}} Call */

/** A token of the right shape, good for nothing: the panel must not show it. */
const TOKEN = 'demo0token0not0real0a1b2c3d4e5f6a7b8';

/** @param {Record<string, string>} samples */
function fill(samples) {
  fillWords();
  for (const place of document.querySelectorAll('[data-sample]')) {
    const text = samples[/** @type {HTMLElement} */ (place).dataset.sample ?? ''] ?? '';
    if (place instanceof HTMLInputElement || place instanceof HTMLTextAreaElement) place.value = text;
    else place.textContent = text;
  }
}

/** @param {Call} call */
async function make(call) {
  const said = await reply(call).catch((error) => String(error));
  const outcome = document.getElementById('outcome');
  if (outcome) outcome.textContent = `${call.method} ${call.path}\n${said}`;
  document.documentElement.dataset.last = call.id;
}

/** @param {Call} call */
const ask = (call) =>
  fetch(call.path, {
    method: call.method,
    headers: { 'x-acs-dingtalk-access-token': TOKEN, ...(call.body ? { 'content-type': 'application/json' } : {}) },
    ...(call.body ? { body: JSON.stringify(call.body) } : {}),
  });

/** @param {Call} call @returns {Promise<string>} status and the beginning of the body */
async function read(call) {
  const response = await ask(call);
  const text = await response.text();
  return `${response.status}\n${text.length > 600 ? `${text.slice(0, 600)}…` : text}`;
}

/** A router shows the next view once its data are there, or are not. @param {Call} call */
async function route(call) {
  const said = await read(call);
  history.pushState({}, '', `?${new URLSearchParams({ lang, view: call.id })}`);
  return said;
}

/** What fails here is not read, as in most code: the status is enough to say that it failed. @param {Call} call */
async function throwUnread(call) {
  const response = await ask(call);
  if (!response.ok) throw new Error(`Request failed with status code ${response.status}`);
  return response.text();
}

/** The client closes the stream at its error event. @param {Call} call @returns {Promise<string>} */
const stream = (call) =>
  new Promise((resolve) => {
    const source = new EventSource(call.path);
    source.addEventListener('error', (event) => {
      source.close();
      resolve(/** @type {MessageEvent} */ (event).data ?? 'the stream has ended');
    });
  });

/** The socket stays open. @param {Call} call @returns {Promise<string>} */
const talk = (call) =>
  new Promise((resolve, reject) => {
    const socket = new WebSocket(new URL(call.path, location.href.replace(/^http/, 'ws')));
    socket.addEventListener('open', () => socket.send(JSON.stringify({ type: 'hello', accessToken: TOKEN })));
    socket.addEventListener('error', () => reject(new Error('no socket')));
    socket.addEventListener('message', ({ data }) => data.includes('welcome') || resolve(data));
  });

/** @type {Record<string, (call: Call) => Promise<string>>} */
const ways = { route, unread: throwUnread, stream, socket: talk };

/** @param {Call} call */
const reply = (call) => (ways[call.way ?? ''] ?? read)(call);

/** @param {Call} call */
function button(call) {
  const it = document.createElement('button');
  it.type = 'button';
  it.dataset.call = call.id;
  const path = call.path.split('?')[0] ?? '';
  it.textContent = `${call.method} ${path}`;
  it.addEventListener('click', () => make(call));
  return it;
}

/** @param {Element} place @param {Call[]} calls */
function draw(place, calls) {
  for (const group of ['refused', 'lookalike', 'granted', 'modern', 'odd']) {
    const row = document.createElement('div');
    row.className = `group ${group}`;
    const label = document.createElement('span');
    label.textContent = word[group] ?? group;
    const buttons = document.createElement('div');
    buttons.append(...calls.filter((call) => call.group === group).map(button));
    row.append(label, buttons);
    place.append(row);
  }
}

// @ts-expect-error -- the server makes this file
const { calls, samples } = await import('./content.js');
fill(samples);
const place = document.getElementById('calls');
if (place) draw(place, calls);
document.documentElement.dataset.ready = 'yes';
