/** The tabs of request and response: address or status, headers, body. */

import { drawBody } from './body.js';
import { drawField } from './field.js';

/** @import { Details, Side } from '../../core/messages.js' */
/** @import { Field, Part, Row } from '../../core/types.js' */
/** @import { Context } from './sheet.js' */

const { el, isolated } = ScopelensDom;

/** @param {string} title @param {(Node | null)[]} parts */
const block = (title, ...parts) => el('section', { class: 'block' }, el('h2', {}, title), ...parts);

/**
 * @param {[string, Field][]} headers
 * @param {Part} part
 * @param {Row} row
 * @param {Context} context
 */
function headerList(headers, part, row, context) {
  const { t, devtools } = context;
  if (!headers.length) return el('p', { class: 'remark' }, t('no_headers'));
  const lines = headers.map(([name, field], index) =>
    el(
      'div',
      { class: 'header' },
      el('dt', {}, isolated(name)),
      el(
        'dd',
        {},
        drawField(field, name, context, () => devtools.ask('reveal', { id: row.id, part, index })),
      ),
    ),
  );
  return el('dl', { class: 'headers' }, ...lines);
}

/** @param {Details} sheet @param {Row} row @param {Context} context */
function address(sheet, row, context) {
  const { t, devtools } = context;
  const reveal = () => devtools.ask('reveal', { id: row.id, part: 'url', index: 0 });
  return el('p', { class: 'address' }, `${sheet.method} `, drawField(sheet.url, t('panel_path'), context, reveal));
}

/**
 * @param {HTMLElement} panel
 * @param {Side} side
 * @param {Details} sheet
 * @param {Row} row
 * @param {Context} context
 */
export function drawSide(panel, side, sheet, row, context) {
  const { t } = context;
  const isRequest = side === 'request';
  const part = isRequest ? 'requestHeaders' : 'responseHeaders';
  const body = el('div', { class: 'body' });
  const hasBody = !isRequest || sheet.requestBody === 'kept';
  panel.append(
    isRequest ? address(sheet, row, context) : el('p', { class: 'address' }, String(sheet.status)),
    block(t('headers'), headerList(sheet[part], part, row, context)),
    block(
      t('body'),
      hasBody ? body : el('p', { class: 'remark' }, t(sheet.requestBody === 'lost' ? 'request_body_lost' : 'no_body')),
    ),
  );
  if (hasBody) drawBody(body, { side, raw: false }, row, context);
}
