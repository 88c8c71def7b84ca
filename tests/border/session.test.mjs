// The memory of one tool window, through the glue that ships.
import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { loadEngine } from '../support/engine.mjs';
import { assertTagged, ok } from '../support/replies.mjs';

/** @type {import('../support/engine.mjs').Engine} */
let engine;
before(async () => {
  engine = await loadEngine();
});

const english = '{"lang":"en"}';
const app = 'dingabcdefghijklmnop';
const token = '0123456789abcdef0123456789abcdef';
const morning = Date.UTC(2026, 4, 14, 2, 0);

/** @param {number} id @param {object} changes */
const exchange = (id, changes) =>
  JSON.stringify({
    id,
    at: morning + id * 60_000,
    method: 'POST',
    url: 'https://api.dingtalk.com/v1.0/card/instances',
    status: 200,
    mime: 'application/json',
    request_headers: [['x-acs-dingtalk-access-token', token]],
    response_headers: [],
    request_body: null,
    body: '{}',
    body_state: 'whole',
    ...changes,
  });

const login = exchange(1, {
  url: 'https://api.dingtalk.com/v1.0/oauth2/accessToken',
  request_headers: [],
  request_body: JSON.stringify({ appKey: app, appSecret: 'x' }),
  body: JSON.stringify({ accessToken: token, expireIn: 7200 }),
});
const granted = exchange(2, {});
const refused = exchange(3, {
  status: 403,
  body: JSON.stringify({
    code: 'Forbidden.AccessDenied.AccessTokenPermissionDenied',
    requestid: 'E64A36EF-2FB4-4BC5-BBD8-80E0F54218F9',
    message: '没有调用该接口的权限',
    accessdenieddetail: { requiredScopes: ['Card.Instance.Write'] },
  }),
});

function filled() {
  const session = new engine.Session('9f8e7d6c');
  const seen = [login, granted, refused].map((each) => ok(session.see(each, english)));
  return { session, seen };
}

describe('a session', () => {
  it('tells what earlier calls say of a refusal, and where they stand', () => {
    const { session, seen } = filled();
    const card = ok(session.details(refused, english)).answer.cards[0];
    assert.equal(card.causes[0].id, 'grant-withdrawn');
    assert.deepEqual(
      card.evidence.map((/** @type {any} */ line) => line.exchange),
      [2, 1],
    );
    assert.match(card.evidence[0].text, /worked at 02:02/);
    assert.match(card.scopes[0].link.url, new RegExp(`${app}%23Card\\.Instance\\.Write$`));
    assert.match(seen[2].cause, /^dingtalk\|missing-scope\|.*\|Card\.Instance\.Write\|dingabcdefghijklmnop$/);
  });

  it('names calls, refused or not, where the catalog has a name in the reader’s language', () => {
    const { session, seen } = filled();
    assert.deepEqual(seen[1].call, { name: null, known: true, platform: 'dingtalk' });
    assert.equal(seen[1].cause, '');
    const { call } = ok(session.annotate(granted, '{"lang":"zh-CN"}'));
    assert.deepEqual(call, { name: '创建卡片', known: true, platform: 'dingtalk' });
  });

  it('speaks of times on the reader’s clock, and in the reader’s language', () => {
    const { session } = filled();
    const options = JSON.stringify({ lang: 'zh-CN', offset: 480 });
    const { evidence } = ok(session.details(refused, options)).answer.cards[0];
    assert.match(evidence[0].text, /10:02 调用成功过/);
  });

  it('marks silent refusals unless they are switched off', () => {
    const session = new engine.Session('k');
    const me = exchange(1, {
      method: 'GET',
      url: 'https://api.dingtalk.com/v1.0/contact/users/me',
      body: '{"nick":"a","unionId":"b"}',
    });
    const annotation = ok(session.see(me, english));
    assert.equal(annotation.verdict, 'none');
    assert.match(annotation.soft, /no mobile: the field scope Contact\.User\.mobile/);
    assert.equal(ok(session.annotate(me, '{"lang":"en","silent":false}')).soft, null);
  });

  it('gives a plan, and compares it with a later one', () => {
    const { session } = filled();
    const plan = session.plan(english);
    const { apps, list } = ok(plan);
    assert.deepEqual(
      apps.map((/** @type {any} */ each) => [each.app_id, each.needs[0].state]),
      [[app, 'refused']],
    );
    assert.match(list, /Card\.Instance\.Write/);
    session.see(exchange(4, {}), english);
    const later = session.plan(english);
    const { changed, added, gone } = ok(
      engine.compare_plans(JSON.stringify(ok(plan)), JSON.stringify(ok(later)), english),
    );
    assert.deepEqual([changed.length, added.length, gone.length], [1, 0, 0]);
    assert.equal(changed[0].after.state, 'granted');
  });

  it('forgets', () => {
    const { session } = filled();
    const lines = () => ok(session.details(refused, english)).answer.cards[0].evidence;
    assert.equal(ok(session.forget('[1, 2]')), null);
    assert.deepEqual(
      lines().map((/** @type {any} */ line) => line.exchange),
      [null],
    );
  });

  it('hands out no token', () => {
    const { session, seen } = filled();
    const details = [login, granted, refused].map((each) => session.details(each, english));
    assert.ok(!(JSON.stringify(seen) + details.join() + session.plan(english)).includes(token));
  });

  it('tags bad input', () => {
    const session = new engine.Session('');
    for (const bad of ['', '{}', 'null', exchange(-1, {}), exchange(1, { at: 'noon' })]) {
      assertTagged(session.see(bad, english));
      assertTagged(session.annotate(bad, english));
      assertTagged(session.details(bad, english));
    }
    for (const bad of ['', '{"offset":"x"}', '{"silent":1}']) assertTagged(session.plan(bad));
    for (const bad of ['', '{}', '["a"]', '[-1]']) assertTagged(session.forget(bad));
    for (const bad of ['', '{}', 'null']) assertTagged(engine.compare_plans(bad, session.plan(english), english));
  });

  it('takes a call whose time is not known', () => {
    const session = new engine.Session('k');
    assert.equal(ok(session.see(exchange(1, { at: null }), english)).verdict, 'none');
  });
});
