// The files of the tree and of the built packages.
import { readdirSync, readFileSync } from 'node:fs';
import { at, root } from './paths.mjs';
import path from 'node:path';

const left = new Set(['.git', 'target', 'dist']);

/**
 * Every file below a folder of the tree, by its path from the top, sorted.
 * @param {string} folder @param {RegExp} [name]
 * @returns {string[]}
 */
export function filesIn(folder, name = /./) {
  const found = readdirSync(at(folder), { withFileTypes: true }).flatMap((entry) => {
    const file = path.posix.join(folder, entry.name);
    const isLeft = entry.name === 'node_modules' || (folder === '.' && left.has(entry.name));
    if (entry.isDirectory()) return isLeft ? [] : filesIn(file, name);
    return name.test(entry.name) ? [file] : [];
  });
  return found.sort();
}

/** @param {string} file @returns {string} */
export const textOf = (file) => readFileSync(path.join(root, file), 'utf8');

/** @param {string} file @returns {any} */
export const jsonOf = (file) => JSON.parse(textOf(file));

/**
 * Where a pattern occurs, as "file:line: text".
 * @param {string[]} files @param {RegExp} pattern
 * @returns {string[]}
 */
export function occurrences(files, pattern) {
  return files.flatMap((file) =>
    textOf(file)
      .split('\n')
      .flatMap((line, at) => (pattern.test(line) ? [`${file}:${at + 1}: ${line.trim()}`] : [])),
  );
}
