// Who asked, read of a log as Chromium writes it.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { leaving } from '../e2e/drivers/asked.mjs';
import { requestsIn } from '../e2e/drivers/chromium-requests.mjs';

const ID = 'fckbagjjldekkeffjoamncidgajdakji';
const HEAD = '{"constants":{"logEventTypes":{"CORS_REQUEST":7,"URL_REQUEST_START_JOB":9}},';

/** @param {string} initiator @param {string} url @param {string} [kind] */
const line = (initiator, url, kind = 'other') =>
  JSON.stringify({ params: { initiator, method: 'GET', request_type: kind, url }, phase: 1, type: 9 });

/** @param {string[]} lines @param {string} [end] */
const readLog = (lines, end = ',\n{"params":{"initia') =>
  requestsIn(`${HEAD}\n"events": [\n${lines.join(',\n')}${end}`, ID);

describe('requestsIn', () => {
  /** @type {[string, string, string, string?][]} */
  const rows = [
    ['extension', `chrome-extension://${ID}`, 'wss://x.example/'],
    ['page', 'http://127.0.0.1:4000', 'http://x.example/'],
    ['page', 'null', 'http://x.example/'],
    ['tab', 'not an origin', 'http://x.example/', 'main frame'],
    ['browser', 'not an origin', 'https://www.google.com/async/folae?async=_fmt:pb'],
    ['browser', 'not an origin', 'https://android.clients.google.com/checkin'],
    ['browser', 'chrome-extension://nkeimhogjdpnpccoofpliimaahmaaome', 'https://x.example/'],
    ['browser', 'devtools://devtools', 'https://chrome-devtools-frontend.appspot.com/'],
    ['browser', 'chrome://new-tab-page', 'https://x.example/'],
  ];
  for (const [by, initiator, url, kind] of rows) {
    it(`lays what ${initiator} asks of ${url} to the ${by}`, () =>
      assert.deepEqual(readLog([line(initiator, url, kind)]), [{ by, url }]));
  }

  it('reads a log that is whole, and one whose last line is being written', () => {
    const lines = ['http://a.example/', 'http://b.example/'].map((url) => line('null', url));
    for (const end of [',\n{"params":{"initia', '],\n"polledData": {}}\n'])
      assert.equal(readLog(lines, end).length, 2, end);
  });

  it('leaves out events of other kinds', () => {
    assert.deepEqual(readLog(['{"params":{"initiator":"null","url":"http://x.example/"},"type":7}', '{"type":9}']), []);
  });
});

describe('leaving', () => {
  const hosts = { 'api.dingtalk.com': 'http://127.0.0.1:5000' };
  /** @param {string} url */
  const left = (url) => leaving([{ by: 'page', url }], hosts).length === 1;

  it('lets this machine and the hosts that it plays pass', () => {
    for (const url of [
      'http://127.0.0.1:9/x',
      'http://localhost/',
      'http://[::1]:80/',
      'http://api.dingtalk.com/x',
      'data:,x',
      'blob:x',
    ])
      assert.ok(!left(url), url);
  });
  it('counts all else', () => {
    for (const url of [
      'https://api.dingtalk.com/',
      'http://dingtalk.com/',
      'ws://127.0.0.1.example/',
      'http://128.0.0.1/',
      'http://toString/',
    ])
      assert.ok(left(url), url);
  });
  it('never counts the browser’s own', () => {
    assert.deepEqual(
      leaving(
        [
          { by: 'browser', url: 'https://www.google.com/' },
          { by: 'extension', url: 'https://x.example/' },
        ],
        hosts,
      ),
      ['extension https://x.example/'],
    );
  });
});
