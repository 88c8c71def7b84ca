/** The dialog that lists the keys. */

import { byId } from '../core/page.js';

/** @import { Translate } from '../core/i18n.js' */

const { el } = ScopelensDom;

/** Keys and the message that says what they do. @type {[string[], string][]} */
const KEYS = [
  [['/'], 'help_filter'],
  [['Ctrl+F'], 'help_find'],
  [['↑', '↓', 'Home', 'End', 'PgUp', 'PgDn'], 'help_move'],
  [['Enter'], 'help_open'],
  [['→', '←'], 'help_fold'],
  [['Esc'], 'help_close'],
  [['Ctrl+L'], 'help_clear'],
  [['Ctrl+Z'], 'help_undo'],
  [['?'], 'help_keys'],
];

/** @param {HTMLDialogElement} dialog @param {Translate} t */
function fill(dialog, t) {
  const lines = KEYS.map(([keys, about]) =>
    el('div', {}, el('dt', {}, ...keys.flatMap((key) => [el('kbd', {}, key), ' '])), el('dd', {}, t(about))),
  );
  const close = el('button', { type: 'submit' }, t('close'));
  dialog.replaceChildren(
    el('h2', { id: 'keys-title' }, t('help_title')),
    el('dl', {}, ...lines),
    el('form', { method: 'dialog' }, close),
  );
}

/** @param {() => Translate} words */
export function bindHelp(words) {
  const dialog = byId('keys', HTMLDialogElement);
  const open = () => {
    fill(dialog, words());
    if (!dialog.open) dialog.showModal();
  };
  document.getElementById('help')?.addEventListener('click', open);
}
