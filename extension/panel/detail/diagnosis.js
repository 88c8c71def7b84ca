/** The first tab: the card, or why there is none. */

import { keepingApps } from '../../core/apps.js';
import { verdictWords } from '../../core/i18n.js';
import { stateKey } from '../state.js';

/** @import { Details } from '../../core/messages.js' */
/** @import { Row } from '../../core/types.js' */
/** @import { Context } from './detail.js' */

const { el } = ScopelensDom;

/** A card that cannot be drawn must not take the list with it. @param {Details} detail @param {Context} context */
function safeCard({ answer }, { t, follow }) {
  if (!answer) return null;
  try {
    return ScopelensCard.render(answer, { verdicts: verdictWords(t), apps: keepingApps(answer.lang), follow });
  } catch (error) {
    console.error('Scopelens:', error);
    return el('p', { class: 'remark' }, t('panel_row_failed_why'));
  }
}

/**
 * @param {HTMLElement} panel
 * @param {Details} detail
 * @param {Row} row
 * @param {Context} context
 */
export function drawDiagnosis(panel, detail, row, context) {
  const { t } = context;
  const key = stateKey(row);
  const card = safeCard(detail, context);
  const soft = context.silent && detail.soft;
  panel.append(
    ...[
      key && el('p', { class: 'remark' }, t(`${key}_why`)),
      card,
      soft && el('p', { class: 'remark', 'data-part': 'soft', dir: 'auto' }, soft),
      !key && !card && el('p', { class: 'remark' }, t('panel_no_card')),
    ].filter((part) => part instanceof Node),
  );
}
