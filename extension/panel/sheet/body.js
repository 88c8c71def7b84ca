/** A body in a tab: asked for when the tab opens, laid out, masked. */

import { showButton } from './field.js';
import { paint } from './paint.js';

/** @import { Side } from '../../core/messages.js' */
/** @import { Row } from '../../core/types.js' */
/** @import { Context } from './sheet.js' */

const { el } = ScopelensDom;

/** More than so many characters are not drawn, for the layout of a text takes longer than its reading. */
const MOST = 200_000;

/** @param {HTMLElement} pre @param {HTMLElement} more @param {string} text @param {Context} context */
function put(pre, more, text, { t }) {
  pre.textContent = text.slice(0, MOST);
  more.hidden = text.length <= MOST;
  more.textContent = t('body_first', MOST, text.length);
  if (!pre.dataset.raw) paint(pre);
}

/**
 * @param {HTMLElement} place
 * @param {{ side: Side, raw: boolean }} which
 * @param {Row} row
 * @param {Context} context
 */
export async function drawBody(place, { side, raw }, row, context) {
  const { t, devtools } = context;
  const form = raw ? 'message' : 'body';
  /** @param {boolean} secret */
  const read = (secret) => devtools.ask(form, { id: row.id, side, secret }).catch(() => null);
  const field = await read(false);
  if (!field) return place.replaceChildren(el('p', { class: 'remark' }, t('body_gone')));
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
}
