/** The parts of a plan, and of what has changed since an earlier one was kept. */

/** @import { Translate } from '../../core/i18n.js' */
/** @import { Comparison, Need, PlanApp, PlanCall, Scope } from '../../engine/types.js' */

const { el, isolated, anchor } = ScopelensDom;

/** @typedef {{ t: Translate, follow: (exchange: number) => void }} Context */

/** @param {PlanCall} call */
const callLine = ({ method, host, path, name, count }) =>
  el(
    'li',
    { class: 'plan-call' },
    el('code', {}, isolated(`${method} ${path}`)),
    name && isolated(name, { class: 'name' }),
    isolated(host, { class: 'host' }),
    count > 1 && el('span', { class: 'times' }, `×${count}`),
  );

/** @param {PlanCall[]} calls */
export const drawCalls = (calls) => el('ul', { class: 'plan-calls' }, ...calls.map(callLine));

/** @param {Scope} scope @param {Need} need @param {Translate} t */
function scopeLine(scope, need, t) {
  const { copyButton } = ScopelensCopy;
  const words = { opens_in_new_tab: t('opens_in_new_tab') };
  return el(
    'li',
    { class: 'plan-scope', 'data-code': scope.code },
    el('code', {}, isolated(scope.code)),
    copyButton({ id: `scope:${scope.code}`, text: scope.code, label: t('copy'), done: t('copied'), about: scope.code }),
    scope.name && isolated(scope.name, { class: 'name' }),
    ...scope.tags.map((tag) => isolated(tag, { class: 'tag' })),
    scope.grantor && isolated(scope.grantor, { class: 'quiet' }),
    scope.source_words && isolated(scope.source_words, { class: 'quiet' }),
    need.state !== 'granted' && scope.link && anchor(scope.link, words),
  );
}

/** Words on how several scopes go together. @param {Need} need @param {Translate} t */
function together({ any_of: anyOf, scopes }, t) {
  return scopes.length > 1
    ? el(
        'p',
        { class: 'quiet', 'data-part': 'together' },
        t(anyOf === 'unknown' ? 'plan_unknown_together' : `plan_${anyOf}`),
      )
    : null;
}

/** @param {Need} need @param {Context} context */
function exchanges(need, { t, follow }) {
  const first = need.exchanges[0];
  if (first === undefined) return null;
  const button = el('button', { type: 'button', class: 'show' }, t('plan_show_call'));
  button.addEventListener('click', () => follow(first));
  return button;
}

/** @param {Need} need @param {string} key @param {Context} context */
function calls(need, key, context) {
  const count = need.calls.reduce((sum, call) => sum + call.count, 0);
  return el(
    'details',
    { class: 'plan-of', 'data-key': key },
    el('summary', {}, context.t('plan_calls', count)),
    drawCalls(need.calls),
    exchanges(need, context),
  );
}

/** @param {Need} need */
const keyOf = (need) => need.scopes.map(({ code }) => code).join(' ');

/** @param {Need} need @param {string} app @param {Context} context */
export function drawNeed(need, app, context) {
  return el(
    'article',
    { class: 'need', 'data-state': need.state, 'data-scopes': keyOf(need) },
    el('p', { class: 'need-state' }, el('span', { class: 'shape', 'aria-hidden': 'true' }), isolated(need.state_words)),
    el(
      'div',
      {},
      together(need, context.t),
      el('ul', { class: 'plan-scopes' }, ...need.scopes.map((scope) => scopeLine(scope, need, context.t))),
      need.calls.length > 0 && calls(need, `${app} ${keyOf(need)}`, context),
    ),
  );
}

/** What mends all that is refused, and the messages to who grants it. @param {PlanApp} app @param {Context} context */
function drawRemedies({ app_id: appId, platform, fixes, asks }, { t }) {
  if (!fixes.length && !asks.length) return null;
  const words = {
    fixes: t('plan_fixes'),
    ask: t('plan_ask'),
    copy_ask: t('plan_copy_ask'),
    blanks: t('plan_blanks'),
    copy: t('copy'),
    copied: t('copied'),
    opens_in_new_tab: t('opens_in_new_tab'),
  };
  const owner = `${platform.id} ${appId} `;
  return el(
    'div',
    { class: 'scopelens plan-remedies' },
    ScopelensFix.fixes(fixes, words, owner),
    ScopelensFix.asks(asks, words, owner),
  );
}

/** @param {PlanApp} app @param {Context} context */
export function drawApp(app, context) {
  const title = app.app_id ?? context.t('plan_app_unknown');
  return el(
    'section',
    { class: 'plan-app', 'data-app': app.app_id ?? '' },
    el('h2', {}, isolated(title), ' ', isolated(app.platform.name, { class: 'quiet' })),
    ...app.needs.map((need) => drawNeed(need, app.app_id ?? '', context)),
    drawRemedies(app, context),
  );
}

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
