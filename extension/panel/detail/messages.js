/** The tabs of a call's messages: request and response with address or status, headers and body; and both as text. */

import { drawField, showButton } from './field.js';
import { paint } from './highlight.js';

/** @import { Details, Side } from '../../core/messages.js' */
/** @import { Field, Part, Row } from '../../core/types.js' */
/** @import { Context } from './detail.js' */

const { el, isolated } = ScopelensDom;

/** Maximum number of UTF-16 units that are drawn, for the layout of a text takes longer than its reading. */
const MOST = 200_000;

/** @param {HTMLElement} pre @param {HTMLElement} more @param {string} text @param {Context} context */
function put(pre, more, text, { t }) {
  pre.textContent = text.slice(0, MOST);
  more.hidden = text.length <= MOST;
  more.textContent = t('body_first', MOST, text.length);
  if (!pre.dataset.raw) paint(pre);
}

/**
 * Draws a body as soon as the devtools page has handed it over.
 * @param {HTMLElement} place
 * @param {{ side: Side, raw: boolean }} which
 * @param {Row} row
 * @param {Context} context
 * @returns {Promise<HTMLElement | null>} what holds the text; null where nobody has it any more
 */
async function drawBody(place, { side, raw }, row, context) {
  const { t, devtools } = context;
  const form = raw ? 'message' : 'body';
  /** @param {boolean} secret */
  const read = (secret) => devtools.request(form, { id: row.id, side, secret }).catch(() => null);
  const field = await read(false);
  if (!field) {
    place.replaceChildren(el('p', { class: 'remark' }, t('body_gone')));
    return null;
  }
  const pre = el('pre', {
    class: 'text',
    tabindex: '0',
    dir: 'ltr',
    'aria-label': t(`tab_${side}`),
    'data-raw': raw ? 'raw' : null,
  });
  const more = el('p', { class: 'remark' });
  /** @param {boolean} on */
  const turn = async (on) => put(pre, more, on ? ((await read(true))?.text ?? field.text) : field.text, context);
  put(pre, more, field.text, context);
  const copy = ScopelensCopy.copyButton({
    id: `${raw ? 'raw' : 'body'}:${side}`,
    text: () => pre.textContent ?? '',
    label: t('copy'),
    done: t('copied'),
    about: t(`tab_${side}`),
  });
  const tools = el('div', { class: 'tools' }, copy, field.masked && showButton(context, t(`tab_${side}`), turn));
  place.replaceChildren(tools, pre, more);
  return pre;
}

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
        drawField(field, name, context, () => devtools.request('reveal', { id: row.id, part, index })),
      ),
    ),
  );
  return el('dl', { class: 'headers' }, ...lines);
}

/** @param {Details} detail @param {Row} row @param {Context} context */
function address(detail, row, context) {
  const { t, devtools } = context;
  const reveal = () => devtools.request('reveal', { id: row.id, part: 'url', index: 0 });
  return el('p', { class: 'address' }, `${detail.method} `, drawField(detail.url, t('panel_path'), context, reveal));
}

/**
 * @param {HTMLElement} panel
 * @param {Side} side
 * @param {Details} detail
 * @param {Row} row
 * @param {Context} context
 * @returns {Promise<HTMLElement | null>} the element of the body's text, once it is drawn; null where there is none
 */
export async function drawSide(panel, side, detail, row, context) {
  const { t } = context;
  const isRequest = side === 'request';
  const part = isRequest ? 'requestHeaders' : 'responseHeaders';
  const body = el('div', { class: 'body' });
  const hasBody = !isRequest || detail.requestBody === 'kept';
  panel.append(
    isRequest ? address(detail, row, context) : el('p', { class: 'address' }, String(detail.status)),
    block(t('headers'), headerList(detail[part], part, row, context)),
    block(
      t('body'),
      hasBody ? body : el('p', { class: 'remark' }, t(detail.requestBody === 'lost' ? 'request_body_lost' : 'no_body')),
    ),
  );
  return hasBody ? drawBody(body, { side, raw: false }, row, context) : null;
}

/** @param {HTMLElement} panel @param {Row} row @param {Context} context */
export function drawRaw(panel, row, context) {
  for (const side of /** @type {const} */ (['request', 'response'])) {
    const body = el('div', { class: 'body' });
    panel.append(el('section', { class: 'block' }, el('h2', {}, context.t(`tab_${side}`)), body));
    drawBody(body, { side, raw: true }, row, context);
  }
}
