/** The bar that says what was cleared, and gives it back. */

import { byId } from '../core/page.js';

/** @import { Devtools, Tally } from '../core/messages.js' */
/** @import { Translate } from '../core/i18n.js' */

/** @param {Devtools} devtools */
export function bindUndo(devtools) {
  byId('undo-do').addEventListener('click', () => devtools.tell('undoClear', {}));
  byId('undo-close').addEventListener('click', () => devtools.tell('discardCleared', {}));
}

/** @param {Tally} tally @param {Translate} t */
export function showUndo({ cleared }, t) {
  const bar = byId('undo');
  // The focus must not go with the bar.
  if (!cleared && bar.contains(document.activeElement)) byId('clear').focus();
  bar.hidden = !cleared;
  const text = cleared ? t('panel_cleared', cleared) : '';
  if (byId('undo-text').textContent !== text) byId('undo-text').textContent = text;
}
