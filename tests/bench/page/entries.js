// What the panel spends on exchanges of which nothing comes.
import { measureEach } from './measure.js';
import { replies } from './texts.js';

/** @import { Figure } from './measure.js' */

/** A network entry as the browsers give it. @param {string} name @param {string} mimeType @param {string} text */
const entry = (name, mimeType, text) => ({
  startedDateTime: '2026-11-22T10:00:00.000Z',
  time: 12,
  request: {
    method: 'GET',
    url: `https://static.example.com/assets/${name}?v=20261122`,
    headers: [{ name: 'accept', value: '*/*' }],
  },
  response: {
    status: 200,
    headers: [{ name: 'content-type', value: mimeType }],
    content: { mimeType, size: text.length },
  },
  getContent: (/** @type {(content: string, encoding: string) => void} */ settle) => settle(text, ''),
});

/** @returns {Promise<Figure[]>} */
export async function exchanges() {
  const { takeEntry } = await import(chrome.runtime.getURL('devtools/take.js'));
  const { Recorder } = await import(chrome.runtime.getURL('devtools/recorder.js'));
  // The panel is told of each count, as it is while the tool window is open.
  const channel = new BroadcastChannel('scopelens-bench');
  const recorder = new Recorder(
    (/** @type {string} */ name, /** @type {object} */ params) => channel.postMessage({ name, params }),
    () => ({ lang: 'en', offset: 0, silent: true }),
  );
  const [latin, chinese] = replies(2_000);
  const kinds = {
    picture: entry('logo.png', 'image/png', ''),
    script: entry('app.js', 'text/javascript; charset=utf-8', ''),
    'reply of 20 MB': {
      ...entry('dump.json', 'application/json', ''),
      response: { status: 200, headers: [], content: { mimeType: 'application/json', size: 2e7 } },
    },
    'reply of 2 KB, sifted': entry('orders', 'application/json', latin?.text ?? ''),
    'the same with Chinese': entry('orders', 'application/json', chinese?.text ?? ''),
  };
  const calls = Object.fromEntries(
    Object.entries(kinds).map(([name, each]) => [name, () => takeEntry(recorder, each)]),
  );
  const figures = await measureEach('own time for an exchange without a refusal', calls);
  if (recorder.memory.kept.size) throw new Error('an exchange without a refusal got a row');
  return figures;
}
