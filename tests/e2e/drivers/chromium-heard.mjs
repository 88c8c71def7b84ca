// The popover in Chromium's accessibility tree.

/** @import { Heard } from './types.mjs' */

/** Chromium's names of roles that are not ARIA's. @type {Record<string, string>} */
const ROLES = { DisclosureTriangle: 'button', DisclosureTriangleGrouped: 'button', StaticText: 'text' };
const LEFT = ['generic', 'none', 'InlineTextBox', 'ListMarker', 'LineBreak'];

/** @param {any[]} nodes as the protocol gives them @returns {Heard[]} */
export function heardIn(nodes) {
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const top = nodes.find(({ role }) => role?.value === 'dialog');
  return top ? walk(top, byId, 0) : [];
}

/** @param {any} node @param {Map<string, any>} byId @param {number} depth @returns {Heard[]} */
function walk(node, byId, depth) {
  const role = ROLES[node.role?.value] ?? node.role?.value;
  const own = node.ignored || LEFT.includes(role) ? [] : [heard(node, role, depth)];
  return [
    ...own,
    ...node.childIds.flatMap((/** @type {string} */ id) =>
      byId.has(id) ? walk(byId.get(id), byId, depth + own.length) : [],
    ),
  ];
}

/** @param {any} node @param {string} role @param {number} depth @returns {Heard} */
function heard(node, role, depth) {
  const state = (/** @type {string} */ name) =>
    node.properties?.find((/** @type {any} */ each) => each.name === name)?.value.value;
  const [pressed, expanded] = [state('pressed'), state('expanded')];
  return {
    role,
    name: node.name?.value ?? '',
    depth,
    ...(pressed === undefined ? {} : { pressed: pressed === 'true' }),
    ...(expanded === undefined ? {} : { expanded }),
  };
}
