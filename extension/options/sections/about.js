/** Which build this is, on what terms it is given, and how old what it knows is. */

import { about } from '../../engine/client.js';

/** @import { Section } from '../options.js' */

const { el, isolated } = ScopelensDom;

/** @param {string} name @param {string} value */
const line = (name, value) => el('div', {}, el('dt', {}, isolated(name)), el('dd', {}, isolated(value)));

/** @returns {Section} */
export function aboutSection() {
  return {
    keys: ['rules'],
    async show({ lang, t }) {
      const { version, platforms } = await about(lang);
      const dated = platforms.filter(({ own, scopes, apis }) => !own && scopes + apis > 0);
      const lines = dated.map(({ name, catalog_date: date }) => line(t('options_about_catalog', name), date));
      document
        .getElementById('about')
        ?.replaceChildren(
          line(t('options_about_version'), version),
          ...lines,
          line(t('options_about_license'), t('options_about_license_choice')),
        );
    },
  };
}
