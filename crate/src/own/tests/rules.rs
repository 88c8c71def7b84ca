//! What own rules read.

use serde_json::json;

use super::{REFUSED, acme, english, know, rules, with};
use crate::card::{Lang, diagnose};
use crate::own::{Config, check_rules, configure, defaults};
use crate::platform::{platform, platforms};
use crate::reading::{decide, patterns, read_snippet, sift};
use scopelens_model::{Exchange, Head, Kind, Verdict};

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
    for (kind, _) in defaults::KINDS {
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
    let known = json!({ "ORDERS_DROP": "Drop orders", "ORDERS_READ": { "en": "Read orders", "zh-CN": "读取订单" } });
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

#[test]
fn built_in_rules_hold_beside_own_ones() {
    know(&[&acme()]);
    crate::reading::proofs::hold();
}
