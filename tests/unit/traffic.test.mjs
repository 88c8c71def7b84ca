// What is known of a call without a browser: how much of its body is there, what goes on, when to look.
import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { reader, readBody } from '../../extension/devtools/body.js';
import { fromBytes } from '../../extension/devtools/decode.js';
import { conversation, socketMessages, streamText } from '../../extension/devtools/streams.js';
import { noteReply } from '../../extension/devtools/resources.js';
import { SeenEntries } from '../../extension/devtools/seen-entries.js';
import { Unfinished } from '../../extension/devtools/unfinished.js';
import { nextLook, Watch } from '../../extension/devtools/watch.js';
import { entryOf } from '../support/entries.mjs';

/** Bodies are looked at so far, in UTF-16 units; those of these tests are shorter. */
const LIMIT = Promise.resolve(1024 * 1024);

describe('what there is of a body', () => {
  /** @param {Parameters<typeof entryOf>[0]} entry @param {string | null} text */
  const stateOf = async (entry, text) => (await readBody(entryOf(entry), Promise.resolve(text), LIMIT)).state;

  it('is less than all where bytes are missing', async () => {
    assert.equal(await stateOf({ size: 12 }, '{"ok":false}'), 'whole');
    assert.equal(await stateOf({ response: [['content-length', '900']] }, '{"ok":false}'), 'cut');
    assert.equal(await stateOf({ size: 12 }, null), 'missing');
    assert.equal(await stateOf({ size: 12 }, ''), 'missing');
    assert.equal(await stateOf({}, ''), 'whole');
  });
  it('is not told by the length of what was encoded', async () => {
    assert.equal(
      await stateOf(
        {
          size: 32,
          response: [
            ['content-encoding', 'gzip'],
            ['content-length', '32'],
          ],
        },
        '{"ok":false}',
      ),
      'whole',
    );
    assert.equal(await stateOf({ size: 32, response: [['content-encoding', 'identity']] }, '{"ok":false}'), 'cut');
  });
  it('is not told by bytes where each character takes two', async () => {
    assert.equal(await stateOf({ size: 24, type: 'application/json; charset=utf-16le' }, '{"ok":false}'), 'whole');
    assert.equal(await stateOf({ size: 24, type: 'application/json; charset=utf-8' }, '{"ok":false}'), 'cut');
  });
  it('ends where the browser’s filling begins', async () => {
    const entry = entryOf({ size: 5000 });
    assert.deepEqual(await readBody(entry, Promise.resolve(`{"rows":[1${'\0'.repeat(4990)}`), LIMIT), {
      text: '{"rows":[1',
      state: 'cut',
    });
    assert.equal(await stateOf({ size: 4 }, 'ab\0\0'), 'whole');
  });
  it('is cut where it is longer than what is looked at', async () => {
    const text = 'a'.repeat(100);
    assert.deepEqual(await readBody(entryOf({}), Promise.resolve(text), Promise.resolve(99)), {
      text: text.slice(0, 99),
      state: 'cut',
    });
    assert.equal((await readBody(entryOf({}), Promise.resolve(text), Promise.resolve(100))).state, 'whole');
  });

  it('is cut where JSON is broken off', async () => {
    assert.equal(await stateOf({}, '{"code":"Forbidden.Acc'), 'cut');
    assert.equal(await stateOf({}, '[{"ok":true}]\n'), 'whole');
    assert.equal(await stateOf({ type: 'text/plain' }, '[ERROR] refused'), 'whole');
    assert.equal(await stateOf({ type: 'application/x-ndjson' }, '{"i":1}\n{"i":2}\n'), 'whole');
  });
  it('is missing where a script is not allowed to see it', async () => {
    const request = /** @type {[string, string][]} */ ([
      ['Sec-Fetch-Mode', 'no-cors'],
      ['Sec-Fetch-Site', 'cross-site'],
    ]);
    assert.equal(await stateOf({ request }, ''), 'missing');
    assert.equal(await stateOf({ request, status: 200 }, ''), 'whole');
    const bare = entryOf();
    bare.response.headers = [];
    assert.equal((await readBody(bare, Promise.resolve(''), LIMIT)).state, 'missing');
    assert.equal(await stateOf({ request, response: [['content-length', '0']] }, ''), 'whole');
    assert.equal(
      await stateOf(
        {
          request: [
            ['sec-fetch-mode', 'cors'],
            ['sec-fetch-site', 'cross-site'],
          ],
        },
        '',
      ),
      'whole',
    );
  });
});

describe('a reply that the browser has forgotten by its number', () => {
  afterEach(() => {
    Reflect.deleteProperty(globalThis, 'chrome');
  });

  /** What is read of an entry whose handle is dead, with these resources in the page. @param {any} entry @param {Record<string, string>} resources */
  async function found(entry, resources) {
    const list = Object.entries(resources).map(([url, text]) => ({
      url,
      getContent: (/** @type {any} */ callback) => callback(text, ''),
    }));
    Object.assign(globalThis, {
      chrome: { devtools: { inspectedWindow: { getResources: (/** @type {any} */ callback) => callback(list) } } },
    });
    return reader(Object.assign(entry, { getContent: (/** @type {any} */ callback) => callback(undefined) }))?.();
  }
  const sized = (/** @type {string} */ url, size = 4) => entryOf({ url: `https://a.example/${url}`, size, age: 1000 });

  it('is found by its address, if it has the length that was told', async () => {
    const entry = sized('1');
    noteReply(entry);
    assert.equal(await found(entry, { 'https://a.example/1': 'text' }), 'text');
    assert.equal(await found(entry, { 'https://a.example/1': 'other' }), null);
    assert.equal(await found(entry, { 'https://a.example/2': 'text' }), null);
  });
  it('is not another one’s of the same address', async () => {
    const entry = sized('3');
    noteReply(entry);
    noteReply(entryOf({ url: 'https://a.example/3', size: 4 }));
    assert.equal(await found(entry, { 'https://a.example/3': 'text' }), null);
    const twin = sized('4');
    noteReply(twin);
    noteReply({ ...twin });
    assert.equal(await found(twin, { 'https://a.example/4': 'text' }), null);
  });
});

describe('bytes that came as characters', () => {
  const asUnits = (/** @type {string} */ hex) => Buffer.from(hex, 'hex').toString('latin1');

  it('are read as GBK or UTF-16', () => {
    const gbk = asUnits('7b226d223a22c8a8cfde227d');
    assert.equal(fromBytes(gbk, gbk.length), '{"m":"权限"}');
    const marked = asUnits('fffe7b007d00');
    assert.equal(fromBytes(marked, marked.length), '{}');
  });
  it('stay where they are none', () => {
    for (const text of ['plain', 'élan vital', '权限', '{"m":"café"}'])
      assert.equal(fromBytes(text, Buffer.byteLength(text)), text);
    const latin = asUnits('636166e922');
    assert.equal(fromBytes(latin, latin.length), latin, 'no GBK');
  });
});

describe('messages', () => {
  it('of a stream read as they were sent', () => {
    const entry = entryOf({
      more: {
        _eventSourceMessages: [
          { time: 1, eventName: 'message', data: 'a' },
          { time: 2, eventName: 'error', data: 'b\nc' },
        ],
      },
    });
    assert.equal(streamText(entry), 'event: message\ndata: a\n\nevent: error\ndata: b\ndata: c\n\n');
    assert.equal(streamText(entryOf()), null);
  });
  it('of a socket have a side and a time', () => {
    const time = new Date(2026, 3, 11, 9, 5, 7, 42).getTime();
    const messages = socketMessages(
      entryOf({
        more: {
          _webSocketMessages: [
            { type: 'send', time: time / 1000, data: 'x' },
            { type: 'receive', time: time / 1000 + 1, data: 'y' },
          ],
        },
      }),
    );
    assert.equal(messages && conversation(messages), '09:05:07.042 ↑ x\n09:05:08.042 ↓ y');
    assert.equal(socketMessages(entryOf()), null);
  });
});

describe('an entry', () => {
  it('that comes by the event and from the list is one', () => {
    const told = new SeenEntries();
    assert.equal(told.addEarly('a', true), true);
    assert.equal(told.addEnded('a'), false);
    assert.equal(told.addEnded('a'), true, 'one more that looks alike');
    assert.equal(told.addEnded('b'), true);
    assert.equal(told.addEarly('b', true), false);
    assert.equal(told.addEarly('c', false), true);
    assert.equal(told.addEnded('c'), true, 'it had not ended');
  });
});

describe('a call that does not end', () => {
  /** A browser's list, and what is taken of it. */
  function watched() {
    const told = new SeenEntries();
    /** @type {{ url: string, meeting: any }[]} */
    const taken = [];
    const unfinished = new Unfinished(told, async (entry, /** @type {any} */ meeting) => {
      if (!meeting.isWanted()) return null;
      taken.push({ url: entry.request.url, meeting });
      return (await meeting.known()) ?? taken.length;
    });
    return { told, taken, unfinished };
  }
  const events = (/** @type {number} */ count) => ({
    _eventSourceMessages: Array.from({ length: count }, () => ({ time: 1, data: 'x' })),
  });

  it('is taken in once its page has had time to read it, and once', async () => {
    const { taken, unfinished } = watched();
    await unfinished.look([entryOf({ age: 100 })]);
    assert.equal(taken.length, 0);
    const entry = entryOf({ age: 5000 });
    await unfinished.look([entry]);
    await unfinished.look([entry]);
    assert.equal(taken.length, 1);
  });
  it('is left alone where it has not failed, or has ended', async () => {
    const { told, taken, unfinished } = watched();
    const ended = entryOf({ age: 5000 });
    told.addEnded(SeenEntries.key(ended));
    await unfinished.look([entryOf({ age: 5000, status: 200 }), entryOf({ age: 5000, status: 0 }), ended]);
    assert.deepEqual(taken, []);
  });
  it('keeps its row as it goes on, and leaves it to what ends it', async () => {
    const { taken, unfinished } = watched();
    const entry = entryOf({ age: 100, status: 200, more: events(1) });
    await unfinished.look([entry]);
    await unfinished.look([{ ...entry, ...events(2) }]);
    assert.equal(taken.length, 2);
    assert.equal(await taken[1]?.meeting.known(), 1);
    assert.equal(await unfinished.claim(SeenEntries.key(entry)), 1);
    assert.equal(await unfinished.claim(SeenEntries.key(entry)), null);
  });
});

describe('the next look at the browser’s list', () => {
  it('comes soon while something happens, later when it is quiet, and then not at all', () => {
    const waits = [0, 59_000, 61_000, 299_000, 301_000].map((quiet) => nextLook({ shown: true, quiet, cost: 0 }));
    assert.deepEqual(waits, [1500, 1500, 10_000, 10_000, null]);
    assert.deepEqual(
      [0, 61_000].map((quiet) => nextLook({ shown: false, quiet, cost: 0 })),
      [15_000, null],
    );
  });
  it('takes no more than a fiftieth of the time, and none that is felt', () => {
    assert.equal(nextLook({ shown: true, quiet: 0, cost: 100 }), 5000);
    assert.equal(nextLook({ shown: true, quiet: 0, cost: 1001 }), null);
  });
  it('is brought about by a person at the panel, once a second at most', async (test) => {
    test.mock.timers.enable({ apis: ['setTimeout', 'Date'], now: 1_000_000 });
    let looks = 0;
    const watch = new Watch(async () => {
      looks += 1;
    });
    const turn = () => new Promise((resolve) => setImmediate(resolve));
    for (let n = 0; n < 10; n += 1) watch.person();
    await turn();
    assert.equal(looks, 1);
    test.mock.timers.tick(1200);
    watch.person();
    await turn();
    assert.equal(looks, 2);
  });
  it('waits for a lull in the calls', async (test) => {
    test.mock.timers.enable({ apis: ['setTimeout', 'Date'], now: 1_000_000 });
    let looks = 0;
    const watch = new Watch(async () => {
      looks += 1;
    });
    watch.wake();
    watch.person();
    const pass = async (/** @type {number} */ ms) => {
      test.mock.timers.tick(ms);
      await new Promise((resolve) => setImmediate(resolve));
    };
    await pass(400);
    watch.wake();
    await pass(100);
    assert.equal(looks, 0);
    await pass(500);
    assert.equal(looks, 1);
  });
  it('ends by itself', async (test) => {
    test.mock.timers.enable({ apis: ['setTimeout', 'Date'], now: 1_000_000 });
    let looks = 0;
    const watch = new Watch(async () => {
      looks += 1;
    });
    watch.show(true);
    for (let second = 0; second < 600; second += 1) {
      test.mock.timers.tick(1000);
      await new Promise((resolve) => setImmediate(resolve));
    }
    assert.ok(looks > 40 && looks < 75, `${looks} looks`);
    const before = looks;
    test.mock.timers.tick(600_000);
    assert.equal(looks, before, 'an idle panel asks nothing');
  });
});
