// Refusals as people meet them: the texts that stand on the demo page, to be selected.
import { calls } from './calls.mjs';
import { CLIENT_ID, applyLink } from './names.mjs';

/** The reply of one of the demo's calls. @param {string} id */
function replyOf(id) {
  const call = calls.find((each) => each.id === id);
  if (!call) throw new Error(`the demo makes no call ${id}`);
  return call.reply;
}

const upstream =
  '{"code":"Forbidden.AccessDenied.AccessTokenPermissionDenied","requestid":"4F1D0C7B-88AA-4B6E-9B1F-2A3C4D5E6F70",' +
  '"message":"没有调用该接口的权限","accessdenieddetail":{"requiredScopes":["Card.Streaming.Write"]}}';

export const samples = {
  log: `2026-04-11 10:21:07.318 ERROR [contact-sync] GET /v1.0/contact/users/me -> 403\n${JSON.stringify(replyOf('user-token'), null, 2)}`,
  minified: JSON.stringify(replyOf('app-token')),
  java: [
    'com.aliyun.tea.TeaException: code: 403, 应用尚未开通所需的权限：[Calendar.Event.Write]，点击链接申请并开通即可：' +
      `${applyLink('Calendar.Event.Write')} request id: 019F419C-7A1B-7C3D-8E5F-0A1B2C3D4E5F`,
    '    at com.aliyun.teaopenapi.Client.doRequest(Client.java:744)',
    '    at com.aliyun.dingtalkcalendar_1_0.Client.createEventWithOptions(Client.java:512)',
    '    at com.example.demo.CalendarJob.run(CalendarJob.java:41)',
  ].join('\n'),
  go: [
    'SDKError:',
    '   StatusCode: 403',
    '   Code: Forbidden.AccessDenied.AccessTokenPermissionDenied',
    '   Message: code: 403, 没有调用该接口的权限 request id: 4F1D0C7B-88AA-4B6E-9B1F-2A3C4D5E6F70',
    `   Data: ${upstream}`,
  ].join('\n'),
  python:
    'Error: Forbidden.AccessDenied.AccessTokenPermissionDenied code: 403, 没有调用该接口的权限 request id: 4F1D0C7B-88AA-4B6E-9B1F-2A3C4D5E6F70 ' +
    "Response: {'code': 'Forbidden.AccessDenied.AccessTokenPermissionDenied', 'requestid': '4F1D0C7B-88AA-4B6E-9B1F-2A3C4D5E6F70', " +
    "'message': '没有调用该接口的权限', 'accessdenieddetail': {'requiredScopes': ['Contact.Org.Read']}, 'statusCode': 403}",
  chat:
    `今天同步通讯录又挂了：{"errcode":88,"sub_code":"60011","sub_msg":"应用尚未开通所需的权限：[qyapi_get_department_list]",` +
    `"errmsg":"ding talk error[subcode=60011,submsg=应用尚未开通所需的权限：[qyapi_get_department_list]，点击链接申请并开通即可：` +
    `${applyLink('qyapi_get_department_list')}, {requiredScopes=[qyapi_get_department_list]}]","request_id":"5imjdemo0003"}`,
  frame: JSON.stringify(replyOf('ip-list'), null, 2),
  ticket: `Environment: staging, app ${CLIENT_ID}\nWhat happened: sending the card failed.\n\nReply:\n${upstream}\n\nPlease have a look.`,
  oneline: JSON.stringify(replyOf('old-api')),
  nothing: 'The sync ran at 10:20 and took 4.2 seconds. 128 people, 12 departments, no change.',
};
