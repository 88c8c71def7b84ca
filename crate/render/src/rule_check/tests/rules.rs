//! What own rules read.

use serde_json::json;

use super::{REFUSED, acme, engine_of, english, knowing, rules, with};
use crate::card::diagnose;
use crate::testing;
use scopelens_engine::Engine;
use scopelens_engine::custom::Config;
use scopelens_engine::reading::{self, Patterns, decide, read_exchange, read_snippet, sift};
use scopelens_model::{Exchange, Head, Kind, Lang, Verdict};

fn patterns(engine: &Engine) -> Patterns {
    reading::patterns(engine.facts())
}

#[test]
fn an_own_gateway_gets_a_whole_card() {
    let engine = knowing(&[&acme()]);
    let card = english(&engine, REFUSED).cards.remove(0);
    assert_eq!((card.verdict, card.platform.unwrap().name.as_str()), (Verdict::Refused, "Acme Gateway"));
    assert_eq!(card.title, "Acme Gateway refused the call: a scope is missing, 2 are named");
    assert_eq!(card.scopes[0].code, "orders:read");
    let url = "https://console.acme.example/apply?app=shop-7&scope=orders:read";
    assert_eq!(card.next.unwrap().link.unwrap().url, url);
    assert!(card.causes.iter().all(|cause| !cause.title.is_empty() && cause.steps.iter().all(|s| !s.text.is_empty())));
    let chinese = diagnose(&engine, REFUSED, Lang::ZhCn).cards.remove(0);
    assert_eq!(chinese.title, "Acme 网关拒绝了这次调用：缺少权限，返回里列出了 2 个");
}

#[test]
fn near_misses_and_strangers_are_not_taken_for_it() {
    let engine = knowing(&[&acme()]);
    for text in [
        r#"{"err":"ACL_DENIED_X"}"#,
        r#"{"other":"ACL_DENIED"}"#,
        r#"{"err":0}"#,
        r#"{"err":140301}"#,
        "ACL denied",
        "",
    ] {
        assert_eq!(english(&engine, text).cards[0].verdict, Verdict::None, "{text}");
    }
    assert_eq!(english(testing::engine(), REFUSED).cards[0].verdict, Verdict::None);
}

#[test]
fn each_kind_has_its_words_in_both_languages() {
    for kind in scopelens_pack::custom_kinds() {
        let engine = knowing(&[&with(json!({ "rules": [{ "kind": kind.word(), "codes": ["ACL_DENIED"] }] }))]);
        for lang in Lang::ALL {
            let card = diagnose(&engine, REFUSED, lang).cards.remove(0);
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
    let engine = knowing(&[&with(json!({ "rules": [rule] }))]);
    let card = english(&engine, REFUSED).cards.remove(0);
    assert_eq!((card.title.as_str(), card.causes.len()), ("No entry for orders:read, orders:write", 1));
    assert!(card.lead.starts_with("The app was not given"));
    let steps: Vec<&str> = card.causes[0].steps.iter().map(|step| step.text.as_str()).collect();
    assert_eq!(steps, ["Ask in #gateway", "Then call again"]);
    assert!(card.causes[0].steps[0].link.is_some());
    let chinese = diagnose(&engine, REFUSED, Lang::ZhCn).cards.remove(0);
    assert_eq!(chinese.causes[0].steps[0].text, "到 #gateway 群里问");
}

#[test]
fn phrases_patterns_and_named_scopes_work_as_in_built_in_rules() {
    let rule = json!({
        "patterns": [r"lacks entitlement ([A-Z_]+)"], "scopes": [{ "pattern": "lacks entitlement ([A-Z_]+)" }]
    });
    let known = json!({ "ORDERS_DROP": "Drop orders", "ORDERS_READ": { "en": "Read orders", "zh-CN": "读取订单" } });
    let engine = knowing(&[&with(json!({ "rules": [rule], "scopes": known }))]);
    let card = english(&engine, "WARN caller lacks entitlement ORDERS_READ (trace: t-77x)").cards.remove(0);
    assert_eq!((card.scopes[0].code.as_str(), card.scopes[0].name.as_deref()), ("ORDERS_READ", Some("Read orders")));
    assert!(sift(&engine, "… lacks entitlement …") && !sift(&engine, "… has the entitlement …"));
    assert!(patterns(&engine).words.iter().any(|word| "lacks entitlement ".contains(word.as_str())));
    let long = format!("{}caller lacks entitlement ORDERS_READ{}", "filler ".repeat(60_000), " filler".repeat(60_000));
    assert_eq!(read_snippet(&engine, &long).denials.len(), 1);
}

#[test]
fn own_hosts_and_words_take_part_in_the_sift() {
    let head = |url: &str| Head { method: "GET".into(), url: url.into(), status: 403, ..Head::default() };
    let url = "https://api.acme.example/v1/orders";
    let built_in = testing::engine();
    assert_eq!(decide(built_in, &head(url)).why, "candidate");
    assert!(!sift(built_in, REFUSED) && !patterns(built_in).pattern.contains("ACL_DENIED"));
    let engine = knowing(&[&acme()]);
    assert_eq!(decide(&engine, &head(url)).why, "ours");
    assert!(sift(&engine, REFUSED) && patterns(&engine).pattern.contains("ACL_DENIED"));
    let long = format!("{}{REFUSED}{}", "filler ".repeat(60_000), " filler".repeat(60_000));
    assert_eq!(read_snippet(&engine, &long).denials.len(), 1);
    assert_eq!(read_snippet(built_in, &long).denials.len(), 0);
}

#[test]
fn a_platform_that_is_switched_off_is_never_recognised() {
    let text = r#"{"code":"Forbidden.AccessDenied.AccessTokenPermissionDenied","requestid":"A-1"}"#;
    assert_eq!(english(testing::engine(), text).cards[0].verdict, Verdict::Refused);
    let without = |ids: &[&str]| {
        engine_of(&Config { platforms_off: ids.iter().map(|id| (*id).to_owned()).collect(), ..rules(&[&acme()]) })
    };
    let engine = without(&["dingtalk"]);
    assert_eq!(english(&engine, text).cards[0].verdict, Verdict::None);
    assert!(engine.platform("dingtalk").is_none() && english(&engine, REFUSED).cards[0].verdict == Verdict::Refused);
    let ids: Vec<&str> = testing::engine().platforms().map(|platform| &*platform.spec.id).collect();
    let engine = without(&[&ids[..], &["acme", "never-heard-of"]].concat());
    assert!(engine.platforms().next().is_none() && !sift(&engine, text) && !sift(&engine, REFUSED));
    let found = regex_lite::Regex::new(&patterns(&engine).pattern).unwrap();
    assert!(!found.is_match(text) && !found.is_match("code errcode 0 \\u5e94"));
    let about = crate::about::about(&engine, Lang::En).platforms;
    assert!(about.iter().all(|p| p.off) && about.iter().find(|p| p.id == "acme").unwrap().own);
}

#[test]
fn two_platforms_may_share_a_host() {
    let other = with(json!({ "id": "billing", "rules": [{ "codes": ["PLAN_TOO_LOW"], "kind": "org-level" }] }));
    let engine = knowing(&[&json!([acme(), other])]);
    assert_eq!(english(&engine, REFUSED).cards[0].platform.as_ref().unwrap().id, "acme");
    let card = english(&engine, r#"{"err":"PLAN_TOO_LOW"}"#).cards.remove(0);
    assert_eq!((card.platform.unwrap().id.as_str(), card.kind), ("billing", Kind::OrgLevel));
}

#[test]
fn a_short_number_counts_where_the_host_is_named() {
    let engine = knowing(&[&with(json!({ "rules": [{ "codes": [403] }] }))]);
    let bare = r#"{"err":403}"#;
    assert_eq!(english(&engine, bare).cards[0].verdict, Verdict::None);
    assert_eq!(english(&engine, &format!("GET https://api.acme.example/v1 {bare}")).cards[0].verdict, Verdict::Refused);
    let head = Head { url: "https://api.acme.example/v1".into(), method: "GET".into(), ..Head::default() };
    let exchange = Exchange { head, body: Some(bare.into()), ..Exchange::default() };
    assert_eq!(read_exchange(&engine, &exchange).denials.len(), 1);
}

#[test]
fn two_engines_in_one_thread_do_not_see_each_other() {
    let one = knowing(&[&acme()]);
    let other = engine_of(&Config { platforms_off: vec!["feishu".to_owned()], ..Config::default() });
    let platforms = |engine: &Engine| engine.platforms().map(|p| p.spec.id.to_string()).collect::<Vec<_>>();
    let built_in = platforms(testing::engine());
    assert_eq!(platforms(&one), [&built_in[..], &["acme".to_owned()]].concat());
    assert_eq!(platforms(&other), built_in.into_iter().filter(|id| id != "feishu").collect::<Vec<_>>());
    assert_eq!(english(&one, REFUSED).cards[0].verdict, Verdict::Refused);
    assert_eq!(english(&other, REFUSED).cards[0].verdict, Verdict::None);
    assert!(sift(&one, REFUSED) && !sift(&other, REFUSED));
}
