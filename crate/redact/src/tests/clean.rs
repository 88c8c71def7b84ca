//! Texts without secrets come out as they went in: what support needs stays readable.

use super::redact;
use super::secrets::HEX;

/// Refusals as platforms and programs print them.
const REFUSALS: &[&str] = &[
    r#"{"code":"Forbidden.AccessDenied.AccessTokenPermissionDenied","requestid":"e64a36ef-2fb4-4bc5-bbd8-80e0f54218f9","message":"没有调用该接口的权限，接口权限申请参考：https://open.dingtalk.com/document/orgapp-server/add-api-permission","accessdenieddetail":{"requiredScopes":["Contact.User.Read"]}}"#,
    r#"{"code":"Forbidden.AccessDenied.AccessTokenPermissionDenied","requestid":"B7C41D5E-90AF-7D2B-8E63-1F0A5C2B9D84","message":"没有调用该接口的权限","accessdenieddetail":{"requiredScopes":["Card.Streaming.Write"]}}"#,
    r#"{"requestid":"019F419C-7A3E-7C11-9D02-5B8E6F1A2C3D","code":"Forbidden.AccessDenied.AccessTokenPermissionDenied","message":"应用尚未开通所需的权限：[Document.AIAssistant.Read]"}"#,
    r#"{"code":"Forbidden.AccessDenied.AccessTokenPermissionDenied","message":"应用尚未开通所需的权限：[Calendar.Event.Write]，点击链接申请并开通即可：https://open-dev.dingtalk.com/appscope/apply?content=dingabcdefgh12345678%23Calendar.Event.Write"}"#,
    "钉钉 API 调用失败: operation=获取知识库列表, status=403 Forbidden, code=Forbidden.AccessDenied.AccessTokenPermissionDenied, request_id=request-123, message=应用尚未开通所需的权限：[Wiki.Workspace.Read]，申请地址：https://open-dev.dingtalk.com/appscope/apply?content=app%23Wiki.Workspace.Read",
    r#"{"Code":"Forbidden.AccessDenied.AccessTokenPermissionDenied","StatusCode":403,"Message":"code: 403, 没有调用该接口的权限 request id: 8197EFAB-1234-7ABC-9DEF-0123456789AB","Data":"{\"AccessDeniedDetail\":{\"requiredScopes\":[\"Contact.Org.Read\"]},\"Code\":\"Forbidden.AccessDenied.AccessTokenPermissionDenied\",\"HostId\":\"dingtalk-inner.aliyuncs.com\",\"Message\":\"没有调用该接口的权限\",\"Recommend\":\"https://next.api.aliyun.com/troubleshoot?q=Forbidden\",\"RequestId\":\"8197EFAB-1234-7ABC-9DEF-0123456789AB\",\"statusCode\":403}","Stack":null,"AccessDeniedDetail":{"requiredScopes":["Contact.Org.Read"]}}"#,
    r#"{"errcode":88,"sub_code":"60011","sub_msg":"应用尚未开通所需的权限：[qyapi_get_member_by_mobile]","errmsg":"ding talk error[subcode=60011,submsg=应用尚未开通所需的权限：[qyapi_get_member_by_mobile]，点击链接申请并开通即可：https://open-dev.dingtalk.com/appscope/apply?content=dingabcdefgh12345678%23qyapi_get_member_by_mobile, {requiredScopes=[qyapi_get_member_by_mobile]}]","request_id":"16l4ew3d47pdp"}"#,
    r#"{"errcode":88,"sub_code":"60011","sub_msg":"没有调用该接口的权限","errmsg":"ding talk error[subcode=60011,submsg=没有调用该接口的权限]","request_id":"5imjq8t2wz1k"}"#,
    "Error code: 60011, message: 没有调用该接口的权限，接口权限申请参考：https://developers.dingtalk.com/document/app/add-api-permission",
    r#"{"errcode":60011,"errmsg":"应用未开通此接口权限：[qyapi_chat_read]"}"#,
    r#"{"errcode":60020,"errmsg":"请参考FAQ：https://open-doc.dingtalk.com/microapp/faquestions/cvbtph。错误原因：访问ip不在白名单之中,request ip=203.0.113.9 appKey(dingabcdefgh12345678)"}"#,
    r#"{"errcode":88,"sub_code":"40014","sub_msg":"不合法的access_token","errmsg":"ding talk error[subcode=40014,submsg=不合法的access_token]","request_id":"16l4ew3d47pdp"}"#,
    "ding talk error[subcode=60020,submsg=访问ip不在白名单之中,request ip=2001:db8::7 appKey(dingabcdefgh12345678)]",
    "ding talk error[subcode=90002,submsg=当前所有钉钉应用调用该接口次数过多，请求被暂时禁用了, apiPath(dingtalk.oapi.v2.department.listsub), 从 2026-09-21 12:00:03 到 2026-09-21 12:00:04 请求总次数超过 1200 次, 限制将在 2026-09-21 12:00:04 结束.]",
    "SDKError:\n   StatusCode: 403\n   Code: Forbidden.AccessDenied.AccessTokenPermissionDenied\n   Message: code: 403, 没有调用该接口的权限 request id: 8197EFAB-1234-7ABC-9DEF-0123456789AB\n   Data: {\"accessdenieddetail\":{\"requiredScopes\":[\"Contact.Org.Read\"]},\"statusCode\":403}",
    "CardReplier.create_and_send_card failed, create card instance failed, error=403 Client Error: Forbidden for url: https://api.dingtalk.com/v1.0/card/instances [card_replier.py:115]",
    "msg: 'Access denied. One of the following scopes is required: [im:chat, im:chat.tabs:write_only].应用尚未开通所需的应用身份权限：[im:chat, im:chat.tabs:write_only]，点击链接申请并开通任一权限即可：https://open.feishu.cn/app/cli_a1b2c3d4e5f6a7b8/auth?q=im:chat,im:chat.tabs:write_only&op_from=openapi&token_type=tenant'",
    "WWW-Authenticate: Bearer realm=\"api\", error=\"insufficient_scope\", scope=\"a b\"",
    "User: arn:aws:sts::123456789012:assumed-role/R/S is not authorized to perform: ecr:GetAuthorizationToken on resource: * because no identity-based policy allows it",
    "{\"errorCode\":\"7\",\"errorMessage\":\"API not authed\"}",
    "AuthenticationFailed.MissingParameter 缺少参数：x-acs-dingtalk-access-token",
    "{\"code\":\"PAT_MEDIUM_RISK_NO_PERMISSION\",\"data\":{\"requiredScopes\":[{\"scope\":\"doc:update\",\"productName\":\"文档\"}]}}",
];

/// What names nobody and opens nothing.
const READABLE: &[&str] = &[
    "AppKey dingabcdefgh12345678, SuiteKey suiteabcdefgh12345678, CorpId ding0f4a9c31d27e85b6a1c0934fe2d8bfa7",
    "{\"clientId\":\"dingabcdefgh12345678\",\"corpId\":\"ding0f4a9c31d27e85b6a1c0934fe2d8bfa7\",\"robotCode\":\"dingabcdefgh12345678\"}",
    "app_id=cli_a1b2c3d4e5f6a7b8&grant_type=client_credentials",
    "commit 3f2a9c31d27e85b6a1c0934fe2d8bfa7c1e0a94b, sha256: 7c1e0a94bd5f3826e07f19c4a2d85b36410fe9c87d2ab3561f0e94c8d7a25b13",
    "GET https://api.dingtalk.com/v1.0/contact/users/me HTTP/1.1\r\nHost: api.dingtalk.com\r\nContent-Type: application/json; charset=utf-8\r\nDate: Sun, 22 Nov 2026 10:00:00 GMT\r\n",
    "POST /topapi/v2/user/getbymobile, /v1.0/contact/users/search, /v1.0/todo/users/{unionId}/tasks",
    "access_token 过期, access_token is blank, token expired, invalid token: The access token expired",
    "x-acs-dingtalk-access-token: {access_token}\nAuthorization: Bearer <token>\nAPP_SECRET=YOUR_APP_SECRET\ntoken=$TOKEN secret=${APP_SECRET} key=***",
    "{\"access_token\":null,\"token\":\"\",\"hasToken\":true,\"password\":false,\"expireIn\":7200}",
    "{\"scopes\":[{\"name\":\"通讯录个人信息读权限\",\"value\":\"Contact.User.Read\"}],\"apiName\":\"GetUser\"}",
    "{\"nextToken\":\"c2f0b7a91d\",\"page_token\":\"a81c0d2f7b\",\"tokenType\":\"tenant\",\"maxTokens\":4096,\"timestamp\":1763805600123}",
    "{\"field\":[\"mobile\",\"email\",\"unionid\",\"access_token\",\"refresh_token\"]}",
    "function getToken(token: string, password?: string) { return fetch(url, { headers: { token: getToken() } }) }",
    "at DingTalkClient.execute(DingTalkClient.java:744)\n    at com.aliyun.tea.TeaException: code: 403",
    "@alicloud/dingtalk@2.1.14, git tag v1.2.3, dingtalk-stream==0.24.0, pi 0.13812345678",
    "masked-access-token-1 and 99900000001 are masks, 99912345678 is a number",
];

#[test]
fn refusals_stay_as_they_are() {
    for text in REFUSALS.iter().chain(READABLE) {
        assert_eq!(&redact(text), text);
    }
}

#[test]
fn refusals_stay_when_escaped() {
    for text in REFUSALS {
        let once = serde_json::to_string(text).unwrap();
        let twice = serde_json::to_string(&once).unwrap();
        assert_eq!(redact(&once), once);
        assert_eq!(redact(&twice), twice);
    }
}

#[test]
fn request_ids_of_all_shapes_stay() {
    let ids = [
        "E64A36EF-2FB4-4BC5-BBD8-80E0F54218F9",
        "e64a36ef-2fb4-4bc5-bbd8-80e0f54218f9",
        "16l4ew3d47pdp",
        "5imjq8t2wz1",
        HEX,
    ];
    let names = ["requestid", "RequestId", "requestId", "request_id", "X-Acs-Request-Id", "traceId"];
    for (id, name) in ids.iter().flat_map(|id| names.iter().map(move |name| (id, name))) {
        for text in [
            format!("{{\"{name}\":\"{id}\",\"code\":403}}"),
            format!("{name}: {id}"),
            format!("failed, {name}={id}, status=403"),
            format!("request id: {id}"),
            format!("RequestID（{id}）"),
        ] {
            assert_eq!(redact(&text), text);
        }
    }
}
