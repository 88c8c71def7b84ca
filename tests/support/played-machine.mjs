// A machine of played executables: the functions of build/ find these and nothing else, and what was called is written down.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { root } from './paths.mjs';

/** What the functions lean on, as it is. */
const REAL = ['bash', 'cp', 'env', 'grep', 'readlink'];

/**
 * What came of a run. `said` is stderr, `calls` the command lines of what was played, `taken` the browsers' paths, empty where there is none.
 * @typedef {{status: number | null, said: string, calls: string[], taken: {chromium: string, firefox: string}}} Outcome
 */

export class PlayedMachine {
  #folder = mkdtempSync(path.join(os.tmpdir(), 'scopelens-machine-'));
  #calls = path.join(this.#folder, 'calls');
  /** Where the executables stand. */
  bin = path.join(this.#folder, 'bin');

  /** @param {{isRoot?: boolean}} [person] */
  constructor({ isRoot = true } = {}) {
    mkdirSync(this.bin);
    symlinkSync(process.execPath, path.join(this.bin, 'node'));
    for (const name of REAL)
      symlinkSync(execFileSync('which', [name], { encoding: 'utf8' }).trim(), path.join(this.bin, name));
    this.play('id', `echo ${isRoot ? 0 : 1000}`);
  }

  /**
   * Puts an executable there, or another in its place.
   * @param {string} name
   * @param {string} body in bash
   * @param {string} [folder]
   * @returns {string} its path
   */
  play(name, body, folder = this.bin) {
    mkdirSync(folder, { recursive: true });
    const file = path.join(folder, name);
    writeFileSync(file, `#!${this.bin}/bash\necho "\${0##*/} $*" >>"${this.#calls}"\n${body}\n`, { mode: 0o755 });
    return file;
  }

  /**
   * A package manager whose lists are old until they are refreshed. A package holds one command of its own name.
   * @param {Record<string, string>} old by package, what its command prints as its version
   * @param {Record<string, string>} [fresh] the same in the lists of today; without them the machine is offline
   */
  hasPackages(old, fresh) {
    const lists = { old: path.join(this.#folder, 'old'), fresh: path.join(this.#folder, 'fresh') };
    mkdirSync(lists.old);
    for (const [name, version] of Object.entries(old)) this.play(name, `echo '${version}'`, lists.old);
    for (const [name, version] of Object.entries(fresh ?? {}))
      this.play(name, `echo '${version}'`, path.join(this.#folder, 'today'));
    const choice = `lists="${lists.old}"; [ ! -e "${lists.fresh}" ] || lists="${lists.fresh}"`;
    const refresh = fresh ? `cp -R "${this.#folder}/today" "${lists.fresh}"` : 'exit 100';
    this.play(
      'apt-get',
      `${choice}\ncase "$1" in update) ${refresh} ;; install) cp "$lists/\${!#}" "${this.bin}/" || exit 100 ;; esac`,
    );
    this.play('apt-cache', `${choice}\n[ -e "$lists/$2" ]`);
    this.play('dpkg', `case "\${2##*/}" in chromium|firefox-esr) echo "\${2##*/}: $2" ;; *) exit 1 ;; esac`);
  }

  /**
   * Runs a line of bash among the functions, as build.sh does.
   * @param {string} line
   * @param {Record<string, string>} [env]
   * @returns {Outcome}
   */
  run(line, env = {}) {
    const sources = 'set -euo pipefail; for part in need apt browsers; do source build/$part.sh; done';
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the shell's own
    const tell = 'echo "${SCOPELENS_CHROMIUM:-}"; echo "${SCOPELENS_FIREFOX:-}"';
    const { status, stdout, stderr } = spawnSync(path.join(this.bin, 'bash'), ['-c', `${sources}; ${line}; ${tell}`], {
      cwd: root,
      encoding: 'utf8',
      env: { PATH: this.bin, HOME: this.#folder, ...env },
    });
    const [chromium = '', firefox = ''] = stdout.split('\n');
    const calls = existsSync(this.#calls) ? readFileSync(this.#calls, 'utf8').trimEnd().split('\n') : [];
    // biome-ignore lint/suspicious/noControlCharactersInRegex: terminals' colours begin with one
    return { status, said: stderr.replaceAll(/\x1b\[1m==>\x1b\[0m /g, ''), calls, taken: { chromium, firefox } };
  }

  close() {
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
