/** The bar that says what was cleared, and gives it back. */

import { byId } from '../shared/by-id.js';

/** @import { PanelMessage, Tally } from '../shared/channel.js' */
/** @import { Translate } from '../shared/i18n.js' */

/** @param {(message: PanelMessage) => void} tell */
export function bindUndo(tell) {
  byId('undo-do').addEventListener('click', () => tell({ type: 'undo' }));
  byId('undo-close').addEventListener('click', () => tell({ type: 'dismiss' }));
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
