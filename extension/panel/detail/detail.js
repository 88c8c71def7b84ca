/** What opens below a line: the diagnosis, the request, the reply, and both as they went over the wire. */

import { withApps } from '../../core/apps.js';
import { bindTabs } from '../tabs.js';
import { drawDiagnosis } from './diagnosis.js';
import { lockWhereAsked } from './field.js';
import { drawRaw, drawSide } from './messages.js';

/** @import { Details, Devtools, Side } from '../../core/messages.js' */
/** @import { Row } from '../../core/types.js' */
/** @import { Translate } from '../../core/i18n.js' */

const { el } = ScopelensDom;

/**
 * What a detail is drawn with.
 * @typedef {object} Context
 * @property {Translate} t
 * @property {Devtools} devtools
 * @property {(exchange: number) => void} follow
 * @property {boolean} silent whether silent refusals are pointed out
 * @property {boolean} locked whether an administrator keeps masked values masked
 */

/**
 * A line's detail.
 * @typedef {object} Detail
 * @property {HTMLElement} element
 * @property {(side: Side) => Promise<HTMLElement | null>} showBody opens a tab, and gives the element of its body's text once it is
 *   drawn; null where there is none
 */

const TABS = /** @type {const} */ (['diagnosis', 'request', 'response', 'raw']);

let drawn = 0;

/** @param {Details} detail @param {Row} row @param {Context} context */
function actions(detail, row, context) {
  const { t, devtools } = context;
  const done = t('copied');
  const { copyButton } = ScopelensCopy;
  const secret = copyButton({
    id: 'curl-secret',
    text: () => devtools.request('curl', { id: row.id }),
    label: t('copy_curl_secret'),
    done,
  });
  lockWhereAsked(secret, context);
  return el(
    'div',
    { class: 'detail-actions' },
    row.scopes.length > 0 && copyButton({ id: 'scopes', text: row.scopes.join('\n'), label: t('copy_scopes'), done }),
    copyButton({ id: 'curl', text: detail.curl, label: t('copy_curl'), done }),
    secret,
    copyButton({ id: 'json', text: detail.json, label: t('copy_json'), done }),
  );
}

/**
 * @param {HTMLElement} place
 * @param {Details} detail
 * @param {Row} row
 * @param {Context} context
 * @returns {Detail['showBody']}
 */
function fill(place, detail, row, context) {
  const { t } = context;
  drawn += 1;
  const id = `detail-${drawn}`;
  /** The elements of the bodies' texts, once their tabs have been opened. @type {Map<Side, Promise<HTMLElement | null>>} */
  const bodies = new Map();
  /** @type {Record<typeof TABS[number], (panel: HTMLElement) => void>} */
  const draw = {
    diagnosis: (panel) => drawDiagnosis(panel, detail, row, context),
    request: (panel) => bodies.set('request', drawSide(panel, 'request', detail, row, context)),
    response: (panel) => bodies.set('response', drawSide(panel, 'response', detail, row, context)),
    raw: (panel) => drawRaw(panel, row, context),
  };
  const pairs = TABS.map((name) => ({
    tab: el(
      'button',
      { type: 'button', role: 'tab', id: `${id}-${name}`, 'data-tab': name, 'aria-controls': `${id}-${name}-panel` },
      t(`tab_${name}`),
    ),
    panel: el('div', {
      role: 'tabpanel',
      id: `${id}-${name}-panel`,
      'data-panel': name,
      'aria-labelledby': `${id}-${name}`,
    }),
  }));
  const list = el(
    'div',
    { role: 'tablist', class: 'tabs', 'aria-label': t('tab_list') },
    ...pairs.map(({ tab }) => tab),
  );
  const tabs = bindTabs(list, pairs, (index) => {
    const [name, panel] = [TABS[index], pairs[index]?.panel];
    if (name && panel && !panel.hasChildNodes()) draw[name](panel);
  });
  place.replaceChildren(
    el('div', { class: 'detail-head' }, list, actions(detail, row, context)),
    ...pairs.map(({ panel }) => panel),
  );
  tabs.show(0);
  return async (side) => {
    tabs.show(TABS.indexOf(side));
    return (await bodies.get(side)) ?? null;
  };
}

/** @param {Row} row @param {Context} context @returns {Promise<Details>} with the links of the apps that the person has named */
async function readDetails(row, { devtools }) {
  const detail = await devtools.request('details', { id: row.id });
  return { ...detail, answer: detail.answer && (await withApps(detail.answer)) };
}

/**
 * Draws a line's detail, which fills as soon as the devtools page has answered. A value that was shown
 * is in the document alone, so it goes with it.
 * @param {Row} row
 * @param {Context} context
 * @returns {Detail}
 */
export function drawDetail(row, context) {
  const cell = el('div', { role: 'gridcell', 'aria-colspan': '6', class: 'detail' });
  const filled = readDetails(row, context).then(
    (detail) => fill(cell, detail, row, context),
    (error) => {
      console.error('Scopelens:', error);
      cell.replaceChildren(el('p', { class: 'remark' }, context.t('panel_row_failed_why')));
      return null;
    },
  );
  return {
    element: el('div', { class: 'card-line', role: 'row' }, cell),
    async showBody(side) {
      const showBody = await filled;
      return showBody ? showBody(side) : null;
    },
  };
}
