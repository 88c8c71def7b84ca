import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { countTests } from '../../build/count.mjs';

describe('countTests', () => {
  it('reads node’s closing lines', () => {
    assert.deepEqual(countTests('ℹ tests 9\nℹ pass 7\nℹ fail 2\n'), { passed: 7, failed: 2 });
  });
  it('reads nextest’s, coloured', () => {
    assert.deepEqual(countTests('\x1b[32m     Summary\x1b[0m [   0.4s] 41 tests run: 40 passed, 1 failed, 2 skipped'), {
      passed: 40,
      failed: 1,
    });
  });
  it('adds up cargo’s', () => {
    const line = 'test result: ok. 3 passed; 0 failed; 0 ignored\n';
    assert.deepEqual(countTests(line + line), { passed: 6, failed: 0 });
  });
  it('counts nothing in other words', () => {
    assert.deepEqual(countTests('12 passed the door, 3 failed'), { passed: 0, failed: 0 });
  });
});
