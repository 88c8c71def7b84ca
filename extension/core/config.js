/**
 * What a person and a company add to the engine: rules for their own gateways, masks, and which platforms are switched off.
 * The company's stand first: where both take one id, the company's counts.
 */

import { checkedIds, checkedMasks, checkedRules } from './checked.js';
import { readManaged } from './settings.js';

/** @import { Config } from '../engine/types.js' */

const KEYS = ['platformsOff', 'masks', 'rules'];

/** @typedef {Required<Config>} EngineConfig as the engine takes it */

/**
 * What storage holds, as far as it has the right form.
 * @param {{ platformsOff?: unknown, masks?: unknown, rules?: unknown }[]} stores the company's first
 * @returns {EngineConfig}
 */
export function toEngineConfig(stores) {
  return {
    platforms_off: [...new Set(stores.flatMap(({ platformsOff }) => checkedIds(platformsOff)))],
    masks: stores.flatMap(({ masks }) => checkedMasks(masks)),
    rules: stores.map(({ rules }) => checkedRules(rules)).filter(Boolean),
  };
}

/** @type {Promise<string> | null} */
let cached = null;

/** JSON of what is added, read once until it changes. A failed attempt is forgotten. @returns {Promise<string>} */
export function engineConfig() {
  cached ??= Promise.all([readManaged(), chrome.storage.local.get(KEYS)])
    .then((stores) => JSON.stringify(toEngineConfig(stores)))
    .catch((error) => {
      cached = null;
      throw error;
    });
  return cached;
}

/** @param {() => void} listener called after something of it has changed */
export function onEngineConfigChanged(listener) {
  chrome.storage.onChanged.addListener((changes, area) => {
    if (area !== 'session' && KEYS.some((key) => key in changes)) listener();
  });
}

/** Has the configuration read anew where it changes, from now on. */
export const watchEngineConfig = () => onEngineConfigChanged(() => (cached = null));
