// The calls that the demo page makes, and what the server replies to each.
import { applyLink, CLIENT_ID, OPERATOR_IP, TOKEN, UNION_ID } from './names.mjs';

/**
 * @typedef {object} Call
 * @property {string} id
 * @property {string} method
 * @property {string} path       path and query
 * @property {'refused' | 'granted' | 'lookalike' | 'modern' | 'odd'} group
 * @property {number} status
 * @property {unknown} reply     sent as JSON; a string is sent as it is
 * @property {unknown} [body]    what the page sends
 * @property {'cut' | 'stream' | 'socket' | 'page'} [fate] how it is sent: 'cut' breaks the connection before the body is whole,
 *   'stream' sends it as the error event of server-sent events, 'socket' as a message, 'page' in an error page
 * @property {'route' | 'unread' | 'stream' | 'socket'} [way] what the page does: 'route' sets its address as a router does, 'unread'
 *   looks at the status alone
 */

const denied = 'Forbidden.AccessDenied';
const refusedCode = `${denied}.AccessTokenPermissionDenied`;
const oldText =
  '没有调用该接口的权限，接口权限申请参考：https://open.dingtalk.com/document/orgapp-server/add-api-permission';

/** @param {string} scope */
const newText = (scope) => `应用尚未开通所需的权限：[${scope}]，点击链接申请并开通即可：${applyLink(scope)}`;

/** @param {string} message @param {string} requestid @param {string[]} [scopes] */
const refusal = (message, requestid, scopes) => ({
  code: refusedCode,
  requestid,
  message,
  ...(scopes ? { accessdenieddetail: { requiredScopes: scopes } } : {}),
});

const mobileScope = 'qyapi_get_member_by_mobile';
const wrapped = `${newText(mobileScope)}, {requiredScopes=[${mobileScope}]}`;

/** @type {Call[]} */
export const calls = [
  {
    id: 'user-token',
    group: 'refused',
    method: 'GET',
    path: '/v1.0/contact/users/me',
    status: 403,
    reply: refusal(oldText, 'E64A36EF-2FB4-4BC5-BBD8-80E0F54218F9', ['Contact.User.Read']),
  },
  {
    id: 'app-token',
    group: 'refused',
    method: 'POST',
    path: `/v1.0/calendar/users/${UNION_ID}/calendars/primary/events`,
    status: 403,
    body: { summary: 'Weekly' },
    reply: refusal(newText('Calendar.Event.Write'), '019F419C-7A1B-7C3D-8E5F-0A1B2C3D4E5F'),
  },
  {
    id: 'old-api',
    group: 'refused',
    method: 'POST',
    path: `/topapi/v2/user/getbymobile?access_token=${TOKEN}`,
    status: 200,
    body: { mobile: '13800000000' },
    reply: {
      errcode: 88,
      sub_code: '60011',
      sub_msg: wrapped,
      request_id: '5imjdemo0001',
      errmsg: `ding talk error[subcode=60011,submsg=${wrapped}]`,
    },
  },
  {
    id: 'gateway',
    group: 'refused',
    method: 'POST',
    path: '/api/wiki/sync',
    status: 200,
    body: { space: 'demo' },
    reply: {
      success: false,
      traceId: 'gw-20260411-0007',
      error: 'upstream refused the call',
      upstream: JSON.stringify(
        refusal(newText('Wiki.Workspace.Read'), '8197E0C2-55AA-4F0E-9D3B-6C7A10B2D4E8', ['Wiki.Workspace.Read']),
      ),
    },
  },
  {
    id: 'user-granted',
    group: 'granted',
    method: 'GET',
    path: `/v1.0/contact/users/${UNION_ID}`,
    status: 200,
    reply: { nick: '小满', unionId: UNION_ID, email: 'xiaoman@example.com' },
  },
  {
    id: 'departments',
    group: 'granted',
    method: 'POST',
    path: `/topapi/v2/department/listsub?access_token=${TOKEN}`,
    status: 200,
    body: { dept_id: 1 },
    reply: {
      errcode: 0,
      errmsg: 'ok',
      result: [{ dept_id: 1001, name: '研发部', parent_id: 1 }],
      request_id: '5imjdemo0002',
    },
  },
  {
    id: 'ip-list',
    group: 'lookalike',
    method: 'PUT',
    path: '/v1.0/card/streaming',
    status: 403,
    body: { outTrackId: 'demo' },
    reply: {
      code: `${denied}.IpNotInWhiteList`,
      requestid: '3C0F7D52-91AB-4E3D-A0C4-5B6E7F809112',
      message: `访问ip不在白名单之中,request ip=${OPERATOR_IP} appKey(${CLIENT_ID})`,
    },
  },
  {
    id: 'rate-limit',
    group: 'lookalike',
    method: 'GET',
    path: `/v1.0/todo/users/${UNION_ID}/tasks`,
    status: 403,
    reply: {
      code: `${denied}.QpsLimitForAppkeyAndApi`,
      requestid: '7D4E1A60-2B3C-4D5E-8F90-A1B2C3D4E5F6',
      message: '请求过于频繁，限制将在 2026-04-11 12:00:04 结束',
    },
  },
  {
    id: 'route',
    group: 'modern',
    way: 'route',
    method: 'GET',
    path: '/v1.0/contact/users/search',
    status: 403,
    reply: refusal(newText('Contact.User.Search'), '5A1E0C11-7C4B-4E0A-9A57-3B1D2C4E6F80', ['Contact.User.Search']),
  },
  {
    id: 'unread',
    group: 'modern',
    way: 'unread',
    method: 'GET',
    path: '/v1.0/hrm/employees',
    status: 403,
    reply: refusal(newText('Hrm.Employee.Read'), '6B2F1D22-8D5C-4F1B-8B68-4C2E3D5F7A91'),
  },
  {
    id: 'stream',
    group: 'modern',
    way: 'stream',
    fate: 'stream',
    method: 'GET',
    path: '/api/assistant/stream',
    status: 200,
    reply: refusal(newText('Card.Streaming.Write'), '7C3A2E33-9E6D-4A2C-9C79-5D3F4E6A8BA2', ['Card.Streaming.Write']),
  },
  {
    id: 'socket',
    group: 'modern',
    way: 'socket',
    fate: 'socket',
    method: 'GET',
    path: '/api/live',
    status: 101,
    reply: refusal(newText('Robot.Message.Send'), '8D4B3F44-AF7E-4B3D-8D8A-6E4A5F7B9CB3', ['Robot.Message.Send']),
  },
  {
    id: 'page',
    group: 'modern',
    fate: 'page',
    method: 'GET',
    path: '/api/gateway/report',
    status: 502,
    reply: refusal(newText('Attendance.Report.Read'), '9E5C4A55-BA8F-4C4E-9E9B-7F5B6A8CADC4', [
      'Attendance.Report.Read',
    ]),
  },
  {
    id: 'big',
    group: 'odd',
    method: 'GET',
    path: '/api/report',
    status: 200,
    reply: {
      rows: Array.from({ length: 40_000 }, (_, row) => ({
        row,
        name: '考勤记录',
        note: 'nothing to see in this row of a large report',
      })),
    },
  },
  {
    id: 'gone',
    group: 'odd',
    method: 'GET',
    path: '/v1.0/wiki/workspaces',
    status: 403,
    fate: 'cut',
    reply: refusal(newText('Wiki.Workspace.Read'), '0B7E2C14-6D5F-4A3B-9C8D-7E6F5A4B3C2D', ['Wiki.Workspace.Read']),
  },
];
