/** One value that may hold a secret: masked until the person asks for it, and masked again when they have seen it. */

/** @import { Field } from '../../core/types.js' */
/** @import { Context } from './detail.js' */

const { el, isolated } = ScopelensDom;

/** Disables a button that an administrator has locked, and says so. @param {HTMLButtonElement} button @param {Context} context */
export function lockWhereAsked(button, { t, locked }) {
  if (!locked) return;
  button.disabled = true;
  button.title = t('panel_locked');
}

/**
 * A button that turns a secret on and off.
 * @param {Context} context
 * @param {string} about what it shows, for screen readers
 * @param {(on: boolean) => Promise<void>} turn
 */
export function showButton(context, about, turn) {
  const { t } = context;
  const words = el('span', {}, t('show'));
  const button = el(
    'button',
    { type: 'button', class: 'show', 'aria-pressed': 'false' },
    words,
    el('span', { class: 'unseen' }, ` ${about}`),
  );
  button.addEventListener('click', async () => {
    const on = button.getAttribute('aria-pressed') !== 'true';
    await turn(on);
    button.setAttribute('aria-pressed', String(on));
    words.textContent = t(on ? 'hide' : 'show');
  });
  lockWhereAsked(button, context);
  return button;
}

/**
 * @param {Field} field
 * @param {string} about
 * @param {Context} context
 * @param {() => Promise<string>} reveal
 */
export function drawField(field, about, context, reveal) {
  const value = isolated(field.text, { class: 'value' });
  if (!field.masked) return value;
  const button = showButton(context, about, async (on) => {
    value.textContent = on ? await reveal() : field.text;
  });
  return el('span', { class: 'secret' }, value, button);
}
