// Texts without a refusal.

/** @param {number} i @param {string} remark */
const record = (i, remark) => {
  const id = (Math.imul(i, 2_654_435_761) >>> 0).toString(16).padStart(8, '0');
  return JSON.stringify({
    id,
    code: 0,
    name: `order ${i}`,
    status: 'done',
    amount: (i % 9_973) / 100,
    created: `2026-11-22T10:${10 + (i % 50)}:00Z`,
    path: `/v1.0/orders/${id}/items`,
    owner: { id: i * 7, mail: `user${i}@example.com`, admin: false },
    tags: ['new', 'paid'],
    remark,
  });
};

/** The browsers keep a text of Latin letters alone, and one with others, in different ways. */
const REMARKS = { Latin: 'ring twice', 'with Chinese': '请放门口' };

/**
 * A reply of many records, in both ways to keep it.
 * @param {number} size in bytes
 * @returns {{kind: string, text: string, bytes: number}[]}
 */
export function replies(size) {
  const bytesOf = (/** @type {string} */ text) => new TextEncoder().encode(text).length;
  return Object.entries(REMARKS).map(([kind, remark]) => {
    const length = bytesOf(record(10_000, remark)) + 1;
    const records = Array.from({ length: Math.ceil(size / length) }, (_, i) => record(i, remark));
    const text = `{"code":0,"items":[${records.join(',')}]}`;
    return { kind, text, bytes: bytesOf(text) };
  });
}
