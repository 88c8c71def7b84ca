import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isOlder, minimumOf, versionIn } from '../../build/browser-version.mjs';
import { jsonOf, textOf } from '../support/tree.mjs';

describe('versionIn', () => {
  /** @type {['chromium' | 'firefox', string, string | undefined][]} */
  const said = [
    ['chromium', 'Chromium 148.0.7778.56 built on Debian GNU/Linux 12 (bookworm)\n', '148.0.7778.56'],
    ['chromium', 'Google Chrome 128.0.6613.84 \n', '128.0.6613.84'],
    ['chromium', 'Google Chrome for Testing 131.0.6778.204', '131.0.6778.204'],
    ['chromium', 'Microsoft Edge 130.0.2849.46', '130.0.2849.46'],
    ['chromium', '[12:34:0101/1.5:ERROR:bus.cc(9)] Failed 1.2.3\r\nChromium 150.0.1.2\r\n', '150.0.1.2'],
    ['chromium', 'Vivaldi 7.0.3495.6 stable', undefined],
    ['chromium', 'Mozilla Firefox 150.0', undefined],
    ['chromium', '', undefined],
    ['firefox', 'Mozilla Firefox 140.3.0esr\n', '140.3.0'],
    ['firefox', 'Mozilla Firefox 147.0b3', '147.0b3'],
    ['firefox', 'Mozilla Firefox Nightly 149.0a1', '149.0a1'],
    ['firefox', 'Chromium 150.0.1.2', undefined],
    ['firefox', 'firefox: line 3: exec: not found', undefined],
  ];
  for (const [browser, text, version] of said)
    it(`reads ${version ?? 'nothing'} in ${JSON.stringify(text)}`, () =>
      assert.equal(versionIn(browser, text), version));
});

describe('isOlder', () => {
  for (const [version, minimum] of [
    ['127.9.9', '128'],
    ['9.0', '147.0'],
    ['146.99', '147.0'],
    ['147.0b3', '147.0'],
    ['147.0a1', '147.0'],
    ['147.0', '147.0.1'],
  ]) {
    it(`${version} than ${minimum}`, () => assert.ok(isOlder(version ?? '', minimum ?? '')));
  }
  for (const [version, minimum] of [
    ['128.0', '128'],
    ['147.0', '147.0'],
    ['1000.0', '147.0'],
    ['147.0.1', '147.0'],
    ['148.0a1', '147.0'],
    ['147.1b1', '147.0'],
  ]) {
    it(`but not ${version} than ${minimum}`, () => assert.ok(!isOlder(version ?? '', minimum ?? '')));
  }
});

describe('minimumOf', () => {
  it('is what the manifests say, and what is told to people', async () => {
    const edits = jsonOf('extension/manifest/edits.json');
    const [chromium, firefox] = [await minimumOf('chromium'), await minimumOf('firefox')];
    assert.ok(
      edits.chrome.some(
        (/** @type {any} */ edit) => edit.path[0] === 'minimum_chrome_version' && edit.value === chromium,
      ),
    );
    assert.ok(edits.firefox.some((/** @type {any} */ edit) => edit.value.gecko?.strict_min_version === firefox));
    for (const file of ['README.md', 'README.zh-CN.md']) {
      assert.match(textOf(file), new RegExp(`Chrome[^\\n]*\\b${chromium}\\b`), file);
      assert.match(textOf(file), new RegExp(`Firefox ${firefox.replace(/\.0$/, '')}\\b`), file);
    }
  });
});
