// Classic scripts share one global scope and run in the order of their list: each needs what it uses to be there.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { describe, it } from 'node:test';
import { CARD_SCRIPTS, READ_SCRIPTS, SHOW_SCRIPTS, STYLE_SHEETS } from '../../extension/popover/scripts.js';
import { at } from '../support/paths.mjs';
import { filesIn, textOf } from '../support/tree.mjs';

/** A script without its comments. @param {string} script its path in the package */
const codeOf = (script) => textOf(`extension${script}`).replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');

/** The globals that a script defines. @param {string} script @returns {string[]} */
const defined = (script) => [...codeOf(script).matchAll(/^var (Scopelens\w+)/gm)].map((match) => match[1] ?? '');

/** The globals that it uses, but for its own. @param {string} script @returns {string[]} */
const used = (script) => {
  const names = new Set([...codeOf(script).matchAll(/\bScopelens[A-Z]\w*/g)].map((match) => match[0]));
  return [...names].filter((name) => !defined(script).includes(name));
};

/** What scripts use before it is there. @param {string[]} scripts in the order in which they run */
function missing(scripts) {
  const present = new Set();
  return scripts.flatMap((script) => {
    const lacking = used(script).filter((name) => !present.has(name));
    for (const name of defined(script)) present.add(name);
    return lacking.map((name) => `${script}: ${name}`);
  });
}

describe('the scripts in pages', () => {
  it('find what they use, in the order in which they run', () => {
    assert.deepEqual(missing(READ_SCRIPTS), []);
    assert.deepEqual(missing([...READ_SCRIPTS, ...SHOW_SCRIPTS]), []);
    assert.deepEqual(missing(CARD_SCRIPTS), []);
  });

  it('would miss something in another order', () => {
    assert.ok(missing([...SHOW_SCRIPTS, ...READ_SCRIPTS]).length > 0);
    assert.ok(missing(CARD_SCRIPTS.toReversed()).length > 0);
  });

  it('are all there, and all injected', () => {
    const listed = [...READ_SCRIPTS, ...SHOW_SCRIPTS].toSorted();
    assert.deepEqual(
      [...listed, ...STYLE_SHEETS].filter((file) => !existsSync(at('extension', file))),
      [],
    );
    const classic = filesIn('extension', /\.js$/).filter((file) => /^var Scopelens/m.test(textOf(file)));
    assert.deepEqual(
      classic.map((file) => file.replace(/^extension/, '')).filter((file) => !listed.includes(file)),
      [],
    );
  });

  it('are loaded in the same order by our own pages', () => {
    for (const page of filesIn('extension', /\.html$/)) {
      const scripts = [...textOf(page).matchAll(/<script src="([^"]+)"/g)].map((match) => match[1] ?? '');
      const wanted = CARD_SCRIPTS.filter((script) => scripts.includes(script));
      assert.deepEqual(scripts, wanted, page);
      assert.deepEqual(missing(scripts), [], page);
    }
  });
});
