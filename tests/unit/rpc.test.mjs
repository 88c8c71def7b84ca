// Calls between the extension's parts: what arrives is checked, what is asked is answered, and nothing else is.
import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { NO_TALLY, DEVTOOLS, PANEL } from '../../extension/core/messages.js';
import { client, messageOf, receive, serve } from '../../extension/core/rpc.js';

/** @import { DevtoolsCalls, PanelCalls } from '../../extension/core/messages.js' */
/** @import { Client, Handlers } from '../../extension/core/rpc.js' */

/** @type {BroadcastChannel[]} */
let channels = [];
const openChannel = () => {
  const channel = new BroadcastChannel('scopelens-test');
  channels.push(channel);
  return channel;
};
afterEach(() => {
  for (const channel of channels) channel.close();
  channels = [];
});

/** @returns {Client<DevtoolsCalls>} */
const devtoolsClient = () => client(openChannel(), 'devtools');

/** @type {Handlers<DevtoolsCalls>} */
const failing = /** @type {any} */ (
  Object.fromEntries(
    Object.keys(DEVTOOLS).map((name) => [
      name,
      () => {
        throw new Error(`${name} was not meant`);
      },
    ]),
  )
);

/** @param {Partial<Handlers<DevtoolsCalls>>} handlers */
const serveDevtools = (handlers) => serve(openChannel(), 'devtools', DEVTOOLS, { ...failing, ...handlers });

/** A promise, and the function that settles it. @returns {{ promise: Promise<unknown>, settle: (value: unknown) => void }} */
function settled() {
  let settle = (/** @type {unknown} */ _value) => {};
  const promise = new Promise((resolve) => {
    settle = resolve;
  });
  return { promise, settle };
}

describe('a question', () => {
  it('is answered with what its handler gives', async () => {
    serveDevtools({ reveal: async ({ id, part, index }) => `${id} ${part} ${index}` });
    assert.equal(await devtoolsClient().request('reveal', { id: 7, part: 'url', index: 0 }), '7 url 0');
  });

  it('fails with the words of the handler that fails', async () => {
    serveDevtools({ curl: () => Promise.reject(new Error('this call has fallen out of the list')) });
    await assert.rejects(devtoolsClient().request('curl', { id: 7 }), /^Error: this call has fallen out of the list$/);
  });

  it('fails where its name is unknown, or a member of every object', async () => {
    serveDevtools({});
    const ask = /** @type {(name: string, params: object) => Promise<unknown>} */ (
      /** @type {any} */ (devtoolsClient().request)
    );
    for (const name of ['sheet', 'toString', 'constructor', '__proto__', ''])
      await assert.rejects(ask(name, {}), { message: `no call is named ${name}` });
  });

  it('fails where its parameters have another form, and no handler runs', async () => {
    serveDevtools({});
    const ask = /** @type {(name: string, params: any) => Promise<unknown>} */ (
      /** @type {any} */ (devtoolsClient().request)
    );
    for (const params of [undefined, null, [], {}, { id: '7' }, { id: -1 }, { id: 1.5 }, { id: NaN }])
      await assert.rejects(ask('details', params), { message: 'the parameters of details have another form' });
  });

  it('gets its own answer, whichever comes first', async () => {
    const first = settled();
    serveDevtools({
      curl: async ({ id }) => {
        if (id === 1) await first.promise;
        return `curl ${id}`;
      },
    });
    const asking = devtoolsClient();
    const slow = asking.request('curl', { id: 1 });
    assert.equal(await asking.request('curl', { id: 2 }), 'curl 2');
    first.settle(null);
    assert.equal(await slow, 'curl 1');
  });
});

describe('a message without a reply', () => {
  it('reaches whom it is meant for, and nobody else', async () => {
    /** @type {Client<PanelCalls>} */
    const panel = client(openChannel(), 'panel');
    const heard = settled();
    /** @type {unknown[]} */
    const strays = [];
    receive(openChannel(), 'devtools', PANEL, (message) => strays.push(message));
    receive(openChannel(), 'panel', PANEL, heard.settle);
    panel.notify('dropped', { below: 7, tally: NO_TALLY });
    assert.deepEqual(await heard.promise, { name: 'dropped', params: { below: 7, tally: NO_TALLY } });
    assert.deepEqual(strays, []);
  });
});

describe('what the devtools page takes', () => {
  /** @type {[string, unknown][]} */
  const right = [
    ['sync', {}],
    ['pause', { on: true }],
    ['limit', { rows: 5 }],
    ['importFiles', { files: [] }],
    ['importFiles', { files: [new File(['{}'], 'a.har')] }],
    ['body', { id: 1, side: 'response', secret: false }],
    ['reveal', { id: 1, part: 'requestHeaders', index: 3 }],
    ['comparePlan', { before: {} }],
    ['find', { text: 'a', ids: [1, 2] }],
    ['exportHar', { ids: [] }],
  ];
  for (const [name, params] of right)
    it(`is ${name} ${JSON.stringify(params)}`, () =>
      assert.deepEqual(messageOf(DEVTOOLS, { name, params }), { name, params }));

  /** @type {[string, unknown][]} */
  const odd = [
    ['sync', undefined],
    ['pause', {}],
    ['pause', { on: 1 }],
    ['limit', { rows: 0 }],
    ['limit', { rows: '5' }],
    ['importFiles', { files: ['a'] }],
    ['importFiles', {}],
    ['body', { id: 1, side: 'both', secret: true }],
    ['body', { id: 1, side: 'request' }],
    ['reveal', { id: 1, part: 'body', index: 0 }],
    ['reveal', { id: 1, part: 'url', index: '0' }],
    ['comparePlan', { before: null }],
    ['find', { text: 'a', ids: ['1'] }],
    ['find', { text: 7, ids: [] }],
    ['exportHar', { ids: 1 }],
  ];
  for (const [name, params] of odd)
    it(`is not ${name} ${JSON.stringify(params)}`, () => assert.throws(() => messageOf(DEVTOOLS, { name, params })));
  for (const value of [null, undefined, 'sync', 7, ['sync'], {}, { name: ['sync'], params: {} }])
    it(`is not ${JSON.stringify(value)}`, () => assert.throws(() => messageOf(DEVTOOLS, value), { name: 'CallError' }));
});

describe('what the panel takes', () => {
  const row = {
    id: 1,
    at: 1.5,
    method: 'GET',
    host: 'api.dingtalk.com',
    path: '/',
    status: 403,
    bodyState: 'whole',
    failed: false,
    source: null,
    verdict: 'refused',
    label: '',
    platform: null,
    name: null,
    scopes: [],
    cause: '',
    soft: null,
    quoted: false,
  };
  /** @param {object} changes */
  const withRow = (changes) => ({ name: 'rows', params: { rows: [{ ...row, ...changes }], tally: NO_TALLY } });

  it('is a row', () => assert.equal(messageOf(PANEL, withRow({})).name, 'rows'));
  for (const changes of [
    { id: '1' },
    { at: NaN },
    { bodyState: 'half' },
    { verdict: 'granted' },
    { scopes: [1] },
    { scopes: 'a' },
    { source: undefined },
  ])
    it(`is no row with ${JSON.stringify(changes)}`, () => assert.throws(() => messageOf(PANEL, withRow(changes))));

  it('is the progress of an import', () => {
    const importing = { file: 'a', done: 1, size: 2, rows: 0, faults: [], more: 0, lacks: [], ended: false };
    const fault = { file: 'a', index: null, why: 'stops' };
    for (const faults of [[], [fault], [{ ...fault, index: 3 }]])
      messageOf(PANEL, { name: 'tally', params: { tally: { ...NO_TALLY, importing: { ...importing, faults } } } });
    for (const changes of [{ done: '1' }, { faults: [{}] }, { lacks: [{ file: 'a' }] }, { ended: 'no' }])
      assert.throws(() =>
        messageOf(PANEL, {
          name: 'tally',
          params: { tally: { ...NO_TALLY, importing: { ...importing, ...changes } } },
        }),
      );
  });
});
