// Plays an administrator: what is set is seen by the browsers of this process alone, and nothing outside a temporary folder is written.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { jsonOf } from '../support/tree.mjs';
import { at } from '../support/paths.mjs';

/** Where Chromium looks for policies; the path is compiled in. */
const CHROMIUM_POLICIES = '/etc/chromium';

/** Chromium derives an unpacked extension's id from its folder. @param {string} folder */
function unpackedId(folder) {
  const digits = createHash('sha256').update(folder).digest('hex').slice(0, 32);
  return [...digits].map((digit) => String.fromCharCode('a'.charCodeAt(0) + Number.parseInt(digit, 16))).join('');
}

/** Chromium in a file system of its own, where the policies' folder is ours. @param {string} folder @param {object} settings */
function chromium(folder, settings) {
  const rules = path.join(folder, 'chromium/policies/managed');
  const file = path.join(rules, 'scopelens.json');
  mkdirSync(rules, { recursive: true });
  writeFileSync(file, JSON.stringify({ '3rdparty': { extensions: { [unpackedId(at('dist/chrome'))]: settings } } }));
  // Chromium lets a file that was just written settle for some seconds.
  utimesSync(file, 0, 0);
  const starter = path.join(folder, 'chromium.sh');
  const real = process.env.SCOPELENS_CHROMIUM || 'chromium';
  writeFileSync(
    starter,
    `#!/bin/sh\nexec unshare -m sh -c 'mount --bind "${folder}/chromium" ${CHROMIUM_POLICIES} && exec ${real} "$@"' sh "$@"\n`,
  );
  chmodSync(starter, 0o755);
  process.env.SCOPELENS_CHROMIUM = starter;
}

/** Firefox with a home folder of its own, where managed storage is looked for. @param {string} folder @param {object} settings */
function firefox(folder, settings) {
  const { id } = jsonOf('dist/firefox/manifest.json').browser_specific_settings.gecko;
  const place = path.join(folder, 'home/.mozilla/managed-storage');
  mkdirSync(place, { recursive: true });
  writeFileSync(
    path.join(place, `${id}.json`),
    JSON.stringify({ name: id, description: 'Scopelens', type: 'storage', data: settings }),
  );
  const starter = path.join(folder, 'firefox.sh');
  writeFileSync(
    starter,
    `#!/bin/sh\nexport HOME="${folder}/home"\nexec ${process.env.SCOPELENS_FIREFOX || 'firefox'} "$@"\n`,
  );
  chmodSync(starter, 0o755);
  process.env.SCOPELENS_FIREFOX = starter;
}

/** Whether this machine lets a test have a file system of its own: only root may mount. */
export const canSetPolicies = existsSync(CHROMIUM_POLICIES) && spawnSync('unshare', ['-m', 'true']).status === 0;

/** @param {object} settings @returns {() => void} takes them away */
export function setForEveryone(settings) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'scopelens-administrator-'));
  if (canSetPolicies) chromium(folder, settings);
  firefox(folder, settings);
  return () => rmSync(folder, { recursive: true, force: true });
}
