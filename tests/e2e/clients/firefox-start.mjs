// What a Firefox compiles of itself at its first start. The ones after it begin with that, in half the time; of what a suite does
// nothing is in it.
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { at } from '../../support/paths.mjs';

const KEPT = at('target/firefox-start');

/** For which Firefox the rest is. Another one begins without it. */
const KIND = 'compatibility.ini';
const PARTS = [KIND, 'startupCache'];

/** @param {string} folder */
function kindIn(folder) {
  const file = path.join(folder, KIND);
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

/** @param {string} from @param {string} to */
function copy(from, to) {
  for (const part of PARTS) {
    const source = path.join(from, part);
    if (existsSync(source)) cpSync(source, path.join(to, part), { recursive: true });
  }
}

/** @param {string} profile a new one */
export const bringStart = (profile) => copy(KEPT, profile);

/** Is a start kept that is of use to the Firefox of a profile? @param {string} profile */
export const hasStart = (profile) => kindIn(profile) === kindIn(KEPT);

/** @param {string} profile of a Firefox that has come to its decent end */
export function keepStart(profile) {
  mkdirSync(path.dirname(KEPT), { recursive: true });
  const folder = mkdtempSync(`${KEPT}-`);
  try {
    copy(profile, folder);
    rmSync(KEPT, { recursive: true, force: true });
    renameSync(folder, KEPT);
  } catch {
    // Another one was quicker.
    rmSync(folder, { recursive: true, force: true });
  }
}
