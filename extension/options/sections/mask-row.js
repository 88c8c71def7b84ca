/** One mask of the person's or the administrator's: its name, its pattern, and what is wrong with it. */

import { MOST } from '../../core/checked.js';

/** @import { MaskSource } from '../../engine/types.js' */
/** @import { Translate } from '../../core/i18n.js' */

/** @typedef {{ why: string } | { check: () => void, keep: () => void, remove: () => void }} Rights why it cannot be edited, or what editing does */

const { el } = ScopelensDom;

/** @param {keyof MaskSource} field @param {MaskSource} mask @param {Translate} t @param {Rights} rights */
function field(field, mask, t, rights) {
  const most = field === 'name' ? MOST.maskName : MOST.pattern;
  const attributes = {
    type: 'text',
    'data-field': field,
    maxlength: String(most),
    spellcheck: 'false',
    autocomplete: 'off',
    dir: 'auto',
    value: mask[field],
  };
  const input = el('input', attributes);
  if ('why' in rights) input.readOnly = true;
  else {
    input.addEventListener('input', () => {
      mask[field] = input.value;
      rights.check();
    });
    input.addEventListener('change', rights.keep);
  }
  return el('label', {}, el('span', {}, t(`options_mask_${field}`)), input);
}

/** @param {MaskSource} mask is changed as it is edited @param {Translate} t @param {Rights} rights */
export function maskRow(mask, t, rights) {
  const isOwn = !('why' in rights);
  const end = isOwn
    ? el('button', { type: 'button', 'aria-label': t('options_mask_remove_one', mask.name) }, t('options_mask_remove'))
    : el('span', { class: 'tag' }, rights.why);
  if (isOwn) end.addEventListener('click', rights.remove);
  return el(
    'li',
    { class: 'mask' },
    el('div', { class: 'fields' }, field('name', mask, t, rights), field('pattern', mask, t, rights)),
    end,
    el('p', { class: 'fault', role: 'alert' }),
  );
}
