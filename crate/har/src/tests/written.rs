//! What is written: valid, and without a secret.

use super::carriers::{CARRIERS, percent};
use super::secrets::{self, NAMED};
use super::{files, read};
use crate::Frame;
use crate::testing::{engine, read_exchange};
use scopelens_model::{BodyState, Exchange, Head};

fn entry(exchange: &Exchange) -> String {
    crate::entry(engine().redactor(), exchange)
}

fn redact_exchange(exchange: &Exchange) -> Exchange {
    crate::redact_exchange(engine().redactor(), exchange)
}

/// Secrets with the places in which an exchange carries them.
const TOKEN: &str = "0f4a9c31d27e85b6a1c0934fe2d8bfa7";
const SECRET: &str = "kU5tRc8JwQ2nYb7LxV4mZs9PdG3hFa6E";
const COOKIE: &str = "a84c5ee3d1b7429f6e0d8c7b5a493827";
const MOBILE: &str = "13812345678";

fn pairs(list: &[(&str, &str)]) -> Vec<(String, String)> {
    list.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

fn exchange() -> Exchange {
    Exchange {
        head: Head {
            method: "POST".into(),
            url: format!("https://user:hunter2Zq9x@oapi.dingtalk.com/user/get?access_token={TOKEN}&size=10"),
            status: 200,
            mime: "application/json".into(),
            size: Some(500),
        },
        id: Some(9),
        at: Some(1_795_312_801_020.0),
        request_headers: pairs(&[
            ("Authorization", &format!("Bearer {SECRET}")),
            ("x-acs-dingtalk-access-token", TOKEN),
            ("Cookie", &format!("theme=dark; sid={COOKIE}")),
            ("content-type", "application/x-www-form-urlencoded"),
        ]),
        response_headers: pairs(&[
            ("set-cookie", &format!("sid={COOKIE}; Path=/; HttpOnly")),
            ("x-request-id", "15r6h"),
        ]),
        request_body: Some(format!("appkey=dingabcdefghijklmnop&appsecret={SECRET}&mobile={MOBILE}")),
        body: Some(format!(
            "{{\"errcode\":88,\"sub_code\":\"60011\",\"requiredScopes\":[\"qyapi_get_member\"],\"mobile\":\"{MOBILE}\",\"access_token\":\"{TOKEN}\",\"next\":\"{{\\\"corpsecret\\\":\\\"{SECRET}\\\"}}\"}}"
        )),
        body_state: BodyState::Cut,
    }
}

fn leaks(text: &str) -> Vec<&'static str> {
    [TOKEN, SECRET, COOKIE, MOBILE, "hunter2Zq9x"].into_iter().filter(|secret| text.contains(secret)).collect()
}

fn file(exchanges: &[Exchange]) -> String {
    let entries: Vec<String> = exchanges.iter().map(entry).collect();
    let frame = Frame::new();
    format!("{}{}{}", frame.before, entries.join(frame.between), frame.after)
}

#[test]
fn no_secret_is_written_and_the_facts_stay() {
    let text = file(&[exchange()]);
    assert_eq!(leaks(&text), Vec::<&str>::new(), "{text}");
    for fact in ["dingabcdefghijklmnop", "qyapi_get_member", "60011", "15r6h", "size=10", "2026-11-22T02:00:01.020Z"] {
        assert!(text.contains(fact), "no {fact} in {text}");
    }
}

#[test]
fn the_same_secret_has_the_same_mask_all_over_an_entry() {
    let text = entry(&exchange());
    let mask = text.split("access_token=").nth(1).unwrap().split('&').next().unwrap();
    assert!(mask.starts_with("masked-") && text.matches(mask).count() == 3, "{mask} in {text}");
}

#[test]
fn what_is_written_is_an_archive_and_is_read_again() {
    let text = file(&[exchange(), exchange()]);
    let value: serde_json::Value = serde_json::from_str(&text).unwrap();
    let log = &value["log"];
    assert_eq!((&log["version"], &log["creator"]["name"]), (&"1.2".into(), &"Scopelens".into()));
    for (place, members) in [
        ("", &["startedDateTime", "time", "request", "response", "cache", "timings"][..]),
        (
            "/request",
            &["method", "url", "httpVersion", "cookies", "headers", "queryString", "headersSize", "bodySize"][..],
        ),
        ("/request/postData", &["mimeType", "text"][..]),
        (
            "/response",
            &["status", "statusText", "httpVersion", "cookies", "headers", "content", "redirectURL", "headersSize"][..],
        ),
        ("/response/content", &["size", "mimeType", "text"][..]),
        ("/timings", &["send", "wait", "receive"][..]),
    ] {
        let object = log["entries"][1].pointer(place).unwrap().as_object().unwrap();
        assert!(members.iter().all(|member| object.contains_key(*member)), "{place}: {object:?}");
    }
    let again = read(text.as_bytes());
    assert_eq!((again.entries.len(), again.bad.len(), again.cut), (2, 0, false));
    assert_eq!(again.entries[0].exchange.at, exchange().at);
    let lines = |exchange: &Exchange| entry(exchange).to_ascii_lowercase();
    assert_eq!(lines(&again.entries[0].exchange), lines(&exchange()));
}

#[test]
fn what_has_no_time_is_given_none() {
    for at in [None, Some(f64::NAN), Some(-1.0)] {
        let text = file(&[Exchange { at, ..exchange() }, exchange()]);
        let again = read(text.as_bytes());
        let times: Vec<Option<f64>> = again.entries.iter().map(|entry| entry.exchange.at).collect();
        assert_eq!((times, again.bad), (vec![None, exchange().at], vec![]), "{text}");
        assert!(!text.contains("1970"), "{text}");
    }
}

#[test]
fn files_of_all_tools_are_written_and_read_alike() {
    for bytes in files::ALL {
        let first = read(bytes);
        let exchanges: Vec<Exchange> = first.entries.into_iter().map(|entry| entry.exchange).collect();
        let text = file(&exchanges);
        assert_eq!(leaks(&text), Vec::<&str>::new());
        let again = read(text.as_bytes());
        assert_eq!(again.bad.len() + again.unread, 0);
        for (before, after) in exchanges.iter().zip(&again.entries) {
            let scopes = |e: &Exchange| -> Vec<String> {
                read_exchange(e).denials.into_iter().flat_map(|d| d.scopes).map(|s| s.value).collect()
            };
            assert_eq!(scopes(before), scopes(&after.exchange));
            assert_eq!(before.body_state, after.exchange.body_state);
        }
    }
}

#[test]
fn an_exchange_is_redacted_part_by_part() {
    let (given, redacted) = (exchange(), redact_exchange(&exchange()));
    assert_eq!(leaks(&format!("{redacted:?}")), Vec::<&str>::new());
    assert_eq!((redacted.id, redacted.at, redacted.body_state), (given.id, given.at, given.body_state));
    assert_eq!((redacted.head.size, redacted.head.status, &redacted.head.mime), (Some(500), 200, &given.head.mime));
    assert_eq!(redacted.request_headers.len(), given.request_headers.len());
    assert!(redacted.request_headers[0].1.starts_with("Bearer masked-"));
    assert!(redacted.body.unwrap().contains("qyapi_get_member"));
    let bare = Exchange { request_body: None, body: None, ..given };
    let redacted = redact_exchange(&bare);
    assert_eq!((redacted.request_body, redacted.body), (None, None));
}

#[test]
fn odd_texts_are_redacted_whole() {
    let body = format!("line\r\n\"quoted\" \\ \u{0} \u{2028} {{\"a\": 'b\n-----BEGIN\naccess_token={TOKEN}\n😀 没有");
    let given = Exchange { body: Some(body.clone()), ..exchange() };
    let redacted = redact_exchange(&given).body.unwrap();
    assert!(!redacted.contains(TOKEN));
    assert_eq!(redacted.lines().count(), body.lines().count());
    assert!(redacted.ends_with("😀 没有"));
}

/// Every secret that the redactor knows by its name, in every place of an exchange, in the bodies in every form.
#[test]
fn every_secret_is_masked_wherever_it_stands() {
    let mut leaking = Vec::new();
    for (name, secret) in NAMED.iter().flat_map(|s| s.names.iter().map(move |name| (*name, s.value))) {
        let bare = || Exchange { request_headers: vec![], request_body: None, body: None, ..exchange() };
        let url = format!("https://oapi.dingtalk.com/x?n=1&{name}={}&z=2", percent(secret));
        let places = [
            Exchange { head: Head { url, ..bare().head }, ..bare() },
            Exchange { request_headers: pairs(&[("accept", "*/*"), (name, secret)]), ..bare() },
            Exchange { response_headers: pairs(&[(name, secret), ("vary", "*")]), ..bare() },
        ];
        let bodies = CARRIERS.iter().enumerate().map(|(n, carrier)| {
            let text = Some((carrier.write)(name, secret));
            if n % 2 == 0 { Exchange { body: text, ..bare() } } else { Exchange { request_body: text, ..bare() } }
        });
        for given in places.into_iter().chain(bodies) {
            let shown = entry(&given);
            if secrets::leaks(&shown, secret.strip_prefix("Bearer ").unwrap_or(secret)) {
                leaking.push(format!("{name}: {shown}"));
            }
        }
    }
    assert!(leaking.is_empty(), "{} leak\n{}", leaking.len(), leaking.join("\n"));
}
