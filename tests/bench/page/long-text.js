// Ten megabytes of JSON without a refusal, once in Latin letters alone and once with Chinese: the browsers keep the two differently.
import { loadGlue } from './engine.js';
import { measureAll } from './measure.js';

const BYTES = 10_000_000;

/** As many words as a person would search for. */
const WORDS = ['AccessTokenPermissionDenied', 'permission_violations', 'requiredScopes'];

/** @param {number} i @param {string} remark */
const record = (i, remark) => {
  const id = (Math.imul(i, 2_654_435_761) >>> 0).toString(16).padStart(8, '0');
  return JSON.stringify({
    id, code: 0, name: `order ${i}`, status: 'done', amount: (i % 99_991) / 100, created: `2026-11-22T10:${10 + (i % 50)}:00Z`,
    path: `/v1.0/orders/${id}/items`, owner: { id: i * 7, mail: `user${i}@example.com`, admin: false }, tags: ['new', 'paid'], remark,
  });
};

/** @param {string} remark @returns {{text: string, bytes: number}} */
function textOf(remark) {
  const size = new TextEncoder().encode(record(10_000, remark)).length + 1;
  const text = `[${Array.from({ length: Math.ceil(BYTES / size) }, (_, i) => record(i, remark)).join(',')}]`;
  return { text, bytes: new TextEncoder().encode(text).length };
}

/** @returns {Promise<import('./measure.js').Figure[]>} */
export async function longText() {
  const glue = await loadGlue();
  const figures = [];
  for (const [kind, remark] of /** @type {[string, string][]} */ ([['Latin', 'ring twice'], ['with Chinese', '请放门口']])) {
    const { text, bytes } = textOf(remark);
    const calls = {
      'JSON.parse': () => JSON.parse(text),
      'three includes': () => WORDS.map(word => text.includes(word)),
      'diagnose, copied into wasm': () => glue.diagnose(text, '{}'),
    };
    figures.push(...(await measureAll(`10 MB without a refusal, ${kind}`, calls, bytes)));
  }
  return figures;
}
