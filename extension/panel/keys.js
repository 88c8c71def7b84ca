/** Keys that mean the same everywhere in the panel, and the dialog that lists all keys. */

import { byId } from '../core/page.js';

/** @import { Translate } from '../core/i18n.js' */
/** @import { Devtools } from '../core/messages.js' */

const { el } = ScopelensDom;

/** Whether keys go into a text. @param {EventTarget | null} target */
const isTyping = (target) =>
  target instanceof Element && target.matches('input:not([type="checkbox"]), textarea, select');

/** @param {string} id */
function focusInput(id) {
  document.getElementById('tab-calls')?.click();
  const input = byId(id, HTMLInputElement);
  input.focus();
  input.select();
}

/** @param {KeyboardEvent} event @returns {'find' | 'clear' | 'undo' | null} */
function meaningOfChord({ key, ctrlKey, metaKey, shiftKey, target }) {
  const name = key.toLowerCase();
  if (shiftKey) return null;
  if (name === 'f') return 'find';
  if ((ctrlKey && name === 'l') || (metaKey && name === 'k')) return 'clear';
  return name === 'z' && !isTyping(target) ? 'undo' : null;
}

/** @param {KeyboardEvent} event @returns {'filter' | 'find' | 'clear' | 'undo' | 'help' | 'close' | null} */
function meaningOf(event) {
  if (event.altKey) return null;
  if (event.ctrlKey || event.metaKey) return meaningOfChord(event);
  if (event.key === 'Escape') return document.querySelector('#menu:popover-open, dialog[open]') ? 'close' : null;
  if (isTyping(event.target)) return null;
  return event.key === '/' ? 'filter' : event.key === '?' ? 'help' : null;
}

/** The browser would close these by itself, but the tool window has a meaning of its own for the key. */
function closeTop() {
  /** @type {HTMLElement | null} */ (document.querySelector('#menu:popover-open'))?.hidePopover();
  document.querySelector('dialog')?.close();
}

/** @param {Devtools} devtools */
export function bindKeysOfPage(devtools) {
  /** @param {KeyboardEvent} event */
  const onKey = (event) => {
    const meaning = meaningOf(event);
    if (!meaning) return;
    event.preventDefault();
    // Chrome listens on the document and takes such keys for its own tool window.
    event.stopPropagation();
    if (meaning === 'clear') devtools.notify('clear', {});
    else if (meaning === 'undo') devtools.notify('undoClear', {});
    else if (meaning === 'close') closeTop();
    else if (meaning === 'help') document.getElementById('help')?.click();
    else focusInput(meaning);
  };
  document.addEventListener('keydown', onKey, { capture: true });
}

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
