/**
 * What a person and a company add to the engine: rules for their own gateways, masks, and which platforms are switched off.
 * The company's stand first: where both take one id, the company's counts.
 */

/** @import { OwnMask } from './types.js' */

const KEYS = ['platformsOff', 'masks', 'rules'];

/** @typedef {{ platforms_off: string[], masks: OwnMask[], rules: string[] }} Knowledge as the engine takes it */

/** @param {unknown} value @returns {unknown[]} */
const list = (value) => (Array.isArray(value) ? value : []);

/** @param {unknown} value @returns {value is OwnMask} */
function isMask(value) {
  const { name, pattern } = /** @type {Record<string, unknown>} */ (value ?? {});
  return typeof name === 'string' && typeof pattern === 'string';
}

/**
 * What storage holds, as far as it has the right form.
 * @param {Record<string, unknown>[]} stores the company's first
 * @returns {Knowledge}
 */
export function toKnowledge(stores) {
  return {
    platforms_off: [...new Set(stores.flatMap(({ platformsOff }) => list(platformsOff)))].filter((id) => typeof id === 'string'),
    masks: stores.flatMap(({ masks }) => list(masks)).filter(isMask).map(({ name, pattern }) => ({ name, pattern })),
    rules: stores.map(({ rules }) => rules).filter((text) => typeof text === 'string'),
  };
}

/** Firefox has none without a policy, and says so by an error. @returns {Promise<Record<string, unknown>>} */
const managed = () => Promise.resolve(chrome.storage.managed?.get(KEYS)).then((held) => held ?? {}, () => ({}));

/** @type {Promise<string> | null} */
let known = null;

/** JSON of what is added, read once until it changes. A failed attempt is forgotten. @returns {Promise<string>} */
export function knowledge() {
  known ??= Promise.all([managed(), chrome.storage.local.get(KEYS)])
    .then((stores) => JSON.stringify(toKnowledge(stores)))
    .catch((error) => {
      known = null;
      throw error;
    });
  return known;
}

/** @param {() => void} listener called after something of it has changed */
export function onKnowledgeChanged(listener) {
  chrome.storage.onChanged.addListener((changes, area) => {
    if (area !== 'session' && KEYS.some((key) => key in changes)) listener();
  });
}

/** From now on it is read anew where it changes. */
export const keepFresh = () => onKnowledgeChanged(() => (known = null));
