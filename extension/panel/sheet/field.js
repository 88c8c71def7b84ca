/** One value that may hold a secret: masked until the person asks for it, and masked again when they have seen it. */

/** @import { Field } from '../../shared/types.js' */
/** @import { Translate } from '../../shared/i18n.js' */

const { el, isolated } = ScopelensDom;

/**
 * A button that turns a secret on and off.
 * @param {Translate} t
 * @param {string} about what it shows, for screen readers
 * @param {(on: boolean) => Promise<void>} turn
 */
export function showButton(t, about, turn) {
  const words = el('span', {}, t('show'));
  const button = el('button', { type: 'button', class: 'show', 'aria-pressed': 'false' }, words, el('span', { class: 'unseen' }, ` ${about}`));
  button.addEventListener('click', async () => {
    const on = button.getAttribute('aria-pressed') !== 'true';
    await turn(on);
    button.setAttribute('aria-pressed', String(on));
    words.textContent = t(on ? 'hide' : 'show');
  });
  return button;
}

/**
 * @param {Field} field
 * @param {string} about
 * @param {Translate} t
 * @param {() => Promise<string>} reveal
 */
export function drawField(field, about, t, reveal) {
  const value = isolated(field.text, { class: 'value' });
  if (!field.masked) return value;
  const button = showButton(t, about, async (on) => {
    value.textContent = on ? await reveal() : field.text;
  });
  return el('span', { class: 'secret' }, value, button);
}
