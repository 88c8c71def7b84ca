// axe-core in a surface, the popover's closed shadow root included.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { at } from '../support/paths.mjs';

const source = readFileSync(at('node_modules/axe-core/axe.min.js'), 'utf8');
/** All that axe knows of the levels A and AA, and what it holds for good practice. */
const ALL = { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] };
/** What another theme can change. */
const CONTRAST = { type: 'rule', values: ['color-contrast'] };

/** @typedef {{ rule: string, impact: string, help: string, where: string[], why: string }} Violation */

/**
 * Puts axe beside the document; the debugger's scripts are under no page's policy. Firefox runs some of them beside the window, not
 * in it: there the window's names are lent to them, and the language's own are left as they are.
 */
const load = `root => {
  const view = (root.ownerDocument ?? root).defaultView;
  const module = { exports: {} };
  const lent = new Proxy({}, {
    has: (_, name) => name === 'window' || name === 'document' || (!(name in globalThis) && name in view),
    get: (_, name) => {
      if (name === 'window') return view;
      const value = view[name];
      return typeof value === 'function' && !value.prototype ? value.bind(view) : value;
    },
  });
  with (lent) { ${source} }
  view.axe = module.exports;
}`;

/** @param {Document | ShadowRoot} root */
const isLoaded = (root) =>
  Boolean(/** @type {any} */ ((root.ownerDocument ?? /** @type {Document} */ (root)).defaultView).axe?.run);

/** @param {any} root @param {object} runOnly @returns {Promise<{ violations: Violation[], judged: number }>} */
async function audit(root, runOnly) {
  const page = root.ownerDocument ?? root;
  const { axe } = page.defaultView;
  // A closed root is shown to axe, and to nobody else: the properties are this world's own, and go again. The popover stands
  // beside the body, and axe looks for what lies behind a text within the body alone.
  if (root.host) {
    Object.defineProperty(root.host, 'shadowRoot', { value: root, configurable: true });
    Object.defineProperty(page, 'body', { value: root.host, configurable: true });
  }
  const context = root.host ? root.querySelector('[role="dialog"]') : root;
  // It would fetch style sheets and films beforehand, for rules that are not run here.
  const { violations, passes } = await axe.run(context, { runOnly, preload: false });
  if (root.host) {
    delete root.host.shadowRoot;
    delete page.body;
  }
  const told = violations.map((/** @type {any} */ { id, impact, help, nodes }) => ({
    rule: id,
    impact,
    help,
    where: nodes.map((/** @type {any} */ node) => node.target.flat().join(' ')),
    why: nodes[0]?.failureSummary ?? '',
  }));
  const contrast = passes.find((/** @type {any} */ { id }) => id === 'color-contrast');
  return { violations: told, judged: contrast?.nodes.length ?? 0 };
}

/**
 * @param {import('./drivers/types.mjs').Surface} surface
 * @param {{ contrastOnly?: boolean }} [choice]
 * @returns {Promise<Violation[]>}
 */
export async function violations(surface, { contrastOnly = false } = {}) {
  try {
    if (!(await surface.run(isLoaded))) await surface.run(load);
    const { violations, judged } = await surface.run(audit, contrastOnly ? CONTRAST : ALL);
    // An audit that saw nothing would find nothing.
    assert.ok(judged >= 2, `axe judged ${judged} texts`);
    return violations;
  } catch (error) {
    // Firefox names a script by its whole text.
    throw new Error(String(error).slice(0, 300));
  }
}
