// A page's traffic: calls of a platform, most of them granted.

/** @param {number} n */
const hex = (n) => (Math.imul(n, 2_654_435_761) >>> 0).toString(16).padStart(8, '0');

const SCOPES = ['Contact.User.Read', 'Calendar.Event.Write', 'Wiki.Workspace.Read', 'Todo.Todo.Read', 'Yida.Form.Read'];
const PATHS = ['contact/users', 'calendar/users', 'wiki/workspaces', 'todo/users', 'yida/forms'];

/** @param {string} scope @param {number} id */
const refusal = (scope, id) => ({
  code: 'Forbidden.AccessDenied.AccessTokenPermissionDenied',
  requestid: `${hex(id)}-2FB4-4BC5-BBD8-80E0F54218F9`,
  message: `应用尚未开通所需的权限：[${scope}]，点击链接申请并开通即可：https://open-dev.dingtalk.com/appscope/apply?content=dingabcdefghijklmnop%23${scope}`,
  accessdenieddetail: { requiredScopes: [scope] },
});

/** @param {number} id @returns {import('../../../extension/core/types.js').Recorded} one in five is refused */
export function exchangeOf(id) {
  const refused = id % 5 === 0;
  const kind = ((id / 5) % SCOPES.length) | 0;
  return {
    at: 1_795_312_800_000 + id * 40,
    method: id % 3 ? 'GET' : 'POST',
    url: `https://api.dingtalk.com/v1.0/${PATHS[kind]}/${hex(id)}?lang=zh`,
    status: refused ? 403 : 200,
    mime: 'application/json',
    request_headers: ['accept', 'user-agent', 'referer', 'x-acs-dingtalk-access-token'].map((name) => [
      name,
      `${hex(id % 7)}${hex(3)}${hex(5)}`,
    ]),
    response_headers: ['date', 'content-type', 'server', 'x-request-id'].map((name) => [name, `${hex(id)}${hex(7)}`]),
    request_body: id % 3 ? null : JSON.stringify({ name: `order ${id}` }),
    body: JSON.stringify(
      refused
        ? refusal(SCOPES[kind] ?? '', id)
        : { nick: `user ${id}`, unionId: hex(id), items: Array.from({ length: 20 }, (_, i) => hex(id + i)) },
    ),
    body_state: 'whole',
  };
}
