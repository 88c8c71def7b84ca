/** Back to the beginning, once the person is sure. */

import { loadI18n } from '../../core/i18n.js';
import { byId } from '../../core/page.js';
import { migrateSettings } from '../../core/settings-migration.js';
import { say } from '../status.js';

/** @import { Section } from '../options.js' */

async function reset() {
  await Promise.all([chrome.storage.local.clear(), chrome.storage.session.clear()]);
  await migrateSettings();
  // What is typed and not kept goes as well.
  sessionStorage.clear();
  say((await loadI18n()).t('options_reset_done'));
}

/** @returns {Section} */
export function resetSection() {
  const sure = byId('sure', HTMLDialogElement);
  document.getElementById('reset')?.addEventListener('click', () => {
    sure.returnValue = '';
    sure.showModal();
  });
  sure.addEventListener('close', () => sure.returnValue === 'yes' && reset());
  return { keys: [], show() {} };
}
