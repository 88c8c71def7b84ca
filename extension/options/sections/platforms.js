/** Which platforms' refusals are looked for. */

import { about } from '../../shared/engine.js';
import { speech } from '../../shared/i18n.js';
import { readPlatformsOff, savePlatformsOff } from '../../shared/settings.js';
import { say } from '../status.js';

/** @import { Speech } from '../../shared/i18n.js' */
/** @import { Section } from '../options.js' */
/** @import { AboutPlatform } from '../../shared/types.js' */

const { el, isolated } = ScopelensDom;

/** @param {string} id */
const byId = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

/** @param {string} id @param {boolean} on */
async function turn(id, on) {
  const others = (await readPlatformsOff()).filter((each) => each !== id);
  await savePlatformsOff(on ? others : [...others, id]);
  say((await speech()).t('options_kept'));
}

/** What is known of it: its catalog's size and date; the team's own platforms have none. @param {AboutPlatform} platform @param {Speech} words */
function knownOf({ own, scopes, apis, catalog_date: date }, { lang, t }) {
  if (own) return t('options_platform_own');
  return t('options_platform_catalog', scopes.toLocaleString(lang), apis.toLocaleString(lang), date);
}

/** @param {AboutPlatform} platform @param {Speech} words @param {{ off: boolean, locked: boolean }} state */
function item(platform, words, { off, locked }) {
  const box = /** @type {HTMLInputElement} */ (el('input', { type: 'checkbox', name: 'platform', value: platform.id }));
  box.checked = !off && !locked;
  box.disabled = locked;
  box.addEventListener('change', () => turn(platform.id, box.checked));
  return el(
    'li',
    { 'data-platform': platform.id },
    el('label', {}, box, isolated(platform.name, { class: 'name' })),
    el('span', { class: 'quiet' }, knownOf(platform, words)),
    locked && el('span', { class: 'tag' }, words.t('options_managed')),
  );
}

/** @returns {Section} */
export function platformsSection() {
  return {
    keys: ['platformsOff', 'rules'],
    async show(words, managed) {
      const [{ platforms }, off] = await Promise.all([about(words.lang), readPlatformsOff()]);
      const focused = document.activeElement instanceof HTMLInputElement ? document.activeElement.value : '';
      const stateOf = (/** @type {string} */ id) => ({ off: off.includes(id), locked: managed.platformsOff.includes(id) });
      // Where one is switched off it must not move away below the pointer.
      const sorted = platforms.toSorted((one, other) => Number(one.own) - Number(other.own) || one.id.localeCompare(other.id));
      byId('platforms').replaceChildren(...sorted.map((each) => item(each, words, stateOf(each.id))));
      byId('all-off').hidden = platforms.some(({ id }) => !stateOf(id).off && !stateOf(id).locked);
      const again = /** @type {HTMLElement | null} */ (byId('platforms').querySelector(`[value="${CSS.escape(focused)}"]`));
      if (focused) again?.focus();
    },
  };
}
