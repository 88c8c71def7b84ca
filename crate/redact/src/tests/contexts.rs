//! Names that are secret in one place and telling in another, and values that are masked in part.

use super::redact;
use super::secrets::{HEX, HEX64, JWT, SECRET64};

fn check(text: &str, expected: &str) {
    assert_eq!(redact(text), expected);
    assert_eq!(redact(expected), expected);
}

#[test]
fn code_is_a_grant_or_an_error() {
    check(
        "https://app.example/cb?code=4b7e2c90d15f3a86&state=s1",
        "https://app.example/cb?code=masked-auth-code-1&state=s1",
    );
    check("https://app.example/cb?authCode=4b7e2c90d15f3a86", "https://app.example/cb?authCode=masked-auth-code-1");
    check(
        "https://app.example/cb?code=400009&error=access_denied",
        "https://app.example/cb?code=400009&error=access_denied",
    );
    check(
        "{\"clientId\":\"dingabcdefgh12345678\",\"code\":\"a1B2c3\",\"grantType\":\"authorization_code\"}",
        "{\"clientId\":\"dingabcdefgh12345678\",\"code\":\"masked-auth-code-1\",\"grantType\":\"authorization_code\"}",
    );
    check(
        "{\"code\":\"InvalidParameter.V2\",\"message\":\"x\"}",
        "{\"code\":\"InvalidParameter.V2\",\"message\":\"x\"}",
    );
    check(
        "{\"code\":99991672,\"msg\":\"x\"} AADSTS code: AADSTS65001",
        "{\"code\":99991672,\"msg\":\"x\"} AADSTS code: AADSTS65001",
    );
}

#[test]
fn name_is_masked_beside_a_person_only() {
    check(
        "{\"name\":\"张三\",\"userid\":\"manager42\"}",
        "{\"name\":\"masked-name-1\",\"userid\":\"masked-user-id-2\"}",
    );
    check(
        "{\"name\":\"通讯录只读权限\",\"code\":\"qyapi_get_member\"}",
        "{\"name\":\"通讯录只读权限\",\"code\":\"qyapi_get_member\"}",
    );
    check(
        "{\"list\":[{\"name\":\"李四\",\"unionId\":\"aB3\"}],\"dept\":{\"name\":\"研发部\"}}",
        "{\"list\":[{\"name\":\"masked-name-1\",\"unionId\":\"masked-union-id-2\"}],\"dept\":{\"name\":\"研发部\"}}",
    );
    check("姓名：张三，工号：00042，部门：研发部", "姓名：masked-name-1，工号：masked-job-number-2，部门：研发部");
}

#[test]
fn content_is_masked_in_a_message_only() {
    check(
        "{\"msgtype\":\"text\",\"text\":{\"content\":\"明天开会 \\\"A\\\"\"}}",
        "{\"msgtype\":\"text\",\"text\":{\"content\":\"masked-message-1\"}}",
    );
    check(
        "{\"msgKey\":\"sampleMarkdown\",\"msgParam\":\"{\\\"title\\\":\\\"周报\\\",\\\"text\\\":\\\"# 一\\\"}\"}",
        "{\"msgKey\":\"sampleMarkdown\",\"msgParam\":\"{\\\"title\\\":\\\"masked-message-1\\\",\\\"text\\\":\\\"masked-message-2\\\"}\"}",
    );
    check(
        "{\"response\":{\"content\":{\"mimeType\":\"application/json\",\"text\":\"{\\\"errcode\\\":60011}\"}}}",
        "{\"response\":{\"content\":{\"mimeType\":\"application/json\",\"text\":\"{\\\"errcode\\\":60011}\"}}}",
    );
    check(
        "{\"content\":\"https://open-dev.dingtalk.com/\",\"title\":\"x\"}",
        "{\"content\":\"https://open-dev.dingtalk.com/\",\"title\":\"x\"}",
    );
}

#[test]
fn the_scheme_of_an_authorization_stays() {
    check("Authorization: Bearer Qw8ErT2yUi5o and more", "Authorization: Bearer masked-authorization-1 and more");
    check("Authorization: Basic dXNlcjpwYXNz", "Authorization: Basic masked-authorization-1");
    check("{\"Authorization\":\"Qw8ErT2yUi5o\"}", "{\"Authorization\":\"masked-authorization-1\"}");
    check(
        "authorization: AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20261122/us-east-1/s3/aws4_request, Signature=5d67\nx: y",
        "authorization: AWS4-HMAC-SHA256 masked-authorization-1\nx: y",
    );
    check(&format!("sent with Bearer {JWT}."), "sent with Bearer masked-token-1.");
}

#[test]
fn cookies_keep_names_and_attributes() {
    check(
        "Cookie: account=oauth_k1%3Ab2; deviceid=7f3c; theme=dark\nAccept: */*",
        "Cookie: account=masked-cookie-1; deviceid=masked-cookie-2; theme=masked-cookie-3\nAccept: */*",
    );
    check(
        "< set-cookie: sid=\"a8,4c\"; Expires=Sun, 22 Nov 2026 10:00:00 GMT; Path=/; HttpOnly\r\n",
        "< set-cookie: sid=masked-cookie-1; Expires=Sun, 22 Nov 2026 10:00:00 GMT; Path=/; HttpOnly\r\n",
    );
    check(
        "curl -H 'Cookie: a=b1; c=d2' https://x.example",
        "curl -H 'Cookie: a=masked-cookie-1; c=masked-cookie-2' https://x.example",
    );
    check(
        "{\"headers\":[[\"cookie\",\"a=b12345678; c=d\"]]}",
        "{\"headers\":[[\"cookie\",\"a=masked-cookie-1; c=masked-cookie-2\"]]}",
    );
    check(
        "{\"cookies\":[{\"name\":\"theme\",\"value\":\"dark\",\"path\":\"/\",\"httpOnly\":true}]}",
        "{\"cookies\":[{\"name\":\"theme\",\"value\":\"masked-cookie-1\",\"path\":\"/\",\"httpOnly\":true}]}",
    );
    check(
        "'set-cookie': [ 'a=b; Path=/', 'c=d' ]",
        "'set-cookie': [ 'a=masked-cookie-1; Path=/', 'c=masked-cookie-2' ]",
    );
}

#[test]
fn places_in_urls() {
    check(
        "GET /v1.0/contact/users/PiiiPyQqBNBii0HnCJ3zljcuAiEiE HTTP/1.1",
        "GET /v1.0/contact/users/masked-user-id-1 HTTP/1.1",
    );
    check(
        "/v1.0/calendar/users/abcdefghiE/calendars/primary/events",
        "/v1.0/calendar/users/masked-user-id-1/calendars/primary/events",
    );
    check(
        "https://open.feishu.cn/open-apis/bot/v2/hook/3b1f6c2e-8d47-4a95-b0e3-7f21c9d46a58",
        "https://open.feishu.cn/open-apis/bot/v2/hook/masked-webhook-1",
    );
    check(
        "https://hooks.slack.com/services/T01AB2CD3/B01AB2CD3/aBcDeFgHiJkLmN0pQrSt",
        "https://hooks.slack.com/services/masked-webhook-1",
    );
    check(
        "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=693a91f6-7d47-4b8f-9c1e-2f60a7d3b5c4",
        "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=masked-api-key-1",
    );
    check(
        "wss://wss-open-connection.dingtalk.com:443/connect?ticket=3b1f6c2e-8d47-4a95-b0e3-7f21c9d46a58",
        "wss://wss-open-connection.dingtalk.com:443/connect?ticket=masked-ticket-1",
    );
    check(
        "git clone https://x-access-token:Qw8ErT2yUi5o@github.com/a/b.git",
        "git clone https://x-access-token:masked-password-1@github.com/a/b.git",
    );
    check("mysql://root:p4ss!w@db.example:3306/x", "mysql://root:masked-password-1@db.example:3306/x");
    check(
        &format!(
            "https://oapi.dingtalk.com/robot/send?access_token={HEX64}&timestamp=1763805600123&sign=mWq3VbN8xT2kRz7L%2Bd5%3D"
        ),
        "https://oapi.dingtalk.com/robot/send?access_token=masked-access-token-1&timestamp=1763805600123&sign=masked-signature-2",
    );
    check(
        "https://b.oss-cn-hangzhou.aliyuncs.com/a.pdf?Expires=1763805600&OSSAccessKeyId=LTAI5tQk9mXvR3nZ&Signature=vjbyPxybdZaNmGa%2ByT272YEAiv4%3D",
        "https://b.oss-cn-hangzhou.aliyuncs.com/a.pdf?Expires=1763805600&OSSAccessKeyId=masked-access-key-1&Signature=masked-signature-2",
    );
    check(
        "https://open-dev.dingtalk.com/fe/old?hash=%23%2FpersonalAuthorization%3FflowId%3Dc5d1e8f20a9b4736%26userCode%3DKXBF-97QD#/personalAuthorization?flowId=c5d1e8f20a9b4736&userCode=KXBF-97QD",
        "https://open-dev.dingtalk.com/fe/old?hash=%23%2FpersonalAuthorization%3FflowId%3Dmasked-grant-1%26userCode%3Dmasked-grant-2#/personalAuthorization?flowId=masked-grant-1&userCode=masked-grant-2",
    );
}

#[test]
fn the_signature_error_of_the_js_api_keeps_its_text() {
    check(
        "{\"message\":\"权限校验失败 Code:52013 - Message: 签名校验失败,nonce:[Xk29dLm],timestamp:[1763805600],url:[https://a.example/x],ticketList:[IF4pK2bX9vQ7sYnD, 8sTw2LqZ]\",\"errorCode\":3}",
        "{\"message\":\"权限校验失败 Code:52013 - Message: 签名校验失败,nonce:[masked-nonce-1],timestamp:[1763805600],url:[https://a.example/x],ticketList:[masked-ticket-2, masked-ticket-3]\",\"errorCode\":3}",
    );
}

#[test]
fn command_lines() {
    check("curl -u admin:s3cret https://x.example", "curl -u admin:masked-password-1 https://x.example");
    check("dws login --client-secret Qw8ErT2yUi5o --yes", "dws login --client-secret masked-secret-1 --yes");
    check("dws login --client-secret=Qw8ErT2yUi5o --yes", "dws login --client-secret=masked-secret-1 --yes");
    check("tool --token $TOKEN --password -v", "tool --token $TOKEN --password -v");
}

#[test]
fn a_client_dump_with_its_headers() {
    let text = format!(
        "AxiosError: Request failed with status code 403\n  config: {{\n    headers: Object [AxiosHeaders] {{\n      Accept: 'application/json',\n      \
         'x-acs-dingtalk-access-token': '{HEX}',\n    }},\n    data: '{{\"clientSecret\":\"{SECRET64}\",\"clientId\":\"dingabcdefgh12345678\"}}'\n  }},\n  \
         _header: 'POST /v1.0/x HTTP/1.1\\r\\nx-acs-dingtalk-access-token: {HEX}\\r\\nHost: api.dingtalk.com\\r\\n\\r\\n',"
    );
    let expected = "AxiosError: Request failed with status code 403\n  config: {\n    headers: Object [AxiosHeaders] {\n      Accept: 'application/json',\n      \
         'x-acs-dingtalk-access-token': 'masked-access-token-1',\n    },\n    data: '{\"clientSecret\":\"masked-secret-2\",\"clientId\":\"dingabcdefgh12345678\"}'\n  },\n  \
         _header: 'POST /v1.0/x HTTP/1.1\\r\\nx-acs-dingtalk-access-token: masked-access-token-1\\r\\nHost: api.dingtalk.com\\r\\n\\r\\n',";
    check(&text, expected);
}

#[test]
fn a_message_over_several_lines_of_a_print_out() {
    check(
        "text: {\n  content: 'first line\\n' +\n    'second line'\n}",
        "text: {\n  content: 'masked-message-1' +\n    'masked-message-2'\n}",
    );
}

#[test]
fn words_without_a_name_stand_by_their_neighbours() {
    check(&format!("seen: {HEX}"), "seen: masked-hex32-1");
    check(&format!("traceId {HEX}"), &format!("traceId {HEX}"));
    check(&format!("md5({HEX})"), &format!("md5({HEX})"));
    check(&HEX.to_uppercase(), &HEX.to_uppercase());
    check("appSecret 为 Qw8ErT2yUi5o，不对", "appSecret 为 masked-secret-1，不对");
}
