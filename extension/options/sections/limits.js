/** How much the panel keeps, and what it points out. */

import { loadI18n } from '../../core/i18n.js';
import { byId } from '../../core/page.js';
import { boundedLimit, ROW_LIMITS, readLimit, readSilent, saveLimit, saveSilent } from '../../core/settings.js';
import { say } from '../status.js';

/** @import { Section } from '../options.js' */

/** @param {string} id */
const input = (id) => byId(id, HTMLInputElement);

/** A number that is no such limit is not kept, and says so. */
async function keepLimit() {
  const { t, lang } = await loadI18n();
  const rows = input('limit').valueAsNumber;
  const fits = boundedLimit(rows) === rows;
  const [least, most] = [ROW_LIMITS.least, ROW_LIMITS.most].map((number) => number.toLocaleString(lang));
  byId('limit-wrong').textContent = fits ? '' : t('options_limit_wrong', least ?? '', most ?? '');
  input('limit').setAttribute('aria-invalid', String(!fits));
  if (!fits) return;
  await saveLimit(rows);
  say(t('options_kept'));
}

/** @returns {Section} */
export function limitsSection() {
  input('limit').min = String(ROW_LIMITS.least);
  input('limit').max = String(ROW_LIMITS.most);
  input('limit').addEventListener('change', keepLimit);
  input('silent').addEventListener('change', async () => {
    await saveSilent(input('silent').checked);
    say((await loadI18n()).t('options_kept'));
  });
  return {
    keys: ['limit', 'silent'],
    async show() {
      input('limit').value = String(await readLimit());
      input('limit').setAttribute('aria-invalid', 'false');
      byId('limit-wrong').textContent = '';
      input('silent').checked = await readSilent();
    },
  };
}
