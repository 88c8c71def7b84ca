// Which bodies the devtools page asks the browser for, with the engine that ships and a browser's network log that is played.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { until } from '../e2e/clients/until.mjs';
import { loadEngine } from '../support/engine.mjs';
import { at } from '../support/paths.mjs';

/** @type {(entry: any) => void} */
let hear = () => {};
/** @type {any[]} */
const told = [];
/** What the browser had before the devtools page was there. @type {any[]} */
const earlier = [];
/** @type {any} */
let recorder;
/** What storage holds. @type {Record<string, unknown>} */
let stored = {};
/** @type {((changes: object, area: string) => void)[]} */
const storageListeners = [];

/** The engine is there already; what compiles it ahead of time needs something to compile. */
const EMPTY_MODULE = 'data:application/wasm;base64,AGFzbQEAAAA=';

/** A file of the package. @param {string} file */
const addressOf = (file) =>
  file.startsWith('packs/') ? `data:;base64,${readFileSync(at('dist/chrome', file), 'base64')}` : EMPTY_MODULE;

const REFUSAL = JSON.stringify({
  code: 'Forbidden.AccessDenied.AccessTokenPermissionDenied',
  requestid: 'R',
  message: '没有调用该接口的权限',
  accessdenieddetail: { requiredScopes: ['Todo.Todo.Read'] },
});

/**
 * @param {string} url
 * @param {string} mime
 * @param {{status?: number, size?: number, text?: string, method?: string, time?: string}} [changes]
 */
function entryOf(
  url,
  mime,
  { status = 200, size = 100, text = '', method = 'GET', time = '2026-04-11T10:00:00.000Z' } = {},
) {
  const entry = {
    startedDateTime: time,
    request: { method, url, headers: [] },
    response: { status, headers: [], content: { mimeType: mime, size } },
    asked: 0,
    getContent(/** @type {(text: string, encoding: string) => void} */ callback) {
      entry.asked += 1;
      callback(text, '');
    },
  };
  return entry;
}

let marks = 0;

/**
 * Waits until all that was heard so far is dealt with: an entry that is told now is taken in after it, for each takes the same way
 * and this one the longest, to a row of its own. It is taken away again.
 */
async function settled() {
  const { generation, memory } = recorder;
  marks += 1;
  const url = `https://api.dingtalk.com/v1.0/last-${marks}`;
  hear(entryOf(url, 'application/json', { status: 403, text: REFUSAL, size: REFUSAL.length }));
  const row = await until('the last call', () =>
    recorder.memory.rows.find((/** @type {any} */ each) => url.endsWith(each.path)),
  );
  assert.deepEqual([recorder.generation, recorder.memory], [generation, memory]);
  memory.remove(row.id);
}

before(async () => {
  await loadEngine();
  const onRequestFinished = {
    addListener: (/** @type {typeof hear} */ listener) => {
      hear = listener;
    },
  };
  const storage = {
    local: { get: async () => stored },
    onChanged: { addListener: (/** @type {typeof storageListeners[0]} */ listener) => storageListeners.push(listener) },
  };
  Object.assign(globalThis, {
    chrome: {
      storage,
      // As in Firefox, whose list is asked for once: Chromium's is looked at for a minute more, for which the test would wait.
      runtime: { getURL: addressOf, getBrowserInfo: () => {} },
      devtools: { network: { onRequestFinished, getHAR: (/** @type {any} */ reply) => reply({ entries: earlier }) } },
    },
  });
  const module = (/** @type {string} */ name) => import(pathToFileURL(at('dist/chrome/devtools', name)).href);
  const [{ observeTraffic }, { Recorder }] = await Promise.all([module('traffic.js'), module('recorder.js')]);
  recorder = new Recorder(
    (/** @type {any} */ name, /** @type {any} */ params) => told.push({ name, ...params }),
    () => ({ lang: 'en' }),
  );
  earlier.push(
    entryOf('https://api.dingtalk.com/v1.0/early', 'application/json', {
      status: 403,
      size: REFUSAL.length,
      text: REFUSAL,
    }),
  );
  for (const status of [0, 403])
    earlier.push({
      ...entryOf(`https://api.dingtalk.com/v1.0/ends-later-${status}`, 'application/json', { status }),
      getContent: (/** @type {any} */ callback) => callback(null, ''),
    });
  observeTraffic(recorder);
  hear(
    entryOf('https://api.dingtalk.com/v1.0/early', 'application/json', {
      status: 403,
      size: REFUSAL.length,
      text: REFUSAL,
    }),
  );
  await settled();
});
after(() => {
  Reflect.deleteProperty(globalThis, 'chrome');
});

describe('the traffic of a page', () => {
  it('is heard once, though the browser tells it twice', () =>
    assert.equal(recorder.memory.rows.filter((/** @type {any} */ { path }) => path.endsWith('early')).length, 1));

  it('is heard to its end, though it was in the browser’s list before', async () => {
    for (const status of [0, 403])
      hear(
        entryOf(`https://api.dingtalk.com/v1.0/ends-later-${status}`, 'application/json', {
          status: 403,
          size: REFUSAL.length,
          text: REFUSAL,
        }),
      );
    await settled();
    const rows = recorder.memory.rows.filter((/** @type {any} */ { path }) => path.includes('ends-later'));
    assert.deepEqual(rows.map((/** @type {any} */ { path, verdict, bodyState }) => [path, verdict, bodyState]).sort(), [
      ['/v1.0/ends-later-0', 'refused', 'whole'],
      ['/v1.0/ends-later-403', 'refused', 'whole'],
    ]);
  });

  /** @type {[string, string, object?][]} */
  const others = [
    ['an image', 'image/png'],
    ['a drawing', 'image/svg+xml'],
    ['a style sheet', 'text/css'],
    ['a font', 'font/woff2'],
    ['a film', 'video/mp4'],
    ['a sound', 'audio/mpeg'],
    ['a move', 'text/html', { status: 302 }],
    ['what has no body', 'application/json', { status: 204 }],
    ['a download', 'application/json', { size: 50_000_000 }],
    ['a preflight', 'application/json', { method: 'OPTIONS' }],
  ];
  for (const [what, mime, changes] of others) {
    it(`is not asked for the body of ${what}`, async () => {
      for (const host of ['api.dingtalk.com', 'cdn.example']) {
        const entry = entryOf(`https://${host}/x`, mime, changes);
        hear(entry);
        await settled();
        assert.equal(entry.asked, 0);
      }
    });
  }

  it('is asked for the body of a script where that may be a reply: on a platform’s host, or short', async () => {
    const mime = 'application/javascript; charset=utf-8';
    const [long, short, own] = [
      ['cdn.example', 900_000],
      ['cdn.example', 100],
      ['api.dingtalk.com', 900_000],
    ].map(([host, size]) => entryOf(`https://${host}/x.js`, mime, { size: Number(size) }));
    for (const entry of [long, short, own]) hear(entry);
    await settled();
    assert.deepEqual([long?.asked, short?.asked, own?.asked], [0, 1, 1]);
  });

  it('is asked for the body of an error whatever type it bears', async () => {
    const entries = ['image/png', 'text/css', 'font/woff2', 'text/javascript'].map((mime) =>
      entryOf('https://cdn.example/x', mime, { status: 403, size: 900_000 }),
    );
    entries.forEach(hear);
    await settled();
    assert.deepEqual(
      entries.map((entry) => entry.asked),
      [1, 1, 1, 1],
    );
  });

  it('is asked for what may be a refusal, on any host and with any status', async () => {
    const before = recorder.memory.kept.size;
    const entries = ['https://api.dingtalk.com/v1.0/todo', 'https://gateway.example/wrapped'].flatMap((url) =>
      [200, 403].map((status) => entryOf(url, 'application/json', { status, text: REFUSAL, size: REFUSAL.length })),
    );
    entries.forEach(hear);
    await settled();
    assert.deepEqual(
      entries.map((entry) => entry.asked),
      [1, 1, 1, 1],
    );
    assert.equal(recorder.memory.kept.size, before + 4);
  });

  it('is asked for what a short script may say, and not for the body of a program', async () => {
    for (const mime of ['text/javascript', 'application/javascript; charset=utf-8']) {
      const [reply, program] = [900, 100_000].map((size) => entryOf('https://cdn.example/x.js', mime, { size }));
      hear(reply);
      hear(program);
      await settled();
      assert.deepEqual([reply?.asked, program?.asked], [1, 0]);
    }
  });

  it('is asked for a reply that has not changed, which Firefox has kept', async () => {
    const before = recorder.memory.kept.size;
    hear(entryOf('https://api.dingtalk.com/v1.0/kept', 'application/json', { status: 304, text: REFUSAL }));
    await settled();
    assert.equal(recorder.memory.kept.size, before + 1);
  });

  it('leaves no row for what is neither refused nor a platform’s', async () => {
    const { size } = recorder.memory.kept;
    const { unread } = recorder.tally;
    hear(entryOf('https://app.example/list', 'application/json', { text: '{"items":[]}', size: 12 }));
    await settled();
    assert.equal(recorder.memory.kept.size, size);
    assert.equal(recorder.tally.unread, unread + 1);
  });

  it('is left alone while paused, by when it began', async (test) => {
    const { size } = recorder.memory.kept;
    test.mock.timers.enable({ apis: ['Date'], now: Date.parse('2026-04-11T11:00:00.000Z') });
    recorder.pause(true);
    test.mock.timers.tick(10);
    const time = new Date().toISOString();
    test.mock.timers.tick(10);
    recorder.pause(false);
    test.mock.timers.reset();
    const entry = entryOf('https://api.dingtalk.com/v1.0/paused', 'application/json', {
      status: 403,
      text: REFUSAL,
      time,
    });
    hear(entry);
    await settled();
    assert.deepEqual([entry.asked, recorder.memory.kept.size], [0, size]);
  });

  it('is read by own rules from the moment they are stored', async () => {
    const text = JSON.stringify({ code: 'ACL_DENIED', scopes: ['orders:read'] });
    const rows = () =>
      told
        .flatMap(({ name, rows }) => (name === 'rows' ? rows : []))
        .filter(({ host }) => host.endsWith('acme.example'));
    const hosts = ['api.acme.example', 'shop.acme.example'];
    const play = async () => {
      for (const host of hosts)
        hear(entryOf(`https://${host}/v1`, 'application/json', { status: 403, size: text.length, text }));
      await settled();
    };
    await play();
    assert.equal(rows().length, 0);
    stored = { rules: JSON.stringify({ id: 'acme', hosts: ['api.acme.example'], rules: [{ codes: ['ACL_DENIED'] }] }) };
    for (const listener of storageListeners) listener({ rules: {} }, 'local');
    await play();
    assert.deepEqual(
      rows().map(({ host, platform, scopes }) => [host, platform, scopes]),
      hosts.map((host) => [host, 'acme', ['orders:read']]),
    );
    stored = {};
    for (const listener of storageListeners) listener({ rules: {} }, 'local');
    await play();
    assert.equal(rows().length, 2);
  });

  it('can be had back after it was cleared, with what came since', async () => {
    const { size } = recorder.memory.kept;
    recorder.clear();
    assert.equal(recorder.tally.cleared, size);
    hear(
      entryOf('https://api.dingtalk.com/v1.0/since', 'application/json', {
        status: 403,
        text: REFUSAL,
        size: REFUSAL.length,
      }),
    );
    await settled();
    assert.equal(recorder.memory.kept.size, 1);
    recorder.undo();
    assert.equal(recorder.memory.kept.size, size + 1);
    const { needs } = (await recorder.session.plan({ lang: 'en' })).apps[0];
    assert.ok(needs.length > 0, 'the plan is of all');
    assert.equal(recorder.tally.cleared, 0);
  });

  // What each costs is measured by `./build.sh bench`.
  it('keeps nothing of a flood that the head rules out, and asks for no body of it', async () => {
    const { size } = recorder.memory.kept;
    const entries = Array.from({ length: 20_000 }, (_, n) => entryOf(`https://cdn.example/${n}.png`, 'image/png'));
    entries.forEach(hear);
    await settled();
    assert.deepEqual([entries.filter((entry) => entry.asked).length, recorder.memory.kept.size], [0, size]);
  });
});
