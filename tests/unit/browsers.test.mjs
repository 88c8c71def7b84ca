// What is done on a bare machine, and on one with old browsers or old package lists. All that is called is played.
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { minimumOf } from '../../build/browser-version.mjs';
import { PlayedMachine } from '../support/played-machine.mjs';

const OLD = { chromium: 'Chromium 100.1 built on Debian', 'firefox-esr': 'Mozilla Firefox 100.2esr' };
const NEW = { chromium: 'Chromium 999.1 built on Debian', 'firefox-esr': 'Mozilla Firefox 999.2esr' };
const needs = {
  chromium: `Scopelens needs Chromium ${await minimumOf('chromium')} or later`,
  firefox: `Scopelens needs Firefox ${await minimumOf('firefox')} or later`,
};

/** @type {PlayedMachine} */
let machine;
/** @param {string} name @param {string} version */
const hasBrowser = (name, version) => machine.play(name, `echo '${version}'`);
/** @param {import('../support/played-machine.mjs').Outcome} outcome @param {RegExp} call */
const timesCalled = ({ calls }, call) => calls.filter((each) => call.test(each)).length;

/** One sentence on what is wrong, as the last thing that is said. @param {import('../support/played-machine.mjs').Outcome} outcome @param {string[]} parts */
function assertFails({ status, said }, ...parts) {
  const [last = '', ...before] = said.trimEnd().split('\n').reverse();
  assert.equal(status, 1, said);
  assert.match(last, /^build\.sh: /);
  for (const part of parts) assert.ok(last.includes(part), `${part}\nin: ${said}`);
  assert.ok(!before.some((line) => line.startsWith('build.sh:')), said);
}

beforeEach(() => {
  machine = new PlayedMachine();
});
afterEach(() => machine.close());

describe('package lists', () => {
  it('are refreshed once, before the first package', () => {
    machine.hasPackages({}, NEW);
    const outcome = machine.run('need_a_browser chromium; need_a_browser firefox');
    assert.deepEqual(outcome.taken, { chromium: `${machine.bin}/chromium`, firefox: `${machine.bin}/firefox-esr` });
    const ours = outcome.calls.filter((call) => /^apt-get (update|install)/.test(call));
    assert.match(ours[0] ?? '', /^apt-get update/);
    assert.equal(timesCalled(outcome, /^apt-get update/), 1);
    assert.equal(timesCalled(outcome, /^apt-get install .* (chromium|firefox-esr)$/), 2);
  });

  it('are left alone where nothing is installed', () => {
    machine.hasPackages(NEW, NEW);
    hasBrowser('chromium', NEW.chromium);
    assert.equal(timesCalled(machine.run('need_a_browser chromium'), /^apt-get/), 0);
  });

  it('that cannot be refreshed are used as they are, and that is said', () => {
    machine.hasPackages(NEW);
    const outcome = machine.run('need_a_browser firefox; need_a_browser chromium');
    assert.equal(outcome.status, 0, outcome.said);
    assert.equal(
      outcome.said.match(/Not all package lists could be refreshed.*going on with those that are here/g)?.length,
      1,
    );
    assert.equal(outcome.taken.firefox, `${machine.bin}/firefox-esr`);
  });

  it('are asked for by sudo where a person is not root, and only if it asks nothing back', () => {
    machine.close();
    machine = new PlayedMachine({ isRoot: false });
    machine.hasPackages({}, NEW);
    assertFails(
      machine.run('need_a_browser chromium'),
      'install chromium first (Debian: apt-get install chromium)',
      'SCOPELENS_CHROMIUM',
      'may not',
    );
    machine.play('sudo', 'shift; [ "$1" = true ] || exec "$@"');
    const outcome = machine.run('need_a_browser chromium');
    assert.equal(outcome.taken.chromium, `${machine.bin}/chromium`, outcome.said);
    assert.ok(outcome.calls.some((call) => call.startsWith('sudo -n apt-get update')));
    assert.ok(outcome.calls.some((call) => /^sudo -n env \S+ apt-get install /.test(call)));
  });
});

describe('a browser that is there', () => {
  it('is asked for its version, and taken where it is new enough', () => {
    hasBrowser('chromium', NEW.chromium);
    const outcome = machine.run('need_a_browser chromium');
    assert.deepEqual([outcome.taken.chromium, outcome.said], [`${machine.bin}/chromium`, '']);
    assert.equal(timesCalled(outcome, /^chromium --version$/), 1);
  });

  it('may be the second of its kind', () => {
    hasBrowser('chromium', OLD.chromium);
    const second = hasBrowser('google-chrome', 'Google Chrome 999.0.1.2');
    assert.equal(machine.run('need_a_browser chromium').taken.chromium, second);
  });

  it('is passed over where it fails or does not tell its version', () => {
    machine.play('chromium', 'echo "requires the snap" >&2; exit 1');
    hasBrowser('google-chrome-stable', 'no version here');
    const third = hasBrowser('google-chrome', 'Google Chrome 999.0.1.2');
    assert.equal(machine.run('need_a_browser chromium').taken.chromium, third);
  });

  it('that is a snap is no browser', () => {
    machine.play('firefox', 'exec /snap/bin/firefox "$@"');
    assertFails(machine.run('need_a_browser firefox'), 'install firefox-esr first');
  });
});

describe('a browser that is too old', () => {
  it('is upgraded, and asked again', () => {
    hasBrowser('firefox-esr', OLD['firefox-esr']);
    machine.hasPackages(OLD, NEW);
    const outcome = machine.run('need_a_browser firefox');
    assert.equal(outcome.taken.firefox, `${machine.bin}/firefox-esr`, outcome.said);
    assert.match(
      outcome.said,
      new RegExp(`Installing firefox-esr: .*firefox-esr is version 100.2, and ${needs.firefox}`),
    );
    assert.equal(timesCalled(outcome, /^firefox-esr --version$/), 2);
  });

  it('ends the run with one sentence where the upgrade brings none that is newer', () => {
    hasBrowser('firefox-esr', OLD['firefox-esr']);
    machine.play('firefox', 'exec firefox-esr "$@"');
    machine.hasPackages(OLD);
    assertFails(
      machine.run('need_a_browser firefox'),
      `build.sh: ${machine.bin}/firefox-esr is version 100.2, and ${needs.firefox}, and apt-get brings no newer one`,
      'SCOPELENS_FIREFOX',
    );
  });

  it('ends it where nothing may be installed', () => {
    hasBrowser('chromium', OLD.chromium);
    assertFails(
      machine.run('need_a_browser chromium'),
      'is version 100.1',
      needs.chromium,
      'upgrade it',
      'SCOPELENS_CHROMIUM',
    );
  });

  it('gets the distribution’s own beside it where it comes from elsewhere', () => {
    hasBrowser('google-chrome', 'Google Chrome 100.0.1.2');
    machine.hasPackages({}, NEW);
    assert.equal(machine.run('need_a_browser chromium').taken.chromium, `${machine.bin}/chromium`);
  });
});

describe('either browser', () => {
  it('is both, where both will do', () => {
    const [chromium, firefox] = [hasBrowser('chromium', NEW.chromium), hasBrowser('firefox', NEW['firefox-esr'])];
    assert.deepEqual(machine.run("need_a_browser ''").taken, { chromium, firefox });
  });

  it('is the other one where one is too old and may not be upgraded, which is said', () => {
    const chromium = hasBrowser('chromium', NEW.chromium);
    hasBrowser('firefox-esr', OLD['firefox-esr']);
    const { taken, said } = machine.run("need_a_browser ''");
    assert.deepEqual(taken, { chromium, firefox: '' });
    assert.equal(said, `Passed over: ${machine.bin}/firefox-esr is version 100.2, and ${needs.firefox}\n`);
  });

  it('is the other one where the upgrade does not help', () => {
    hasBrowser('chromium', OLD.chromium);
    const firefox = hasBrowser('firefox-esr', NEW['firefox-esr']);
    machine.hasPackages(OLD);
    const { taken, said } = machine.run("need_a_browser ''");
    assert.deepEqual(taken, { chromium: '', firefox });
    assert.match(said, /Passed over: .*chromium is version 100\.1/);
  });

  it('is upgraded where it is the distribution’s own', () => {
    hasBrowser('firefox-esr', OLD['firefox-esr']);
    const chromium = hasBrowser('chromium', NEW.chromium);
    machine.hasPackages(OLD, NEW);
    assert.deepEqual(machine.run("need_a_browser ''").taken, { chromium, firefox: `${machine.bin}/firefox-esr` });
  });

  it('leaves what comes from elsewhere as it is, and installs nothing beside a browser that will do', () => {
    hasBrowser('google-chrome', 'Google Chrome 100.0.1.2');
    const firefox = hasBrowser('firefox', NEW['firefox-esr']);
    machine.hasPackages(NEW, NEW);
    const outcome = machine.run("need_a_browser ''");
    assert.deepEqual(outcome.taken, { chromium: '', firefox });
    assert.equal(timesCalled(outcome, /^apt-get/), 0);
  });

  it('is installed where there is none', () => {
    machine.hasPackages({}, NEW);
    assert.deepEqual(machine.run("need_a_browser ''").taken, { chromium: `${machine.bin}/chromium`, firefox: '' });
  });

  it('ends the run with one sentence where none will do', () => {
    hasBrowser('firefox', OLD['firefox-esr']);
    assertFails(machine.run("need_a_browser ''"), 'firefox is version 100.2', needs.firefox, 'SCOPELENS_FIREFOX');
    machine.hasPackages({});
    const outcome = machine.run("need_a_browser ''");
    assertFails(outcome, 'firefox is version 100.2', needs.firefox, 'apt-get brings no newer one', 'SCOPELENS_FIREFOX');
    assert.equal(timesCalled(outcome, /^apt-get install .* firefox-esr$/), 1);
  });
});

describe('a browser that is named', () => {
  it('is taken before any that is found', () => {
    hasBrowser('chromium', NEW.chromium);
    const mine = hasBrowser('mine', 'Google Chrome 999.0.1.2');
    assert.equal(machine.run('need_a_browser chromium', { SCOPELENS_CHROMIUM: mine }).taken.chromium, mine);
    const { taken, said } = machine.run("need_a_browser ''", { SCOPELENS_CHROMIUM: mine });
    assert.deepEqual([taken, said], [{ chromium: mine, firefox: '' }, '']);
  });

  for (const wanted of ['firefox', '']) {
    it(`is never replaced, but ends the run where it is too old or does not start (need_a_browser '${wanted}')`, () => {
      hasBrowser('firefox-esr', NEW['firefox-esr']);
      hasBrowser('chromium', NEW.chromium);
      machine.hasPackages(NEW, NEW);
      const mine = hasBrowser('mine', 'Mozilla Firefox 100.2');
      const outcome = machine.run(`need_a_browser '${wanted}'`, { SCOPELENS_FIREFOX: mine });
      assertFails(
        outcome,
        'SCOPELENS_FIREFOX names',
        `${mine} is version 100.2`,
        needs.firefox,
        'name another there, or upgrade it',
      );
      assert.equal(timesCalled(outcome, /^apt-get/), 0);
      assertFails(
        machine.run(`need_a_browser '${wanted}'`, { SCOPELENS_FIREFOX: '/nowhere/firefox' }),
        '/nowhere/firefox does not start',
      );
    });
  }

  it('is taken as it is where it does not tell its version, which is said', () => {
    const mine = machine.play('mine', 'echo hello');
    const { taken, said } = machine.run('need_a_browser chromium', { SCOPELENS_CHROMIUM: mine });
    assert.equal(taken.chromium, mine);
    assert.match(said, /^Taken as it is, for SCOPELENS_CHROMIUM names it: .* does not tell its version/);
  });
});

describe('ripgrep', () => {
  it('is installed where it is missing', () => {
    machine.play('apt-get', 'exit 0');
    assert.equal(timesCalled(machine.run('need_ripgrep'), /^apt-get install .* ripgrep$/), 1);
  });
  it('is left alone where it is there', () => {
    machine.play('rg', 'exit 0');
    assert.equal(timesCalled(machine.run('need_ripgrep'), /^apt-get/), 0);
  });
});
