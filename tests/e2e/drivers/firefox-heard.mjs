// The popover in Firefox's accessibility tree. The function is sent by its text: it sees its arguments alone.
// @ts-nocheck -- it runs among Firefox's own globals, of which there are no types

/** @param {ShadowRoot} root @returns {import('./types.mjs').Heard[] | null} null where the service has not seen it yet */
export function heardIn(root) {
  const roles = {
    pushbutton: 'button',
    'toggle button': 'button',
    summary: 'button',
    'text leaf': 'text',
    grouping: 'group',
    'text container': '',
    section: '',
    statictext: '',
  };
  const service = Cc['@mozilla.org/accessibilityService;1'].getService(Ci.nsIAccessibilityService);
  const dialog = root.querySelector('[role="dialog"]');
  const top = service.getAccessibleFor(dialog);
  if (!top) return null;
  const list = [];
  const walk = (node, depth) => {
    const named = service.getStringRole(node.role);
    const role = roles[named] ?? named;
    const [low, high] = [{}, {}];
    node.getState(low, high);
    const has = (state) => (low.value & state) !== 0;
    const pressable = named === 'toggle button';
    const expandable = has(Ci.nsIAccessibleStates.STATE_EXPANDED) || has(Ci.nsIAccessibleStates.STATE_COLLAPSED);
    if (role) {
      list.push({
        role,
        name: node.name ?? '',
        depth,
        ...(pressable ? { pressed: has(Ci.nsIAccessibleStates.STATE_PRESSED) } : {}),
        ...(expandable ? { expanded: has(Ci.nsIAccessibleStates.STATE_EXPANDED) } : {}),
      });
    }
    for (let child = node.firstChild; child; child = child.nextSibling) walk(child, depth + (role ? 1 : 0));
  };
  walk(top, 0);
  return list;
}
