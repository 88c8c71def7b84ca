// Where things stand in the tree.
import path from 'node:path';

export const root = path.resolve(import.meta.dirname, '../..');

/** @param {...string} parts @returns {string} an absolute path */
export const at = (...parts) => path.join(root, ...parts);

export const browsers = /** @type {const} */ (['chrome', 'firefox']);
export const commandLine = at('target/release/scopelens');
