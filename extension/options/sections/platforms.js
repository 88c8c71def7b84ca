/** Which platforms' refusals are looked for. */

import { loadI18n } from '../../core/i18n.js';
import { byId } from '../../core/page.js';
import { readPlatformsOff, savePlatformsOff } from '../../core/settings.js';
import { about } from '../../engine/client.js';
import { say } from '../status.js';

/** @import { I18n } from '../../core/i18n.js' */
/** @import { Section } from '../options.js' */
/** @import { AboutPlatform } from '../../engine/types.js' */

const { el, isolated } = ScopelensDom;

/** @param {string} id @param {boolean} on */
async function turn(id, on) {
  const others = (await readPlatformsOff()).filter((each) => each !== id);
  await savePlatformsOff(on ? others : [...others, id]);
  say((await loadI18n()).t('options_kept'));
}

/** Facts about a platform: its catalog's size and date; the team's own platforms have none, nor have those without a list of calls. @param {AboutPlatform} platform @param {I18n} words */
function knownOf({ own, scopes, apis, catalog_date: date }, { lang, t }) {
  if (own) return t('options_platform_own');
  if (scopes + apis === 0) return t('options_platform_no_catalog');
  return t('options_platform_catalog', scopes.toLocaleString(lang), apis.toLocaleString(lang), date);
}

/** @param {AboutPlatform} platform @param {I18n} words @param {boolean} locked by an administrator */
function item(platform, words, locked) {
  const box = el('input', { type: 'checkbox', name: 'platform', value: platform.id });
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

/** Platforms in the order of the page, the team's own last. One that is switched off does not move: it would, below the pointer. @param {AboutPlatform[]} platforms */
const sorted = (platforms) =>
  platforms.toSorted((one, other) => Number(one.own) - Number(other.own) || one.id.localeCompare(other.id));

/** @returns {Section} */
export function platformsSection() {
  /** Signature of the rows on the page: rows that stay are not drawn anew, for one of them may have the focus. */
  let drawn = '';
  return {
    keys: ['platformsOff', 'rules'],
    async show(words, managed) {
      const [{ platforms }, disabledIds] = await Promise.all([about(words.lang), readPlatformsOff()]);
      const rows = sorted(platforms);
      const signature = JSON.stringify([
        words.lang,
        managed.platformsOff,
        rows.map((each) => ({ ...each, off: null })),
      ]);
      if (signature !== drawn)
        byId('platforms').replaceChildren(
          ...rows.map((each) => item(each, words, managed.platformsOff.includes(each.id))),
        );
      drawn = signature;
      const boxes = /** @type {NodeListOf<HTMLInputElement>} */ (document.querySelectorAll('[name="platform"]'));
      for (const box of boxes) box.checked = !disabledIds.includes(box.value) && !box.disabled;
      byId('all-off').hidden = [...boxes].some(({ checked }) => checked);
    },
  };
}
