/** What has changed since a plan was kept. */

/** @import { Comparison, Need } from '../../engine/types.js' */
/** @import { Translate } from '../../core/i18n.js' */

const { el, isolated } = ScopelensDom;

/** @param {Need} need @param {string} sign @param {string} words */
const line = (need, sign, words) =>
  el(
    'li',
    {},
    el('span', { class: 'sign', 'aria-hidden': 'true' }, sign),
    ...need.scopes.flatMap(({ code }) => [el('code', {}, isolated(code)), ' ']),
    need.app_id && isolated(need.app_id, { class: 'quiet' }),
    ' ',
    isolated(words),
  );

/** @param {string} part @param {string} title @param {HTMLElement[]} lines */
const group = (part, title, lines) =>
  lines.length ? el('section', { 'data-part': part }, el('h3', {}, title), el('ul', {}, ...lines)) : null;

/**
 * @param {Comparison} comparison
 * @param {number} keptAt when the earlier plan was kept, in ms since 1970
 * @param {Translate} t
 */
export function drawComparison({ added, gone, changed, markdown }, keptAt, t) {
  const time = new Date(keptAt).toLocaleTimeString(document.documentElement.lang);
  const isSame = !added.length && !gone.length && !changed.length;
  const { copyButton } = ScopelensCopy;
  return el(
    'section',
    { id: 'comparison' },
    el('h2', {}, t('plan_since', time)),
    isSame && el('p', { class: 'quiet' }, t('plan_same')),
    group(
      'added',
      t('plan_added'),
      added.map((need) => line(need, '+', need.state_words)),
    ),
    group(
      'gone',
      t('plan_gone'),
      gone.map((need) => line(need, '−', need.state_words)),
    ),
    group(
      'changed',
      t('plan_changed'),
      changed.map(({ before, after }) => line(after, '→', `${before.state_words} → ${after.state_words}`)),
    ),
    !isSame && copyButton({ id: 'comparison', text: markdown, label: t('plan_copy_markdown'), done: t('copied') }),
  );
}
