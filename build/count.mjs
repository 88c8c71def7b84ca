// How many tests passed and failed, by the closing lines of the runners in a log.
// Usage: node build/count.mjs LOG, which prints "PASSED FAILED".
import { readFile } from 'node:fs/promises';

/** Each runner's words. @type {{passed: RegExp, failed: RegExp}[]} */
const runners = [
  { passed: /^(?:ℹ|#) pass (\d+)$/gm, failed: /^(?:ℹ|#) fail (\d+)$/gm },
  { passed: /Summary \[.*?\b(\d+) passed/g, failed: /Summary \[.*?\b(\d+) failed/g },
  { passed: /^test result: .*? (\d+) passed/gm, failed: /^test result: .*? (\d+) failed/gm },
];

/** @param {string} log @returns {{passed: number, failed: number}} */
export function countTests(log) {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: terminals' colours begin with one
  const plain = log.replace(/\x1b\[[\d;]*m/g, '');
  const sum = (/** @type {RegExp} */ pattern) =>
    [...plain.matchAll(pattern)].reduce((total, match) => total + Number(match[1]), 0);
  return {
    passed: runners.reduce((total, runner) => total + sum(runner.passed), 0),
    failed: runners.reduce((total, runner) => total + sum(runner.failed), 0),
  };
}

if (import.meta.filename === process.argv[1]) {
  const { passed, failed } = countTests(await readFile(process.argv[2] ?? '', 'utf8'));
  console.log(passed, failed);
}
