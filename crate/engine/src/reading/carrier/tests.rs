//! Replies under odd media types, and pages that quote them.

use crate::testing::read_exchange;
use scopelens_model::{Denial, Exchange, Kind};

const NEW: &str = r#"{"code":"Forbidden.AccessDenied.AccessTokenPermissionDenied","requestid":"E64A36EF-2FB4-4BC5-BBD8-80E0F54218F9","message":"应用尚未开通所需的权限：[Contact.User.Read]，点击链接申请并开通即可：https://open-dev.dingtalk.com/appscope/apply?content=dingabcdefghijklmnop%23Contact.User.Read","accessdenieddetail":{"requiredScopes":["Contact.User.Read"]}}"#;

fn scopes(denial: &Denial) -> Vec<&str> {
    denial.scopes.iter().map(|s| s.value.as_str()).collect()
}

/// A refused exchange with these request headers.
fn exchange(mime: &str, body: &str, headers: &[(&str, &str)]) -> Exchange {
    serde_json::from_value(serde_json::json!({
        "method": "GET", "url": "https://gateway.example/api?callback=cb", "status": 403, "mime": mime, "body": body,
        "request_headers": headers,
    }))
    .unwrap()
}

#[test]
fn json_is_a_reply_whatever_type_it_claims() {
    let table = r#"{"items":["| 403 | Forbidden.AccessDenied.AccessTokenPermissionDenied | no |"]}"#;
    for body in [NEW.to_owned(), format!("\u{feff}\r\n {NEW}"), format!("[{NEW}]"), table.to_owned()] {
        for mime in ["text/html", "TEXT/HTML; charset=utf-8", "image/png", "application/javascript", ""] {
            let reading = read_exchange(&exchange(mime, &body, &[]));
            assert_eq!(reading.denials.len(), 1, "{mime}: {body}");
            assert_eq!(reading.denials[0].shown_kind(), Kind::MissingScope, "{mime}: {body}");
        }
    }
}

#[test]
fn a_call_with_json_is_a_reply() {
    let shown = |body: String, mime| {
        let reading = read_exchange(&exchange(mime, &body, &[]));
        reading.denials.first().map(|denial| (denial.shown_kind(), denial.quoted))
    };
    let row = r#"{"message":"| 403 | Forbidden.AccessDenied.AccessTokenPermissionDenied | no |"}"#;
    for reply in [NEW, row] {
        for mime in ["application/javascript", "text/html", "text/plain"] {
            for body in
                [format!("callback({reply});"), format!("/**/ jQuery17_1.cb[0]( {reply} )\n"), format!("cb([{reply}])")]
            {
                assert_eq!(shown(body.clone(), mime), Some((Kind::MissingScope, None)), "{mime}: {body}");
            }
        }
    }
    let module = format!("export const samples = [{NEW}];\nexport const last = {NEW};\n");
    for script in [module, format!("define([\"x\"], function () {{ return '{row}' }})"), format!("var table = {row};")]
    {
        assert_eq!(shown(script.clone(), "text/javascript"), Some((Kind::Mention, None)), "{script}");
    }
}

/// A gateway's page with what failed behind it.
fn error_page() -> String {
    let quoted = NEW.replace('&', "&amp;").replace('"', "&quot;");
    format!(
        "<!DOCTYPE html><html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1><p>The upstream failed:</p><pre>{quoted}</pre><hr>nginx</body></html>"
    )
}

fn asked_with(headers: &[(&str, &str)], status: u16, body: &str) -> Exchange {
    let mut asked = exchange("text/html; charset=utf-8", body, headers);
    asked.head.status = status;
    asked
}

#[test]
fn an_error_page_that_a_program_was_given_quotes_a_refusal() {
    let programs: [&[(&str, &str)]; 5] = [
        &[("Sec-Fetch-Dest", "empty"), ("accept", "text/html")],
        &[("x-requested-with", "XMLHttpRequest"), ("accept", "text/html")],
        &[("Accept", "application/json, text/plain, */*")],
        &[("accept", "*/*")],
        &[("sec-fetch-dest", "Empty")],
    ];
    for headers in programs {
        for status in [400, 502] {
            let reading = read_exchange(&asked_with(headers, status, &error_page()));
            let [denial] = reading.denials.as_slice() else { panic!("{headers:?}: {reading:#?}") };
            assert_eq!((denial.shown_kind(), denial.quoted), (Kind::MissingScope, Some(status)), "{headers:?}");
            assert_eq!(scopes(denial), ["Contact.User.Read"]);
        }
    }
}

#[test]
fn a_page_for_people_quotes_a_reply_and_refuses_nothing() {
    let people: [&[(&str, &str)]; 5] = [
        &[("sec-fetch-dest", "document"), ("x-requested-with", "app")],
        &[("sec-fetch-dest", "iframe"), ("accept", "*/*")],
        &[("accept", "text/html,application/xhtml+xml,*/*;q=0.8")],
        &[("user-agent", "x")],
        &[],
    ];
    for headers in people {
        for denial in read_exchange(&asked_with(headers, 502, &error_page())).denials {
            assert_eq!((denial.shown_kind(), denial.quoted), (Kind::Mention, None), "{headers:?}");
        }
    }
    for denial in read_exchange(&asked_with(&[("sec-fetch-dest", "empty")], 200, &error_page())).denials {
        assert_eq!((denial.shown_kind(), denial.quoted), (Kind::Mention, None));
    }
}

#[test]
fn documentation_that_a_program_was_given_with_an_error_is_a_mention() {
    let page = "<html><body><h1>404</h1><table><tr><td>403</td><td>Forbidden.AccessDenied.AccessTokenPermissionDenied</td><td>没有调用该接口的权限</td></tr></table></body></html>";
    let denials = read_exchange(&asked_with(&[("sec-fetch-dest", "empty")], 404, page)).denials;
    assert!(!denials.is_empty() && denials.iter().all(|d| d.shown_kind() == Kind::Mention), "{denials:#?}");
}
