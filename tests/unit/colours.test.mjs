// The contrast of our colours, light and dark, as WCAG 2.2 reckons it.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { filesIn, occurrences, textOf } from '../support/tree.mjs';

const TEXT = 4.5;
const SHAPE = 3;

/** What is written on what. @type {[string, string[]][]} */
const texts = [
  ['ink', ['paper', 'raised', 'brand-tint', 'refused-tint', 'lookalike-tint', 'calm-tint', 'found']],
  ['soft', ['paper', 'raised', 'brand-tint', 'refused-tint']],
  ['brand', ['paper', 'raised', 'refused-tint']],
  ['brand-ink', ['brand']],
  ['refused', ['paper', 'raised', 'refused-tint']],
  ['lookalike', ['paper', 'raised', 'lookalike-tint']],
  ['calm', ['paper', 'raised', 'calm-tint']],
  ['name', ['paper', 'raised']],
];
/** What is a shape or a ring around the focus. @type {[string, string[]][]} */
const shapes = [
  ['brand', ['paper', 'raised', 'brand-tint', 'refused-tint']],
  ['soft', ['paper', 'raised']],
];

/** @type {Map<string, [string, string]>} light and dark, by name */
const colours = new Map(
  [...textOf('extension/core/colours.css').matchAll(/--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g)].map(
    ([, name = '', light = '', dark = '']) => [name, [light, dark]],
  ),
);

/** @param {string} colour @returns {number} */
function luminance(colour) {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** @param {string} one @param {string} other */
function contrast(one, other) {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** @param {[string, string[]][]} pairs @param {number} least */
function tooWeak(pairs, least) {
  return pairs.flatMap(([front, backs]) =>
    backs.flatMap((back) =>
      [0, 1].flatMap((theme) => {
        const [one, other] = [colours.get(front)?.[theme] ?? '', colours.get(back)?.[theme] ?? ''];
        const ratio = contrast(one, other);
        return ratio >= least ? [] : [`${front} on ${back}, ${theme ? 'dark' : 'light'}: ${ratio.toFixed(2)}`];
      }),
    ),
  );
}

describe('the colours', () => {
  it('are reckoned right', () => {
    assert.equal(contrast('#000000', '#ffffff').toFixed(2), '21.00');
    assert.equal(contrast('#777777', '#ffffff').toFixed(2), '4.48');
  });
  it('let text be read on every ground it stands on', () => assert.deepEqual(tooWeak(texts, TEXT), []));
  it('let shapes and the focus be seen', () => assert.deepEqual(tooWeak(shapes, SHAPE), []));
  it('stand in one file', () => {
    const others = filesIn('extension', /\.css$/).filter((file) => file !== 'extension/core/colours.css');
    assert.deepEqual(occurrences(others, /light-dark\(|#[0-9a-f]{3,8}\b\s*[;,)]/i), []);
  });
});
