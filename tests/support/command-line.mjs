// The command line's answer, for the others to be held against.
import { spawnSync } from 'node:child_process';
import { commandLine } from './paths.mjs';

/**
 * @param {string} text
 * @param {'en' | 'zh-CN'} [lang]
 * @returns {any} an Answer
 */
export function diagnose(text, lang = 'en') {
  return JSON.parse(run(text, '--json', '--lang', lang));
}

/**
 * @param {string} text
 * @param {...string} options
 * @returns {string} what `scopelens diagnose` prints; it ends with 1 where something was refused
 */
export function run(text, ...options) {
  const { status, stdout, stderr } = spawnSync(commandLine, ['diagnose', ...options, '-'], {
    input: text,
    encoding: 'utf8',
    maxBuffer: 64 << 20,
  });
  if (status !== 0 && status !== 1) throw new Error(`scopelens ended with ${status}: ${stderr}`);
  return stdout;
}

/**
 * @param {string} file
 * @returns {any} what `scopelens har` finds in a HAR file
 */
export function har(file) {
  const { status, stdout, stderr } = spawnSync(commandLine, ['har', '--json', '--lang', 'en', file], {
    encoding: 'utf8',
    maxBuffer: 64 << 20,
  });
  if (status !== 0 && status !== 1) throw new Error(`scopelens ended with ${status}: ${stderr}`);
  return JSON.parse(stdout);
}

/** Every address that an answer leads to. @param {any} value @returns {string[]} */
export function addressesIn(value) {
  if (typeof value !== 'object' || value === null) return [];
  const own = typeof value.url === 'string' && 'host' in value ? [value.url] : [];
  return [...new Set([...own, ...Object.values(value).flatMap(addressesIn)])];
}
