// The way of the focus through a surface by Tab alone.

/** @typedef {import('./drivers/types.mjs').Surface} Surface */

/** What should be reached, by place among all elements. @param {any} root @returns {number[]} */
export function tabbable(root) {
  const all = [...root.querySelectorAll('*')];
  const modal = root.querySelector('dialog[open]');
  const groups = new Set();
  return all.flatMap((each, index) => {
    const isKind =
      each.matches('a[href], button, input, select, textarea, summary, [tabindex]') &&
      each.tabIndex >= 0 &&
      !each.disabled;
    const isSeen = each.getClientRects().length > 0 && each.checkVisibility({ visibilityProperty: true });
    if (!isKind || !isSeen || (modal && !modal.contains(each))) return [];
    if (each.type !== 'radio') return [index];
    // One stop for a group: what is chosen, or the first.
    const group = [...root.querySelectorAll(`[type="radio"][name="${each.name}"]`)];
    const stop = group.find((other) => other.checked) ?? group[0];
    if (groups.has(each.name) || stop !== each) return [];
    groups.add(each.name);
    return [index];
  });
}

/** @param {any} root @param {number} index */
function focusOn(root, index) {
  root.querySelectorAll('*')[index].focus();
}

/** Where the focus is, and whether it is seen. @param {any} root */
function focus(root) {
  const active = root.activeElement;
  const index = active ? [...root.querySelectorAll('*')].indexOf(active) : -1;
  if (index < 0) return { index, isMarked: false, name: '' };
  const view = (root.ownerDocument ?? root).defaultView;
  // What is drawn of several parts is marked around them.
  const isMarked = [active, active.parentElement].some((each) => {
    const style = each && view.getComputedStyle(each);
    return style && style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 1;
  });
  return { index, isMarked, name: `${active.localName}#${active.id}.${active.className}` };
}

/**
 * From the first stop on, by Tab.
 * @param {Surface} surface @param {number[]} expected
 * @returns {Promise<{ missed: string[], unmarked: string[] }>} missed: where it came to another one
 */
export async function tabStops(surface, expected) {
  await surface.run(focusOn, expected[0]);
  /** @type {string[]} */
  const missed = [];
  /** @type {string[]} */
  const unmarked = [];
  for (const wanted of expected.slice(1)) {
    await surface.press('Tab');
    const { index, isMarked, name } = await surface.run(focus);
    if (index !== wanted) missed.push(`${name} (${index}) in place of ${wanted}`);
    if (!isMarked) unmarked.push(name);
  }
  return { missed, unmarked };
}
