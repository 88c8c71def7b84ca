// Who may tell the background what: each sender against each message, and what is wrong in shape.
import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { TEXT_CAP, isReading } from '../../extension/core/messages.js';
import { believed, tierOf } from '../../extension/core/trust.js';

const HOME = 'chrome-extension://ours/';

before(() => {
  Object.assign(globalThis, {
    chrome: { runtime: { id: 'ours', getURL: (/** @type {string} */ path) => HOME + path } },
  });
});

const tab = /** @type {any} */ ({ id: 7 });
const script = { id: 'ours', url: 'https://page.example/a', tab, frameId: 0 };
const devtools = { id: 'ours', url: `${HOME}devtools/devtools.html` };
const page = { id: 'ours', url: `${HOME}popup/popup.html` };

const messages = {
  handover: { name: 'handover', params: { text: 'a' } },
  waiting: { name: 'waiting', params: {} },
  badge: { name: 'badge', params: { tabId: 7, count: 3 } },
};

/** @type {[string, any][]} */
const strangers = [
  ['nobody', undefined],
  ['a sender of which nothing is known', {}],
  ['another extension', { ...script, id: 'theirs' }],
  ['another extension’s devtools page', { id: 'theirs', url: 'chrome-extension://theirs/devtools/devtools.html' }],
  ['another extension with our address', { ...devtools, id: 'theirs' }],
  ['a native program', { nativeApplication: 'program' }],
  ['a script without an address', { ...script, url: undefined }],
  ['a script with an address that is none', { ...script, url: 7 }],
  ['a script in no tab', { ...script, tab: undefined }],
  ['a script in a tab without a number', { ...script, tab: {} }],
  ['a script in no frame', { ...script, frameId: undefined }],
];

describe('who sent a message', () => {
  for (const [who, sender] of strangers) {
    it(`is nobody we know: ${who}`, () => {
      assert.equal(tierOf(sender), null);
      for (const message of Object.values(messages)) assert.equal(believed(message, sender), null);
    });
  }
  it('is our script, our devtools page or a page of ours', () => {
    assert.deepEqual([script, devtools, page].map(tierOf), ['script', 'devtools', 'page']);
  });
  it('is no devtools page by its looks', () => {
    const alike = [
      `${HOME}devtools/devtools.html?`,
      `${HOME}devtools/devtools.html#a`,
      `${HOME}DEVTOOLS/devtools.html`,
      `https://page.example/?${HOME}devtools/devtools.html`,
    ];
    for (const url of alike) assert.notEqual(tierOf({ ...script, url }), 'devtools', url);
    assert.equal(tierOf({ ...script, url: 'chrome-extension://ours.example/devtools/devtools.html' }), 'script');
  });
});

describe('what may be said', () => {
  it('is what the sender’s tier needs, and nothing else', () => {
    const allowed = [script, devtools, page].map((sender) =>
      Object.values(messages)
        .filter((message) => believed(message, sender))
        .map(({ name }) => name),
    );
    assert.deepEqual(allowed, [['handover', 'waiting'], ['badge'], []]);
  });

  const odd = [
    undefined,
    null,
    true,
    7,
    'handover',
    [],
    ['handover'],
    {},
    { name: null, params: {} },
    { name: 'toString', params: {} },
    { name: '__proto__', params: {} },
    { name: ['handover'], params: { text: 'a' } },
    { name: 'Handover', params: { text: 'a' } },
    { name: 'handover' },
    { name: 'handover', text: 'a' },
    { name: 'handover', params: ['a'] },
    { name: 'handover', params: { text: null } },
    { name: 'handover', params: { text: ['a'] } },
    { name: 'handover', params: { text: 'a'.repeat(TEXT_CAP + 1) } },
    { name: 'waiting' },
    { name: 'waiting', params: null },
    { name: 'diagnose', params: { text: 'a' } },
    { name: 'details', params: { id: 7 } },
  ];
  const wrong = [
    { tabId: '7' },
    { tabId: -1 },
    { tabId: 1.5 },
    { tabId: 2 ** 40 },
    { count: -1 },
    { count: 0.5 },
    { count: NaN },
    { count: Infinity },
    { count: 1e9 },
    { count: '3' },
    { count: null },
  ].map((part) => ({ name: 'badge', params: { ...messages.badge.params, ...part } }));
  for (const value of [...odd, ...wrong]) {
    it(`is not ${JSON.stringify(value)?.slice(0, 60)}`, () => {
      for (const sender of [script, devtools, page]) assert.equal(believed(value, sender), null);
    });
  }
});

describe('what a script in a page has read', () => {
  const reading = { text: 'a', total: 1, part: null, lack: 'empty', width: 800, height: 600.5, focused: true };
  it('is taken in its shape', () => assert.equal(isReading(reading), true));

  const bent = [
    null,
    undefined,
    'a',
    [],
    {},
    { ...reading, text: 1 },
    { ...reading, text: 'a'.repeat(TEXT_CAP + 1) },
    { ...reading, total: '1' },
    { ...reading, lack: 0 },
    { ...reading, part: undefined },
    { ...reading, part: 'bold' },
    { ...reading, lack: 'bold' },
    { ...reading, width: NaN },
    { ...reading, height: -1 },
    { ...reading, focused: undefined },
  ];
  for (const value of bent) {
    it(`is not ${JSON.stringify(value)?.slice(0, 90)}`, () => assert.equal(isReading(value), false));
  }
});
