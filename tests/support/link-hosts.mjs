// The hosts that a platform's links may lead to, as its data names them.
import { readFileSync } from 'node:fs';

/** @param {string} platform its id @returns {string[]} */
export function linkHosts(platform) {
  const file = new URL(`../../crate/platforms/${platform}/platform.json`, import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8')).link_hosts;
}
