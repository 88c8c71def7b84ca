/** What an administrator has set for everyone: read only, and added to the person's own. */

import { checkedIds, checkedMasks, checkedRules, membersOf } from './checked.js';

/** @import { OwnMask } from './types.js' */
/** @typedef {{ rules: string, platformsOff: string[], masks: OwnMask[], lockRedaction: boolean }} Managed */

/** @param {unknown} given @returns {Managed} */
export function checkedManaged(given) {
  const { rules, platformsOff, masks, lockRedaction } = membersOf(given);
  return {
    rules: checkedRules(rules),
    platformsOff: checkedIds(platformsOff),
    masks: checkedMasks(masks),
    lockRedaction: lockRedaction === true,
  };
}

/** Where no administrator has set anything, Chrome gives nothing and Firefox throws. @returns {Promise<Managed>} */
export async function readManaged() {
  try {
    return checkedManaged(await chrome.storage.managed.get(null));
  } catch {
    return checkedManaged({});
  }
}
