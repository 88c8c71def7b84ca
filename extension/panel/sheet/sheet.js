/** What opens below a line: the diagnosis, the request, the reply, and both as they went over the wire. */

import { withApps } from '../../core/apps.js';
import { bindTabs } from '../tabs.js';
import { drawDiagnosis } from './diagnosis.js';
import { lockWhereAsked } from './field.js';
import { drawRaw } from './raw.js';
import { drawSide } from './side.js';

/** @import { Details, Devtools } from '../../core/messages.js' */
/** @import { Row } from '../../core/types.js' */
/** @import { Translate } from '../../core/i18n.js' */

const { el } = ScopelensDom;

/**
 * What a sheet is drawn with.
 * @typedef {object} Context
 * @property {Translate} t
 * @property {Devtools} devtools
 * @property {(exchange: number) => void} follow
 * @property {boolean} silent whether silent refusals are pointed out
 * @property {boolean} locked whether an administrator keeps masked values masked
 */

const TABS = /** @type {const} */ (['diagnosis', 'request', 'response', 'raw']);

let drawn = 0;

/** @param {Details} sheet @param {Row} row @param {Context} context */
function actions(sheet, row, context) {
  const { t, devtools } = context;
  const done = t('copied');
  const { copyButton } = ScopelensCopy;
  const secret = copyButton({
    id: 'curl-secret',
    text: () => devtools.ask('curl', { id: row.id }),
    label: t('copy_curl_secret'),
    done,
  });
  lockWhereAsked(secret, context);
  return el(
    'div',
    { class: 'sheet-actions' },
    row.scopes.length > 0 && copyButton({ id: 'scopes', text: row.scopes.join('\n'), label: t('copy_scopes'), done }),
    copyButton({ id: 'curl', text: sheet.curl, label: t('copy_curl'), done }),
    secret,
    copyButton({ id: 'json', text: sheet.json, label: t('copy_json'), done }),
  );
}

/**
 * @param {HTMLElement} place
 * @param {Details} sheet
 * @param {Row} row
 * @param {Context} context
 */
function fill(place, sheet, row, context) {
  const { t } = context;
  const id = `sheet-${(drawn += 1)}`;
  /** @type {Record<typeof TABS[number], (panel: HTMLElement) => void>} */
  const draw = {
    diagnosis: (panel) => drawDiagnosis(panel, sheet, row, context),
    request: (panel) => drawSide(panel, 'request', sheet, row, context),
    response: (panel) => drawSide(panel, 'response', sheet, row, context),
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
    el('div', { class: 'sheet-head' }, list, actions(sheet, row, context)),
    ...pairs.map(({ panel }) => panel),
  );
  tabs.show(0);
}

/** @param {Row} row @param {Context} context @returns {Promise<Details>} with the links of the apps that the person has named */
async function readSheet(row, { devtools }) {
  const sheet = await devtools.ask('details', { id: row.id });
  const { annotation } = sheet;
  if (!annotation?.answer) return sheet;
  return { ...sheet, annotation: { ...annotation, answer: await withApps(annotation.answer) } };
}

/**
 * Draws a line's sheet, which fills as soon as the devtools page has answered. A value that was shown
 * is in the document alone, so it goes with it.
 * @param {Row} row
 * @param {Context} context
 * @returns {HTMLElement}
 */
export function drawSheet(row, context) {
  const cell = el('div', { role: 'gridcell', 'aria-colspan': '6', class: 'sheet' });
  readSheet(row, context).then(
    (sheet) => fill(cell, sheet, row, context),
    (error) => {
      console.error('Scopelens:', error);
      cell.replaceChildren(el('p', { class: 'remark' }, context.t('panel_row_failed_why')));
    },
  );
  return el('div', { class: 'card-line', role: 'row' }, cell);
}
