//! What no rule's proof shows: carriers, several refusals, exchanges, hostile input.

use super::Left;
use crate::testing::{read_exchange, read_snippet};
use scopelens_model::{BodyState, Denial, Exchange, Head, Kind, Source};
use scopelens_text::base64;

const NEW: &str = r#"{"code":"Forbidden.AccessDenied.AccessTokenPermissionDenied","requestid":"E64A36EF-2FB4-4BC5-BBD8-80E0F54218F9","message":"应用尚未开通所需的权限：[Contact.User.Read]，点击链接申请并开通即可：https://open-dev.dingtalk.com/appscope/apply?content=dingabcdefghijklmnop%23Contact.User.Read","accessdenieddetail":{"requiredScopes":["Contact.User.Read"]}}"#;
const OLD: &str = r#"{"errcode":88,"sub_code":"60011","sub_msg":"没有调用该接口的权限","errmsg":"ding talk error[subcode=60011,submsg=没有调用该接口的权限, {requiredScopes=[qyapi_get_member]}]","request_id":"16l4ew3d47pdp"}"#;

fn one(text: &str) -> Denial {
    let reading = read_snippet(text);
    assert_eq!(reading.denials.len(), 1, "in {text}\n{:#?}", reading.denials);
    reading.denials.into_iter().next().unwrap()
}

fn scopes(denial: &Denial) -> Vec<&str> {
    denial.scopes.iter().map(|s| s.value.as_str()).collect()
}

fn exchange(url: &str, mime: &str, body: Option<&str>) -> Exchange {
    Exchange {
        head: Head { method: "GET".into(), url: url.into(), status: 403, mime: mime.into(), size: None },
        id: None,
        at: None,
        request_headers: Vec::new(),
        response_headers: Vec::new(),
        request_body: None,
        body: body.map(str::to_owned),
        body_state: if body.is_some() { BodyState::Whole } else { BodyState::Missing },
    }
}

#[test]
fn every_carrier_gives_the_same_facts() {
    let escaped = serde_json::to_string(NEW).unwrap();
    let twice = serde_json::to_string(&escaped).unwrap();
    let value: serde_json::Value = serde_json::from_str(NEW).unwrap();
    let pretty = serde_json::to_string_pretty(&value).unwrap();
    let carriers = [
        NEW.to_owned(),
        format!("2026-11-22 10:00:01 ERROR gateway said {NEW} for user"),
        format!(r#"{{"level":"error","msg":{escaped}}}"#),
        format!("log: {twice}"),
        pretty.replace('\n', "\r\n"),
        pretty.lines().map(|line| format!("> {line}\n")).collect(),
        NEW.replace('"', "&quot;"),
        NEW.replace('"', "'"),
        NEW.replace("accessdenieddetail", "AccessDeniedDetail")
            .replace("requestid", "RequestId")
            .replace("\"code", "\"Code"),
        format!(r#"{{"success":false,"data":"{}"}}"#, base64::encode(NEW)),
        format!(r#"{{"log":"gateway said {{\"data\":\"{}\"}}"}}"#, base64::encode(&pretty)),
        format!(r#"{{"data":"{}"}}"#, base64::encode(format!(r#"{{"body":{escaped}}}"#)).trim_end_matches('=')),
        percent_encoding::utf8_percent_encode(NEW, percent_encoding::NON_ALPHANUMERIC).to_string(),
        NEW.chars().map(|c| if c.is_ascii() { c.to_string() } else { format!("\\u{:04x}", u32::from(c)) }).collect(),
    ];
    for text in carriers {
        let denial = one(&text);
        assert_eq!(scopes(&denial), ["Contact.User.Read"], "{text}");
        let value = |fact: &Option<scopelens_model::Fact>| fact.as_ref().map(|f| f.value.clone());
        assert_eq!(value(&denial.request_id).as_deref(), Some("E64A36EF-2FB4-4BC5-BBD8-80E0F54218F9"), "{text}");
        assert_eq!(value(&denial.app_id).as_deref(), Some("dingabcdefghijklmnop"), "{text}");
        assert_eq!((denial.kind, denial.mention, denial.carried_link), (Kind::MissingScope, false, true), "{text}");
    }
}

#[test]
fn each_fact_says_where_it_was_read() {
    let text = format!("前缀 {NEW}");
    let denial = one(&text);
    for fact in [Some(&denial.scopes[0]), denial.code.as_ref(), denial.request_id.as_ref(), denial.app_id.as_ref()] {
        let fact = fact.unwrap();
        let span = fact.span.unwrap();
        assert_eq!(text.get(span.start..span.end), Some(fact.value.as_str()));
    }
}

#[test]
fn several_refusals_in_one_text_stay_apart() {
    let other = NEW.replace("Contact.User.Read", "Calendar.Event.Write").replace("E64A36EF", "F64A36EF");
    let text = format!("{NEW}\n{OLD}\n{other}");
    let reading = read_snippet(&text);
    let found: Vec<Vec<&str>> = reading.denials.iter().map(scopes).collect();
    assert_eq!(found, [vec!["Contact.User.Read"], vec!["qyapi_get_member"], vec!["Calendar.Event.Write"]]);
    let ids: Vec<&str> = reading.denials.iter().map(|d| d.request_id.as_ref().unwrap().value.as_str()).collect();
    assert_eq!(ids[1], "16l4ew3d47pdp");
    assert_ne!(ids[0], ids[2]);
}

#[test]
fn refusals_that_one_line_joins_are_told_for_each_namespace() {
    let refusal = |namespace: &str| {
        let who = "User \"system:serviceaccount:argocd:manager\"";
        format!(
            "pods is forbidden: {who} cannot list resource \"pods\" in API group \"\" in the namespace \"{namespace}\""
        )
    };
    let joined = |names: &[&str]| names.iter().map(|name| refusal(name)).collect::<Vec<_>>().join(",");
    assert_eq!(read_snippet(&joined(&["a", "b", "b", "c"])).denials.len(), 3);
    assert_eq!(read_snippet(&joined(&["a", "a"])).denials.len(), 1);
}

#[test]
fn a_bad_record_spoils_no_other() {
    let text = format!("{{\"code\":\"Forbid\n[[[{{{{ \u{0} \u{fffd} '''\n\n{OLD}\n}}}}]]\n{{\"errcode\":");
    assert_eq!(scopes(&one(&text)), ["qyapi_get_member"]);
}

#[test]
fn what_is_cut_off_is_not_taken_for_whole() {
    let cut = NEW.split_at(NEW.find("requiredScopes").unwrap() + "requiredScopes\":[\"Contact.Us".len()).0;
    let cut = cut.replace("[Contact.User.Read]", "").replace("%23Contact.User.Read", "");
    assert_eq!(scopes(&one(&cut)), Vec::<&str>::new());
    assert_eq!(scopes(&one("应用尚未开通所需的权限：[Contact.User.Re")), Vec::<&str>::new());
}

#[test]
fn a_word_that_a_line_break_cuts_is_joined_or_left_out() {
    let read = |inside: &str| {
        let text = format!(
            "{{\"code\":\"Forbidden.AccessDenied.AccessTokenPermissionDenied\",\"accessdenieddetail\":{{\"requiredScopes\":[\"{inside}\"]}}}}"
        );
        scopes(&one(&text)).into_iter().map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(read("Contact.U\nser.Read"), ["Contact.User.Read"]);
    assert_eq!(read("Contact.Un\nknown.Read"), Vec::<String>::new());
}

#[test]
fn placeholders_are_no_values() {
    let denial = one(
        "应用尚未开通所需的权限：[XXX.XXX.XXX]，https://open-dev.dingtalk.com/appscope/apply?content=dingxxxxxxxxxxxxxxxx%23XXX.XXX.XXX {}",
    );
    assert_eq!((scopes(&denial), denial.app_id.is_none()), (Vec::new(), true));
}

#[test]
fn text_about_an_error_is_a_mention() {
    for text in [
        "| 403 | Forbidden.AccessDenied.AccessTokenPermissionDenied | 没有调用该接口的权限 |",
        "若返回 `Forbidden.AccessDenied.AccessTokenPermissionDenied`，请先申请权限",
        "如果看到 Forbidden.AccessDenied.AccessTokenPermissionDenied 就去开发者后台申请",
        "the backend handles `AccessTokenPermissionDenied` by asking the admin",
        "400：InvalidAuthentication；过期\n403：Forbidden.AccessDenied.AccessTokenPermissionDenied；需要申请",
    ] {
        assert!(read_snippet(text).denials.iter().all(|d| d.shown_kind() == Kind::Mention), "{text}");
    }
}

#[test]
fn the_neighbours_platforms_are_not_called_dingtalk() {
    for text in [
        r#"{"errcode":60011,"errmsg":"no privilege to access/modify contact/party/agent, hint: [1], from ip: 1.2.3.4, more info at https://open.work.weixin.qq.com/devtool/query?e=60011"}"#,
        r#"{"code":99991672,"msg":"应用尚未开通所需的应用身份权限：[im:chat]，点击链接申请并开通任一权限即可：https://open.feishu.cn/app/cli_a/auth?q=im:chat"}"#,
        r#"{"errcode":48002,"errmsg":"api forbidden"}"#,
        r#"{"error":{"code":403,"message":"Request had insufficient authentication scopes.","status":"PERMISSION_DENIED"}}"#,
    ] {
        assert!(read_snippet(text).denials.iter().all(|d| *d.platform != *"dingtalk"), "{text}");
    }
}

#[test]
fn near_identical_texts_stay_with_their_platform() {
    for (text, platform) in [
        ("应用尚未开通所需的权限：[Contact.User.Read]，点击链接申请并开通即可 ", "dingtalk"),
        ("应用尚未开通所需的应用身份权限：[im:chat]，点击链接申请并开通任一权限即可 ", "feishu"),
        ("应用尚未开通所需的用户身份权限：[im:chat]，点击链接申请并开通任一权限即可 ", "feishu"),
        (
            "<Error><Code>AuthorizationPermissionMismatch</Code><Message>This request is not authorized to perform this operation using this permission.</Message></Error>",
            "microsoft",
        ),
    ] {
        assert_eq!(*one(text).platform, *platform, "{text}");
    }
    for text in [NEW, OLD] {
        assert!(read_snippet(text).denials.iter().all(|d| *d.platform == *"dingtalk"), "{text}");
    }
}

#[test]
fn the_rules_own_number_is_read_where_only_its_message_was_recognised() {
    let denial = one("飞书返回错误 99991672：应用尚未开通所需的应用身份权限：[im:chat] 2026");
    assert_eq!(denial.code.unwrap().value, "99991672");
    assert_eq!(one("id 199991672 应用尚未开通所需的应用身份权限：[im:chat] ").code, None);
}

#[test]
fn the_status_line_before_a_reply_that_has_no_code_is_its_code() {
    let reply = "permission denied: wiki space permission denied";
    let code = |text: &str| one(text).code.map(|code| code.value);
    assert_eq!(code(&format!("HTTP/1.1 403 Forbidden\ndate: now\n\n{reply}")).as_deref(), Some("403"));
    assert_eq!(code(&format!("}} [500 bytes data]\n{reply}")), None);
    let far = format!("HTTP/1.1 403 Forbidden\n{}\n{reply}", "x ".repeat(600));
    assert_eq!(code(&far), None);
}

#[test]
fn a_list_that_a_line_announces_is_part_of_its_record() {
    for text in [
        "required one of these privileges:\n[im:chat, im:message] ",
        "required one of these privileges: [im:chat,\n im:message] ",
    ] {
        assert_eq!(scopes(&one(text)), ["im:chat", "im:message"], "{text}");
    }
}

#[test]
fn a_list_that_begins_in_its_record_may_end_in_the_lines_below() {
    let wide = "Get-MgChat_List: Missing scope permissions on the request. API requires one of\n'Chat.ReadBasic, Chat.Read,\nChat.ReadWrite'. Scopes on the request 'openid,\nUser.Read, email'";
    assert_eq!(scopes(&one(wide)), ["Chat.ReadBasic", "Chat.Read", "Chat.ReadWrite"]);
}

#[test]
fn a_bare_status_does_not_speak_for_a_reply_that_was_read() {
    let denial = one(
        "GET https://open.feishu.cn/open-apis/im/v1/messages\n403 Forbidden\n{\"msg\":\"Access denied. One of the following scopes is required: [im:chat]\"}",
    );
    assert_eq!((&*denial.topic, scopes(&denial)), ("scope", vec!["im:chat"]));
    // Without a code of its own the reply has that of its status line.
    assert_eq!(denial.code.map(|code| code.value).as_deref(), Some("403"));
}

#[test]
fn a_heading_is_a_mention() {
    let text = "### Symptom: Access denied. One of the following scopes is required: [im:chat, ...]";
    assert_eq!(one(text).shown_kind(), Kind::Mention);
}

#[test]
fn an_exchange_tells_the_call() {
    let body = r#"{"code":"Forbidden.AccessDenied.AccessTokenPermissionDenied","requestid":"8197EF01-AB","message":"没有调用该接口的权限"}"#;
    let reading =
        read_exchange(&exchange("https://api.dingtalk.com/v1.0/contact/users/me?x=1", "application/json", Some(body)));
    let api = reading.denials[0].api.as_ref().unwrap();
    assert_eq!((api.method.as_deref(), api.path.as_str()), (Some("GET"), "/v1.0/contact/users/me"));
    assert_eq!(api.source, Source::Exchange);
}

#[test]
fn the_page_of_a_reply_names_the_call_where_it_is_one_calls_alone() {
    let reply = |page: &str| {
        one(&format!(
            r#"{{"message":"Resource not accessible by integration","documentation_url":"https://docs.github.com/rest/{page}","status":"403"}}"#
        ))
    };
    for page in ["issues/issues#create-an-issue", "reference/issues#create-an-issue"] {
        let api = reply(page).api.unwrap();
        assert_eq!((api.method.as_deref(), api.path.as_str()), (Some("POST"), "/repos/:owner/:repo/issues"));
    }
    assert_eq!(reply("issues/issues#no-such-part").api, None);
    assert_eq!(reply("issues/issues").api, None);
}

#[test]
fn scopes_around_a_refusal_are_left_where_its_rule_says_that_they_are_held() {
    let text = "HTTP/2 404\nx-oauth-scopes: gist, read:org\nx-accepted-oauth-scopes: admin:org\n\n{\"message\":\"Not Found\",\"documentation_url\":\"https://docs.github.com/rest/actions/secrets#list-repository-secrets\",\"status\":\"404\"}";
    let denial = one(text);
    assert_eq!((&*denial.rule, scopes(&denial)), ("hidden-scope", vec![]));
    assert_eq!(
        denial.details.iter().find(|(id, _)| &**id == "held").map(|(_, value)| &**value),
        Some("gist, read:org")
    );
}

#[test]
fn a_bare_number_counts_where_the_host_is_the_platforms() {
    let body = r#"{"errcode":60011,"errmsg":"no"}"#;
    let at = |url| read_exchange(&exchange(url, "application/json", Some(body))).denials.len();
    assert_eq!(at("https://oapi.dingtalk.com/topapi/v2/user/get"), 1);
    assert_eq!(at("https://qyapi.weixin.qq.com/cgi-bin/user/get"), 0);
    assert_eq!(at("https://oapi.dingtalk.com.evil.example/topapi/v2/user/get"), 0);
}

#[test]
fn own_gateways_that_wrap_a_refusal_are_read() {
    let body = format!(r#"{{"ok":false,"cause":{}}}"#, serde_json::to_string(NEW).unwrap());
    let reading = read_exchange(&exchange("https://gateway.corp.example/api", "application/json", Some(&body)));
    assert_eq!(scopes(&reading.denials[0]), ["Contact.User.Read"]);
}

#[test]
fn a_page_of_documentation_refuses_nothing() {
    let body = "<tr><td>403</td></tr>\n| 403 | Forbidden.AccessDenied.AccessTokenPermissionDenied | x |";
    let reading = read_exchange(&exchange("https://open.dingtalk.com/document/x", "text/html", Some(body)));
    assert!(reading.denials.iter().all(|d| d.shown_kind() == Kind::Mention));
}

#[test]
fn a_web_page_that_quotes_a_reply_refuses_nothing() {
    let body = format!("<html><body><pre>{NEW}</pre></body></html>");
    let reading = read_exchange(&exchange("https://issues.example/1", "text/html; charset=utf-8", Some(&body)));
    assert!(reading.denials.iter().all(|d| d.shown_kind() == Kind::Mention));
}

#[test]
fn a_missing_body_gives_nothing() {
    assert!(read_exchange(&exchange("https://api.dingtalk.com/x", "application/json", None)).denials.is_empty());
}

#[test]
fn hostile_texts_are_read_calmly() {
    let deep = format!("{}{OLD}{}", "{\"a\":[".repeat(10_000), "]}".repeat(10_000));
    let texts = [
        String::new(),
        " \n\t ".to_owned(),
        "\u{0}\u{1}\u{fffd}".repeat(1_000),
        "\\".repeat(100_000),
        "%25".repeat(50_000),
        "&amp;".repeat(50_000),
        "\\ud83d".repeat(10_000),
        "\"".repeat(100_000),
        "a:".repeat(100_000),
        "[{(".repeat(50_000),
        "requiredScopes=[".repeat(10_000),
        "应用尚未开通所需的权限：[".repeat(10_000),
        deep,
    ];
    for text in texts {
        let reading = read_snippet(&text);
        assert!(reading.denials.len() <= 50);
    }
}

#[test]
fn five_megabytes_are_read_around_the_hits() {
    let noise = "2026-11-22 10:00:00 INFO served /index.html in 3 ms, 200 OK\n".repeat(45_000);
    let text = format!("{noise}{NEW}\n{noise}{OLD}\n");
    assert!(text.len() > 5_000_000);
    let reading = read_snippet(&text);
    let found: Vec<Vec<&str>> = reading.denials.iter().map(scopes).collect();
    assert_eq!(found, [vec!["Contact.User.Read"], vec!["qyapi_get_member"]]);
    let span = reading.denials[1].scopes[0].span.unwrap();
    assert_eq!(text.get(span.start..span.end), Some("qyapi_get_member"));
}

#[test]
fn prose_behind_a_name_for_codes_is_no_code() {
    let code = |text: &str| read_snippet(text).denials[0].code.as_ref().map(|code| code.value.clone());
    assert_eq!(code("Error: token does not have at least one of required scope(s): [read:issue]\n"), None);
    assert_eq!(code("rpc error: code = Unknown desc = authentication required: HTTP Basic: Access denied"), None);
    assert_eq!(code(r#"{"error":"insufficient_scope","scope":"orders:write"}"#).as_deref(), Some("insufficient_scope"));
}

#[test]
fn a_flood_is_counted_not_read() {
    let many: Vec<String> = (0..80)
        .map(|i| {
            OLD.replace("qyapi_get_member", &format!("qyapi_get_{i}"))
                .replace("16l4ew3d47pdp", &format!("16l4ew3d4{i:04}"))
        })
        .collect();
    let reading = read_snippet(&many.join("\n"));
    assert_eq!((reading.denials.len(), reading.left), (50, vec![Left::Denials(30)]));
}
