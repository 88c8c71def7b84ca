/** The last tab: the messages as text. */

import { drawBody } from './body.js';

/** @import { Row } from '../../core/types.js' */
/** @import { Context } from './sheet.js' */

const { el } = ScopelensDom;

/** @param {HTMLElement} panel @param {Row} row @param {Context} context */
export function drawRaw(panel, row, context) {
  for (const side of /** @type {const} */ (['request', 'response'])) {
    const body = el('div', { class: 'body' });
    panel.append(el('section', { class: 'block' }, el('h2', {}, context.t(`tab_${side}`)), body));
    drawBody(body, { side, raw: true }, row, context);
  }
}
