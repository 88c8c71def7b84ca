//! A script of exchanges, a line each:
//!
//! ```text
//! 1 10:00 token T1 METHOD URL app=… corp=… ttl=… refresh=R1 with=R0 scope=a,b     a call that gives a token
//! 2 10:02 granted T1 METHOD URL [body]                                            a call that was granted
//! 3 10:05 refused T1 METHOD URL scope,scope                                       one that was refused
//! 4 10:06 failed T1 METHOD URL body                                               one with an error of another kind
//! 5 10:07 page T1 METHOD URL text                                                 a web page
//! ```

use scopelens_model::Exchange;

/// 2026-05-14 00:00 UTC.
const DAY: f64 = 1_778_716_800_000.0;

/// What a script calls `T1`, as a request carries it. A name with a dash is what it is: `t-abc`.
pub(super) fn token(name: &str) -> String {
    if name.contains('-') {
        return format!("{name}0123456789");
    }
    name.bytes().cycle().take(16).map(|b| format!("{b:02x}")).collect()
}

/// The exchanges of a script; lines that do not begin with a number are left out.
pub(crate) fn exchanges(script: &str) -> Vec<Exchange> {
    script.lines().filter(|line| line.starts_with(|c: char| c.is_ascii_digit())).map(exchange).collect()
}

fn exchange(line: &str) -> Exchange {
    let words: Vec<&str> = line.split_whitespace().collect();
    let (id, what, name, method, url) = (words[0], words[2], words[3], words[4], words[5]);
    let (hours, minutes) = words[1].split_once(':').unwrap();
    let minutes: f64 = hours.parse::<f64>().unwrap() * 60.0 + minutes.parse::<f64>().unwrap();
    let rest = line.split_once(url).unwrap().1.trim();
    let feishu = url.contains("open-apis");
    let (status, request, body) = match what {
        "token" => (200, asked(rest, feishu), given(name, rest, url)),
        "granted" if rest.is_empty() => (200, None, r#"{"errcode":0,"code":0,"ok":true}"#.to_owned()),
        "granted" => (200, None, rest.to_owned()),
        "refused" if feishu => (400, None, refused_feishu(rest)),
        "refused" if url.contains("oapi.") => (200, None, refused_old(rest)),
        "refused" => (403, None, refused(rest)),
        "failed" => (400, None, rest.to_owned()),
        "page" => (200, None, rest.to_owned()),
        other => panic!("{other} is no line of a script"),
    };
    let carried = if what == "token" { option(rest, "as").map(token) } else { Some(token(name)) };
    let carried = carried.filter(|_| name != "-");
    let in_query = url.contains("oapi.") && what != "token";
    let url = match &carried {
        Some(token) if in_query => format!("{url}?access_token={token}"),
        _ => url.to_owned(),
    };
    let header = |token| match feishu {
        true => ("Authorization".to_owned(), format!("Bearer {token}")),
        false => ("x-acs-dingtalk-access-token".to_owned(), token),
    };
    let headers: Vec<(String, String)> = carried.filter(|_| !in_query).map(header).into_iter().collect();
    let mime = if what == "page" { "text/html" } else { "application/json" };
    serde_json::from_value(serde_json::json!({
        "id": id.parse::<u64>().unwrap(), "at": DAY + minutes * 60_000.0, "method": method, "url": url, "status": status,
        "mime": mime, "request_headers": headers, "request_body": request, "body": body,
    }))
    .unwrap()
}

fn option<'r>(rest: &'r str, name: &str) -> Option<&'r str> {
    rest.split_whitespace().find_map(|word| word.strip_prefix(name)?.strip_prefix('='))
}

fn asked(rest: &str, feishu: bool) -> Option<String> {
    let mut body = serde_json::json!({ "appSecret": "hush-0123456789abcdef" });
    if let Some(app) = option(rest, "app") {
        body[if feishu { "app_id" } else { "appKey" }] = app.into();
    }
    if let Some(corp) = option(rest, "corp") {
        body["authCorpId"] = corp.into();
    }
    if let Some(refresh) = option(rest, "with") {
        body["refresh_token"] = token(refresh).into();
    }
    Some(body.to_string())
}

fn given(name: &str, rest: &str, url: &str) -> String {
    let ttl: i64 = option(rest, "ttl").map_or(7_200, |ttl| ttl.parse().unwrap());
    let mut body = serde_json::json!({ "code": 0, "accessToken": token(name), "expireIn": ttl });
    if url.contains("open-apis") {
        let member = if url.contains("tenant_access_token") { "tenant_access_token" } else { "access_token" };
        body = serde_json::json!({ "code": 0, member: token(name), "expire": ttl });
    }
    if url.contains("oapi.") {
        body = serde_json::json!({ "errcode": 0, "access_token": token(name), "expires_in": ttl });
    }
    if let Some(refresh) = option(rest, "refresh") {
        body["refresh_token"] = token(refresh).into();
    }
    if let Some(corp) = option(rest, "ofcorp") {
        body["corpId"] = corp.into();
    }
    if let Some(scopes) = option(rest, "scope") {
        body["scope"] = scopes.replace(',', " ").into();
    }
    body.to_string()
}

fn refused(scopes: &str) -> String {
    let scopes: Vec<&str> = scopes.split(',').collect();
    serde_json::json!({
        "code": "Forbidden.AccessDenied.AccessTokenPermissionDenied", "requestid": "E64A36EF-2FB4-4BC5-BBD8-80E0F54218F9",
        "message": "没有调用该接口的权限", "accessdenieddetail": { "requiredScopes": scopes },
    })
    .to_string()
}

fn refused_old(scopes: &str) -> String {
    let text = format!("应用尚未开通所需的权限：[{scopes}]");
    serde_json::json!({ "errcode": 88, "sub_code": "60011", "sub_msg": text, "errmsg": "ding talk error" }).to_string()
}

fn refused_feishu(scopes: &str) -> String {
    let subjects: Vec<_> = scopes
        .split(',')
        .map(|scope| serde_json::json!({ "type": "action_scope_required", "subject": scope }))
        .collect();
    let text = format!("Access denied. One of the following scopes is required: [{scopes}]");
    serde_json::json!({ "code": 99_991_672, "msg": text, "error": { "permission_violations": subjects } }).to_string()
}
