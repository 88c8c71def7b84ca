// Is a browser new enough? How old it may be stands in the manifest alone.
// Usage: node build/browser-version.mjs BROWSER PATH, where BROWSER is chromium or firefox
// Says why it will not do, and ends with 1; with 2 where it does not tell its version.
import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';

const edits = path.join(import.meta.dirname, '../extension/manifest/edits.json');

/** Names that mean the version which follows; relatives with a count of their own are not among them. */
const makers = {
  chromium: /^[\p{L} ]*(?:Chrom\p{L}+|Edge|Brave)[\p{L} ]* (\d+(?:\.\d+)+)/u,
  firefox: /^[\p{L} ]*Firefox[\p{L} ]* (\d+(?:\.\d+)+(?:[ab]\d+)?)/u,
};

/** @typedef {keyof typeof makers} Browser */

/**
 * The oldest version that a manifest takes, as the edits of it say.
 * @param {Browser} browser
 * @returns {Promise<string>}
 * @throws where they name none
 */
export async function minimumOf(browser) {
  const { chrome, firefox } = JSON.parse(await readFile(edits, 'utf8'));
  const editOf = (/** @type {{ path: string[], value: any }[]} */ list, /** @type {string} */ key) =>
    list.find(({ path: [first] }) => first === key)?.value;
  const minimum =
    browser === 'chromium'
      ? editOf(chrome, 'minimum_chrome_version')
      : editOf(firefox, 'browser_specific_settings')?.gecko.strict_min_version;
  if (typeof minimum !== 'string') throw new Error(`the manifest names no oldest ${browser}`);
  return minimum;
}

/**
 * The version in what `--version` prints, among warnings perhaps.
 * @param {Browser} browser
 * @param {string} text
 * @returns {string | undefined}
 */
export function versionIn(browser, text) {
  return text
    .split('\n')
    .map((line) => makers[browser].exec(line.trim())?.[1])
    .find(Boolean);
}

/**
 * A version before the minimum; an alpha or a beta comes before its release.
 * @param {string} version
 * @param {string} minimum
 * @returns {boolean}
 */
export function isOlder(version, minimum) {
  const [found, needed] = [version, minimum].map((each) => each.split('.').map((part) => Number.parseInt(part, 10)));
  for (let index = 0; index < Math.max(found?.length ?? 0, needed?.length ?? 0); index += 1) {
    const difference = (found?.[index] ?? 0) - (needed?.[index] ?? 0);
    if (difference) return difference < 0;
  }
  return /[ab]/.test(version);
}

/** @param {Browser} browser @param {string} executable @returns {Promise<number>} the exit status */
async function main(browser, executable) {
  const minimum = await minimumOf(browser);
  const needed = `Scopelens needs ${browser === 'chromium' ? 'Chromium' : 'Firefox'} ${minimum} or later`;
  const { status, stdout } = spawnSync(executable, ['--version'], {
    encoding: 'utf8',
    timeout: 60_000,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const version = versionIn(browser, stdout ?? '');
  if (version && !isOlder(version, minimum)) return 0;
  const fault = version ? `is version ${version}` : status === 0 ? 'does not tell its version' : 'does not start';
  console.log(`${executable} ${fault}, and ${needed}`);
  return !version && status === 0 ? 2 : 1;
}

if (import.meta.filename === process.argv[1]) {
  const [browser = '', executable = ''] = process.argv.slice(2);
  process.exitCode = await main(/** @type {Browser} */ (browser), executable);
}
