// A body without a refusal: the search of the page's own string, beside what else could be done with it.
import { loadEngine, loadPrefilter } from './engine.js';
import { measureAll } from './measure.js';
import { replies } from './texts.js';

/** @import { Figure } from './measure.js' */

/** As many words as a person would search for. */
const WORDS = ['AccessTokenPermissionDenied', 'permission_violations', 'requiredScopes'];

/** @param {string} size @param {number} bytes @returns {Promise<Figure[]>} */
async function siftOf(size, bytes) {
  const prefilter = await loadPrefilter();
  const engine = await loadEngine();
  const figures = [];
  for (const { kind, text, bytes: exact } of replies(bytes)) {
    if (prefilter.mayRefuse(text)) throw new Error(`a refusal was found in ${size}, ${kind}`);
    const calls = {
      'JSON.parse': () => JSON.parse(text),
      'three includes': () => WORDS.map((word) => text.includes(word)),
      'sift by reference': () => prefilter.mayRefuse(text),
      'diagnose, copied into wasm': () => engine.diagnose(text, '{}'),
    };
    figures.push(...(await measureAll(`${size} without a refusal, ${kind}`, calls, exact)));
  }
  return figures;
}

export const smallBody = () => siftOf('2 KB', 2_000);
export const longBody = () => siftOf('10 MB', 10_000_000);
