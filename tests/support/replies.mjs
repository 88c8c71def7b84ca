// The two kinds of reply that cross the engine's border.
import assert from 'node:assert/strict';

/** @param {string} reply @returns {any} what a good one holds */
export function ok(reply) {
  const { ok: value, error } = JSON.parse(reply);
  assert.equal(error, undefined, reply.slice(0, 300));
  return value;
}

/** A bad input's: tagged, with a message for people. @param {string} reply */
export function assertTagged(reply) {
  const { ok: value, error } = JSON.parse(reply);
  assert.equal(value, undefined, reply.slice(0, 300));
  assert.equal(error.kind, 'bad-input');
  assert.match(error.message, /\w+ \w+/);
}
