// What can be promised of the sources by reading them.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { filesIn, jsonOf, occurrences, textOf } from '../support/tree.mjs';

const scripts = filesIn('extension', /\.js$/);
const isTest = (/** @type {string} */ file) => /\/(tests|proofs)(\.rs$|\/)/.test(file);
/** What runs in the browser: the command line and the build are no part of it. */
const engine = ['engine', 'har', 'model', 'redact', 'render', 'text', 'wasm']
  .flatMap((name) => filesIn(`crate/${name}/src`, /\.rs$/))
  .filter((file) => !isTest(file));

describe('the extension', () => {
  it('builds nodes, never markup', () => {
    assert.deepEqual(
      occurrences(
        scripts,
        /innerHTML|outerHTML|insertAdjacentHTML|document\.write|setHTMLUnsafe|createContextualFragment|DOMParser|srcdoc/,
      ),
      [],
    );
  });

  it('makes no code of text', () => {
    assert.deepEqual(occurrences(scripts, /(?<!inspectedWindow\.)\beval\s*\(|\bnew\s+Function\b|javascript:/), []);
  });

  it('asks the inspected page one thing, which is written down', () => {
    const asking = scripts.filter((file) => /inspectedWindow\.eval/.test(textOf(file)));
    assert.deepEqual(asking, ['extension/devtools/navigation.js']);
    assert.deepEqual(occurrences(asking, /inspectedWindow\.eval\((?!QUESTION,)/), []);
    assert.match(
      textOf('extension/devtools/navigation.js'),
      /const QUESTION = '\[performance\.timeOrigin, Date\.now\(\) - performance\.now\(\)\]';/,
    );
  });

  it('speaks to nobody, and fetches its own files alone', () => {
    assert.deepEqual(
      occurrences(
        scripts,
        /XMLHttpRequest|WebSocket|WebTransport|EventSource|sendBeacon|RTCPeerConnection|new Image\b/,
      ),
      [],
    );
    assert.deepEqual(occurrences(scripts, /\bfetch\s*\(\s*(?!chrome\.runtime\.getURL\()/), []);
    // No policy holds these back.
    assert.deepEqual(
      occurrences(filesIn('extension', /\.(js|html)$/), /\b(preconnect|dns-prefetch|prefetch|prerender)\b/),
      [],
    );
  });

  it('runs only in worlds of its own', () => {
    assert.deepEqual(
      occurrences(scripts, /world:\s*['"]MAIN|postMessage\(.*['"]\*['"]|onMessageExternal|onConnectExternal/),
      [],
    );
  });

  it('says the same things in both languages', () => {
    const [en, zh] = ['en', 'zh_CN'].map((lang) => jsonOf(`extension/_locales/${lang}/messages.json`));
    assert.deepEqual(Object.keys(zh).sort(), Object.keys(en).sort());
    const holes = (/** @type {any} */ entry) =>
      [...entry.message.matchAll(/\$\w+\$?/g)].map((match) => match[0].toLowerCase()).sort();
    for (const key of Object.keys(en)) {
      assert.deepEqual(holes(zh[key]), holes(en[key]), key);
      assert.ok(zh[key].message.trim() && en[key].message.trim(), key);
    }
  });

  it('uses every message', () => {
    const used = filesIn('extension', /\.(js|html|json)$/)
      .filter((file) => !file.includes('_locales'))
      .map(textOf)
      .join('\n');
    const heads = [...used.matchAll(/`(\w+_)\$\{/g)].map((match) => match[1] ?? '');
    const tails = [...used.matchAll(/\$\{[\w.]+\}(_\w+)`/g)].map((match) => match[1] ?? '');
    const isMade = (/** @type {string} */ key) =>
      heads.some((head) => key.startsWith(head)) || tails.some((tail) => key.endsWith(tail));
    const unused = Object.keys(jsonOf('extension/_locales/en/messages.json')).filter(
      (key) => !used.includes(key) && !isMade(key),
    );
    assert.deepEqual(unused, []);
  });
});

describe('the engine', () => {
  it('touches neither network, files, clock nor environment', () => {
    assert.deepEqual(occurrences(engine, /std::(net|fs|env|process|thread)\b|SystemTime|Instant::now|\brand::/), []);
  });

  it('knows wasm_bindgen in one file', () => {
    const knowing = engine.filter((file) => textOf(file).includes('wasm_bindgen'));
    assert.deepEqual(knowing, ['crate/wasm/src/border.rs']);
  });

  it('names wasm-bindgen’s version in the lock file alone', () => {
    const version = /name = "wasm-bindgen"\nversion = "(.+)"/.exec(textOf('Cargo.lock'))?.[1] ?? '';
    assert.match(version, /^\d+\.\d+\.\d+$/);
    const others = filesIn('.', /\.(toml|sh|mjs|json|md|rs)$/).filter((file) => file !== 'package-lock.json');
    assert.deepEqual(
      others.filter((file) => textOf(file).includes(version)),
      [],
    );
  });
});

describe('the tests', () => {
  // The one tool that waits, and limits after which what hangs is given up.
  const timed = ['clients/until.mjs', 'clients/process.mjs', 'drivers/firefox-chrome.mjs'].map(
    (file) => `tests/e2e/${file}`,
  );
  const files = filesIn('tests', /\.(mjs|js|html)$/).filter((file) => !file.startsWith('tests/bench/'));

  it('wait for what happens, never for a time', () => {
    const others = files.filter((file) => !timed.includes(file));
    assert.deepEqual(occurrences(others, /\bsetTimeout\s*\(|timers\/promises|\bAtomics\.wait/), []);
  });

  it('judge no time by the clock on the wall', () => {
    const suites = files.filter((file) => file.endsWith('.test.mjs'));
    assert.deepEqual(occurrences(suites, /\bperformance\.now\(|\bhrtime\b/), []);
  });
});

describe('the tree', () => {
  const written = filesIn('.', /\.(rs|js|mjs|html|css|sh)$|^build\.sh$/);

  it('keeps its files small', () => {
    const long = written
      .map((file) => ({ file, lines: textOf(file).split('\n').length - 1 }))
      .filter(({ lines }) => lines > 400);
    assert.deepEqual(long, []);
  });

  it('leaves nothing for later', () => {
    const marker = new RegExp(`(//|#|\\*|<!--).*\\b(${['TO' + 'DO', 'FIX' + 'ME', 'HA' + 'CK'].join('|')})\\b`);
    assert.deepEqual(occurrences(written, marker), []);
  });
});
