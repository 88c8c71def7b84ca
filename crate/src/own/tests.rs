use serde_json::{Value, json};

use super::{Config, OwnMask, check_masks, check_rules, configure};
use crate::card::{Answer, Lang, diagnose};
use crate::model::{Exchange, Head, Kind, Verdict};
use crate::platform::{platform, platforms};
use crate::reading::{decide, patterns, read_snippet, sift};
use crate::redact::redact;

/// A gateway as its team may write it: as little as possible.
fn acme() -> Value {
    json!({
        "id": "acme", "name": { "en": "Acme Gateway", "zh-CN": "Acme 网关" },
        "hosts": ["api.acme.example"], "link_hosts": ["console.acme.example"],
        "members": { "code": "err", "scopes": "need", "request_id": "trace" },
        "links": { "apply": "https://console.acme.example/apply?app={app_id}&scope={scope}" },
        "rules": [{ "codes": ["ACL_DENIED", 40301], "any_of": true }]
    })
}

/// With some members replaced.
fn with(changes: Value) -> Value {
    let mut whole = acme();
    for (name, value) in changes.as_object().unwrap() {
        whole[name] = value.clone();
    }
    whole
}

fn rules(texts: &[&Value]) -> Config {
    Config { rules: texts.iter().map(|text| text.to_string()).collect(), ..Config::default() }
}

/// Configures, and expects nothing wrong.
fn know(texts: &[&Value]) {
    assert_eq!(configure(&rules(texts), Lang::En).faults, []);
}

const REFUSED: &str = r#"{"err":"ACL_DENIED","trace":"t-0001","app_id":"shop-7","need":["orders:read","orders:write"]}"#;

fn english(text: &str) -> Answer {
    diagnose(text, Lang::En)
}

#[test]
fn an_own_gateway_gets_a_whole_card() {
    know(&[&acme()]);
    let card = english(REFUSED).cards.remove(0);
    assert_eq!((card.verdict, card.platform.unwrap().name), (Verdict::Refused, "Acme Gateway"));
    assert_eq!(card.title, "Acme Gateway refused the call: a scope is missing, 2 are named");
    assert_eq!(card.scopes[0].code, "orders:read");
    let url = "https://console.acme.example/apply?app=shop-7&scope=orders:read";
    assert_eq!(card.next.unwrap().link.unwrap().url, url);
    assert!(card.causes.iter().all(|cause| !cause.title.is_empty() && cause.steps.iter().all(|s| !s.text.is_empty())));
    let chinese = diagnose(REFUSED, Lang::ZhCn).cards.remove(0);
    assert_eq!(chinese.title, "Acme 网关拒绝了这次调用：缺少权限，返回里列出了 2 个");
}

#[test]
fn near_misses_and_strangers_are_not_taken_for_it() {
    know(&[&acme()]);
    for text in [
        r#"{"err":"ACL_DENIED_X"}"#,
        r#"{"other":"ACL_DENIED"}"#,
        r#"{"err":0}"#,
        r#"{"err":140301}"#,
        "ACL denied",
        "",
    ] {
        assert_eq!(english(text).cards[0].verdict, Verdict::None, "{text}");
    }
    configure(&Config::default(), Lang::En);
    assert_eq!(english(REFUSED).cards[0].verdict, Verdict::None);
}

#[test]
fn each_kind_has_its_words_in_both_languages() {
    for (kind, _) in super::defaults::KINDS {
        know(&[&with(json!({ "rules": [{ "kind": kind.word(), "codes": ["ACL_DENIED"] }] }))]);
        for lang in Lang::ALL {
            let card = diagnose(REFUSED, lang).cards.remove(0);
            assert_eq!(card.kind, kind);
            let first = card.causes.first().unwrap();
            let said = [&card.title, &card.lead, &first.title, &first.steps[0].text];
            assert!(said.iter().all(|words| !words.is_empty() && !words.contains('{')), "{kind:?} {said:?}");
        }
    }
}

#[test]
fn a_rule_may_have_words_and_steps_of_its_own() {
    let rule = json!({
        "id": "acl", "codes": ["ACL_DENIED"], "title": "No entry for {scope}",
        "steps": [{ "text": { "en": "Ask in #gateway", "zh-CN": "到 #gateway 群里问" }, "link": "apply" }, "Then call again"]
    });
    know(&[&with(json!({ "rules": [rule] }))]);
    let card = english(REFUSED).cards.remove(0);
    assert_eq!((card.title.as_str(), card.causes.len()), ("No entry for orders:read, orders:write", 1));
    assert!(card.lead.starts_with("The app was not given"));
    let steps: Vec<&str> = card.causes[0].steps.iter().map(|step| step.text.as_str()).collect();
    assert_eq!(steps, ["Ask in #gateway", "Then call again"]);
    assert!(card.causes[0].steps[0].link.is_some());
    let chinese = diagnose(REFUSED, Lang::ZhCn).cards.remove(0);
    assert_eq!(chinese.causes[0].steps[0].text, "到 #gateway 群里问");
}

#[test]
fn phrases_patterns_and_named_scopes_work_as_in_built_in_rules() {
    let rule = json!({
        "patterns": [r"lacks entitlement ([A-Z_]+)"], "scopes": [{ "pattern": "lacks entitlement ([A-Z_]+)" }]
    });
    let known = json!({ "ORDERS_READ": { "en": "Read orders", "zh-CN": "读取订单" } });
    know(&[&with(json!({ "rules": [rule], "scopes": known }))]);
    let card = english("WARN caller lacks entitlement ORDERS_READ (trace: t-77x)").cards.remove(0);
    assert_eq!((card.scopes[0].code.as_str(), card.scopes[0].name.as_deref()), ("ORDERS_READ", Some("Read orders")));
    assert!(sift("… lacks entitlement …") && !sift("… has the entitlement …"));
    assert!(patterns().words.iter().any(|word| word == "lacks entitlement "));
}

#[test]
fn own_hosts_and_words_take_part_in_the_sift() {
    let head = |url: &str| Head { method: "GET".into(), url: url.into(), status: 403, ..Head::default() };
    let url = "https://api.acme.example/v1/orders";
    assert_eq!(decide(&head(url)).why, "candidate");
    assert!(!sift(REFUSED) && !patterns().pattern.contains("ACL_DENIED"));
    know(&[&acme()]);
    assert_eq!(decide(&head(url)).why, "ours");
    assert!(sift(REFUSED) && patterns().pattern.contains("ACL_DENIED"));
    let long = format!("{}{REFUSED}{}", "filler ".repeat(60_000), " filler".repeat(60_000));
    assert_eq!(read_snippet(&long).denials.len(), 1);
    configure(&Config::default(), Lang::En);
    assert_eq!(read_snippet(&long).denials.len(), 0);
}

#[test]
fn a_platform_that_is_switched_off_is_never_recognised() {
    let text = r#"{"code":"Forbidden.AccessDenied.AccessTokenPermissionDenied","requestid":"A-1"}"#;
    assert_eq!(english(text).cards[0].verdict, Verdict::Refused);
    let off = |ids: &[&str]| {
        let config = Config { platforms_off: ids.iter().map(|id| (*id).to_owned()).collect(), ..rules(&[&acme()]) };
        configure(&config, Lang::En);
    };
    off(&["dingtalk"]);
    assert_eq!(english(text).cards[0].verdict, Verdict::None);
    assert!(platform("dingtalk").is_none() && !sift(text) && english(REFUSED).cards[0].verdict == Verdict::Refused);
    off(&["dingtalk", "feishu", "acme", "never-heard-of"]);
    assert!(platforms().is_empty() && !sift(text) && !sift(REFUSED));
    let found = regex_lite::Regex::new(&patterns().pattern).unwrap();
    assert!(!found.is_match(text) && !found.is_match("code errcode 0 \\u5e94"));
    let about = crate::about::about(Lang::En).platforms;
    assert!(about.iter().all(|p| p.off) && about.iter().find(|p| p.id == "acme").unwrap().own);
}

#[test]
fn two_platforms_may_share_a_host() {
    let other = with(json!({ "id": "billing", "rules": [{ "codes": ["PLAN_TOO_LOW"], "kind": "org-level" }] }));
    know(&[&json!([acme(), other])]);
    assert_eq!(english(REFUSED).cards[0].platform.as_ref().unwrap().id, "acme");
    let card = english(r#"{"err":"PLAN_TOO_LOW"}"#).cards.remove(0);
    assert_eq!((card.platform.unwrap().id, card.kind), ("billing", Kind::OrgLevel));
}

#[test]
fn a_short_number_counts_where_the_host_is_named() {
    know(&[&with(json!({ "rules": [{ "codes": [403] }] }))]);
    let bare = r#"{"err":403}"#;
    assert_eq!(english(bare).cards[0].verdict, Verdict::None);
    assert_eq!(english(&format!("GET https://api.acme.example/v1 {bare}")).cards[0].verdict, Verdict::Refused);
    let head = Head { url: "https://api.acme.example/v1".into(), method: "GET".into(), ..Head::default() };
    let exchange = Exchange { head, body: Some(bare.into()), ..Exchange::default() };
    assert_eq!(crate::reading::read_exchange(&exchange).denials.len(), 1);
}

#[test]
fn the_same_texts_leak_once() {
    let config = rules(&[&acme()]);
    configure(&config, Lang::En);
    let first = platform("acme").unwrap();
    configure(&Config::default(), Lang::En);
    configure(&config, Lang::ZhCn);
    assert!(check_rules(&config.rules[0], REFUSED, Lang::En).answer.is_some());
    assert!(std::ptr::eq(first, platform("acme").unwrap()));
    let known = crate::platform::known();
    configure(&config, Lang::En);
    assert!(std::ptr::eq(known, crate::platform::known()));
}

/// The faults of a text, each as path and message.
fn faults(text: &str) -> Vec<(String, String)> {
    check_rules(text, "", Lang::En).faults.into_iter().map(|fault| (fault.path, fault.message)).collect()
}

#[test]
fn each_fault_is_told_with_its_place() {
    let cases = [
        (json!({ "id": "dingtalk" }), "id", "id of a built-in platform"),
        (json!({ "id": "Acme!" }), "id", "is no id"),
        (json!({ "hosts": ["api.dingtalk.com"] }), "hosts[0]", "belongs to a built-in platform"),
        (json!({ "hosts": ["https://a.example/x"] }), "hosts[0]", "is no host"),
        (json!({ "hosts": [] }), "", "“hosts” is missing"),
        (json!({ "hots": ["a.example"] }), "hots", "not known here. Known are: id, name"),
        (json!({ "links": { "apply": "http://console.acme.example/" } }), "links.apply", "begins with https://"),
        (json!({ "links": { "apply": "https://evil.example/" } }), "links.apply", "“evil.example” is not among"),
        (json!({ "links": [{ "id": "x" }] }), "links[0]", "“url” is missing"),
        (json!({ "members": { "code": ["("] } }), "members.code[0]", "is no member's name"),
        (json!({ "shapes": { "scope": "[a-" } }), "shapes.scope", "cannot be read"),
        (json!({ "rules": [] }), "", "“rules” is missing"),
        (json!({ "rules": [{}] }), "rules[0]", "nothing to be recognised by"),
        (json!({ "rules": [{ "codes": [0] }] }), "rules[0].codes[0]", "cannot be an error code"),
        (json!({ "rules": [{ "codes": [true] }] }), "rules[0].codes[0]", "A text was expected"),
        (json!({ "rules": [{ "kind": "broken", "codes": ["E1"] }] }), "rules[0].kind", "Known are: missing-scope"),
        (json!({ "rules": [{ "patterns": ["a(b"] }] }), "rules[0].patterns[0]", "cannot be read"),
        (json!({ "rules": [{ "patterns": ["(?:x{1000}){1000}"] }] }), "rules[0].patterns[0]", "cannot be read"),
        (json!({ "rules": [{ "patterns": [".*"] }] }), "rules[0].patterns[0]", "matches everywhere"),
        (json!({ "rules": [{ "patterns": ["x".repeat(501)] }] }), "rules[0].patterns[0]", "too long"),
        (json!({ "rules": [{ "phrases": ["no"] }] }), "rules[0].phrases[0]", "too short or too common"),
        (json!({ "rules": [{ "codes": ["E1"], "any_of": 1 }] }), "rules[0].any_of", "true or false"),
        (json!({ "rules": [{ "codes": ["E1"], "scopes": [{ "link": "none" }] }] }), "rules[0].scopes[0].link", "no link “none”"),
        (json!({ "rules": [{ "codes": ["E1"], "steps": [{ "text": "a", "link": "none" }] }] }), "rules[0].steps[0].link", "no link"),
        (json!({ "rules": [{ "id": "a", "codes": ["E1"] }, { "id": "a", "codes": ["E2"] }] }), "rules[1]", "“a” is taken"),
        (json!({ "name": { "fr": "x" } }), "name.fr", "Known are: en, zh-CN"),
    ];
    for (change, path, words) in cases {
        let found = faults(&with(change.clone()).to_string());
        let told = found.iter().any(|(at, message)| at == path && message.contains(words));
        assert!(told, "{change}: {found:?}");
        let chinese = check_rules(&with(change).to_string(), "", Lang::ZhCn).faults;
        assert!(chinese.iter().all(|fault| fault.message.contains(|c: char| c > '\u{2e80}') && fault.line.is_some()));
    }
}

#[test]
fn broken_json_is_told_with_line_and_column() {
    let fault = check_rules("{\n  \"id\": \"acme\"\n  \"name\": 1\n}", "", Lang::En).faults.remove(0);
    assert_eq!((fault.line, fault.column, fault.path.as_str()), (Some(3), Some(3), ""));
    assert!(fault.message.contains("comma"));
    let semantic = check_rules("[\n {\"id\": \"acme\",\n  \"rules\": {}}]", "", Lang::En).faults;
    assert!(semantic.iter().any(|fault| fault.path == "[0].rules" || fault.path.starts_with("[0]")), "{semantic:?}");
    assert!(faults(&" ".repeat(70_000))[0].1.contains("64 KB"));
    assert_eq!(faults(" \n"), []);
}

#[test]
fn one_bad_platform_spoils_no_other() {
    let bad = with(json!({ "id": "bad", "rules": [{ "patterns": ["("] }] }));
    let text = json!([bad, acme(), 7, acme()]).to_string();
    let checked = check_rules(&text, REFUSED, Lang::En);
    assert_eq!(checked.platforms.iter().map(|p| (p.id, p.rules)).collect::<Vec<_>>(), [("acme", 1)]);
    assert_eq!(checked.answer.unwrap().cards[0].verdict, Verdict::Refused);
    assert_eq!(checked.faults.len(), 3);
    assert!(platform("acme").is_none(), "a check changes nothing");
    let told = configure(&Config { rules: vec!["{".into(), acme().to_string()], ..Config::default() }, Lang::En);
    assert_eq!((told.faults.len(), told.faults[0].r#where.as_str()), (1, "rules[0]"));
    assert!(platform("acme").is_some());
    let twice = configure(&Config { rules: vec![acme().to_string(), format!(" {}", acme())], ..Config::default() }, Lang::En);
    assert_eq!((twice.faults.len(), twice.faults[0].r#where.as_str()), (1, "rules[1]"));
}

#[test]
fn hostile_texts_are_answered() {
    let deep = format!("{}{}", "{\"a\":".repeat(20_000), "}".repeat(20_000));
    let many = json!(vec![acme(); 500]).to_string();
    let flood = with(json!({ "rules": vec![json!({ "patterns": ["(a+)+$b"], "zzz": 1 }); 400] })).to_string();
    for text in [deep.as_str(), &many, &flood, "\u{0}", "\"\\", "[[[[", "{\"id\":{}}", "nul", "1e999", "\"\u{1f600}\\ud83d\""] {
        let checked = check_rules(text, "x", Lang::En);
        assert!(!checked.faults.is_empty() && checked.faults.len() <= 50, "{text:.20}");
    }
}

#[test]
fn built_in_rules_hold_beside_own_ones() {
    know(&[&acme()]);
    crate::reading::proofs::hold();
}

fn mask(name: &str, pattern: &str) -> OwnMask {
    OwnMask { name: name.into(), pattern: pattern.into() }
}

fn masks(all: &[(&str, &str)]) {
    let masks = all.iter().map(|(name, pattern)| mask(name, pattern)).collect();
    assert_eq!(configure(&Config { masks, ..Config::default() }, Lang::En).faults, []);
}

#[test]
fn own_masks_are_masked_everywhere_and_once() {
    masks(&[("Staff ID", r"\bE\d{6}\b"), ("case", r"case=(\S+)"), ("scope", "orders:[a-z]+")]);
    let text = "E123456 and E654321, again E123456; case=A-1/x; orders:read needed, request_id 0af1";
    let masked = redact(text);
    assert_eq!(
        masked,
        "masked-staff-id-1 and masked-staff-id-2, again masked-staff-id-1; case=masked-case-3 masked-scope-4 needed, request_id 0af1"
    );
    assert_eq!(redact(&masked), masked);
}

#[test]
fn masking_again_changes_nothing() {
    let texts = [
        r#"{"token":"AB123xyzSECRET99","user":"AB777","n":123456789,"s":"a\nb\u5e94AB1c","p":"x\"AB5\\"}"#,
        "mail AB12@corp.example AB13@corp.example, tel 13800138000 masked-token-7 masked-AB-1 99900000012",
        "Authorization: Bearer AB123456789012345678901234567890\nCookie: a=AB1; b=AB2\n-----BEGIN KEY-----\nAB9",
    ];
    for pattern in [r"AB\d+", r"[A-Z]{2}\d", r"\d+", "[a-z]+", ".{20}", r"(?:^|\s)(\S+)@", r"masked", r#""user":"[^"]*""#, r"\w+-\d"] {
        masks(&[("x", pattern)]);
        for text in texts {
            let once = redact(text);
            assert_eq!(redact(&once), once, "{pattern} in {text}");
        }
    }
    masks(&[("x", r"[a-z]+"), ("y", r"\d+"), ("z", r"AB\d*")]);
    let once = redact(texts[0]);
    assert!(serde_json::from_str::<Value>(&once).is_ok(), "{once}");
    assert_eq!(redact(&once), once);
}

#[test]
fn an_own_mask_takes_nothing_from_the_built_in_ones() {
    let secret = r#"{"access_token":"f3a9c1d27b684e05a8d9e0f1b2c3d4e5"}"#;
    masks(&[("x", "c1d2"), ("y", "f3a9")]);
    let masked = redact(secret);
    assert!(!masked.contains("7b68") && !masked.contains("f3a9") && masked.contains("masked-"), "{masked}");
}

#[test]
fn an_exchange_stays_one_whatever_is_masked() {
    masks(&[("line", "password=.*"), ("staff", r"X-Staff: (\d+)"), ("room", r"room/(\w+)")]);
    let headers = vec![("X-Staff".to_owned(), "778899".to_owned())];
    let exchange = Exchange {
        head: Head { method: "GET".into(), url: "https://a.example/room/blue?x=1".into(), status: 200, ..Head::default() },
        request_headers: headers,
        body: Some("password=open sesame, \"quoted\"\nnext line room/blue 778899".into()),
        ..Exchange::default()
    };
    let masked = crate::har::redact_exchange(&exchange);
    assert_eq!(masked.head.url, "https://a.example/room/masked-room-1?x=1");
    assert_eq!(masked.request_headers[0].1, "masked-staff-3");
    assert_eq!(masked.body.as_deref(), Some("masked-line-2\nnext line room/masked-room-1 778899"));
    assert!(crate::har::entry(&exchange).contains("masked-line-2"));
}

#[test]
fn faulty_masks_are_named_and_left_out() {
    let given = [mask("a", "("), mask("", "x"), mask("工号", "x"), mask("empty", "x*"), mask("good", "E[0-9]+")];
    let checked = check_masks(&given, "E77 13800138000", Lang::ZhCn);
    assert_eq!(checked.faults.iter().map(|fault| fault.index).collect::<Vec<_>>(), [0, 1, 2, 3]);
    assert!(checked.text.starts_with("masked-good-1 masked-"), "{}", checked.text);
    assert_eq!(redact("E77"), "E77", "a check changes nothing");
    let many: Vec<OwnMask> = (0..60).map(|i| mask("m", &format!("needle{i}x"))).collect();
    assert_eq!(check_masks(&many, "needle49x needle50x", Lang::En).text, "masked-m-1 needle50x");
}
