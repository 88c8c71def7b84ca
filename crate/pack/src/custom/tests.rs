use serde_json::{Value, json};

use super::{Reserved, read_custom};
use crate::{Fault, Message, Needs, Platform, ScopeSource};
use scopelens_model::Kind;

fn reserved() -> Reserved {
    Reserved { ids: vec!["dingtalk".into()], hosts: vec!["api.dingtalk.com".into()] }
}

/// A gateway as its team may write it: as little as possible.
fn acme() -> Value {
    serde_json::from_str(include_str!("../../tests/acme.json")).unwrap()
}

/// With some members replaced.
fn with(changes: Value) -> Value {
    let mut whole = acme();
    for (name, value) in changes.as_object().unwrap() {
        whole[name] = value.clone();
    }
    whole
}

fn faults(text: &str) -> Vec<Fault> {
    read_custom(text, &reserved()).faults
}

/// The platform of a text in which nothing is wrong.
fn read(value: &Value) -> Platform {
    let mut custom = read_custom(&value.to_string(), &reserved());
    assert_eq!(custom.faults, []);
    custom.platforms.remove(0)
}

#[test]
fn each_fault_is_told_with_its_place() {
    let cases = [
        (json!({ "id": "dingtalk" }), "id", "id-built-in", "dingtalk"),
        (json!({ "id": "Acme!" }), "id", "id", "Acme!"),
        (json!({ "id": null }), "", "missing", "id"),
        (json!({ "hosts": ["api.dingtalk.com"] }), "hosts[0]", "host-built-in", "api.dingtalk.com"),
        (json!({ "hosts": ["https://a.example/x"] }), "hosts[0]", "host", "https://"),
        (json!({ "hosts": [] }), "", "missing", "hosts"),
        (json!({ "hots": ["a.example"] }), "hots", "unknown-member", "id, name"),
        (json!({ "hints": ["a"] }), "hints", "unknown-member", "id, name"),
        (json!({ "links": { "apply": "http://console.acme.example/" } }), "links.apply", "link-https", ""),
        (json!({ "links": { "apply": "https://evil.example/" } }), "links.apply", "link-host", "evil.example"),
        (json!({ "links": [{ "id": "x" }] }), "links[0]", "missing", "url"),
        (
            json!({ "links": [{ "id": "x", "url": "https://console.acme.example", "shown_for": "none" }] }),
            "links[0].shown_for",
            "kind",
            "missing-scope",
        ),
        (json!({ "members": { "code": ["("] } }), "members.code[0]", "name", "("),
        (json!({ "members": { "scopes": ["("] } }), "members.scopes[0]", "name", "("),
        (json!({ "members": { "x": ["("] } }), "members.x", "unknown-member", "code"),
        (json!({ "shapes": { "scope": "[a-" } }), "shapes.scope", "pattern", ""),
        (json!({ "shapes": 7 }), "shapes", "object", ""),
        (json!({ "rules": [] }), "", "missing", "rules"),
        (json!({ "rules": [{}] }), "rules[0]", "rule-empty", ""),
        (json!({ "rules": [7] }), "rules[0]", "object", ""),
        (json!({ "rules": [{ "codes": [0] }] }), "rules[0].codes[0]", "code", "0"),
        (json!({ "rules": [{ "codes": [true] }] }), "rules[0].codes[0]", "text", ""),
        (json!({ "rules": [{ "codes": "" }] }), "rules[0].codes", "text", ""),
        (json!({ "rules": [{ "kind": "broken", "codes": ["E1"] }] }), "rules[0].kind", "kind", "missing-scope"),
        (json!({ "rules": [{ "kind": "mention", "codes": ["E1"] }] }), "rules[0].kind", "kind", "missing-scope"),
        (json!({ "rules": [{ "kind": 7, "codes": ["E1"] }] }), "rules[0].kind", "kind", "missing-scope"),
        (json!({ "rules": [{ "patterns": ["a(b"] }] }), "rules[0].patterns[0]", "pattern", ""),
        (json!({ "rules": [{ "patterns": ["(?:x{1000}){1000}"] }] }), "rules[0].patterns[0]", "pattern", ""),
        (json!({ "rules": [{ "patterns": [".*"] }] }), "rules[0].patterns[0]", "pattern-empty", ".*"),
        (json!({ "rules": [{ "patterns": ["x".repeat(501)] }] }), "rules[0].patterns[0]", "pattern-long", "500"),
        (json!({ "rules": [{ "phrases": ["no"] }] }), "rules[0].phrases[0]", "word", "no"),
        (json!({ "rules": [{ "codes": ["E1"], "any_of": 1 }] }), "rules[0].any_of", "flag", ""),
        (json!({ "rules": [{ "codes": ["E1"], "anchored": 1 }] }), "rules[0].anchored", "flag", ""),
        (json!({ "rules": [{ "codes": ["E1"], "needs": "host" }] }), "rules[0].needs", "unknown-member", "anchored"),
        (
            json!({ "rules": [{ "codes": ["E1"], "scopes": [{ "link": "none" }] }] }),
            "rules[0].scopes[0].link",
            "link-unknown",
            "none",
        ),
        (json!({ "rules": [{ "codes": ["E1"], "scopes": [{}] }] }), "rules[0].scopes[0]", "source", ""),
        (
            json!({ "rules": [{ "codes": ["E1"], "scopes": [{ "x": "y" }] }] }),
            "rules[0].scopes[0].x",
            "unknown-member",
            "member",
        ),
        (json!({ "rules": [{ "codes": ["E1"], "scopes": ["("] }] }), "rules[0].scopes[0]", "name", "("),
        (
            json!({ "rules": [{ "codes": ["E1"], "steps": [{ "text": "a", "link": "none" }] }] }),
            "rules[0].steps[0].link",
            "link-unknown",
            "none",
        ),
        (json!({ "rules": [{ "codes": ["E1"], "title": {} }] }), "rules[0].title", "said", ""),
        (json!({ "rules": [{ "codes": ["E1"], "lead": "x".repeat(501) }] }), "rules[0].lead", "said-long", "500"),
        (
            json!({ "rules": [{ "id": "a", "codes": ["E1"] }, { "id": "a", "codes": ["E2"] }] }),
            "rules[1]",
            "id-twice",
            "a",
        ),
        (json!({ "rules": vec![json!({ "codes": ["E1"] }); 201] }), "rules", "too-many", "200"),
        (json!({ "name": { "fr": "x" } }), "name.fr", "unknown-member", "en, zh-CN"),
        (json!({ "scopes": { "a b": "x" } }), "scopes.a b", "scope", "a b"),
    ];
    for (change, path, code, value) in cases {
        let told = faults(&with(change.clone()).to_string());
        let is_told = |f: &Fault| f.path == path && f.code == code && f.value.contains(value) && f.position.is_some();
        assert!(told.iter().any(is_told), "{change}: {told:?}");
        assert!(told.len() <= 2, "{change}: {told:?}");
    }
}

#[test]
fn all_faults_are_told_at_once_and_none_twice() {
    let rules = json!([
        { "codes": [true, "E1", false], "any_of": 7, "patterns": ["(", "[a-", "good one"] },
        { "codes": ["E2"], "zzz": 1, "scopes": [{ "pattern": "(" }] }
    ]);
    let told = faults(&with(json!({ "rules": rules, "link_hosts": ["b c", "b.example"], "hots": 1 })).to_string());
    let mut paths: Vec<String> = told.iter().map(|fault| fault.path.clone()).collect();
    paths.sort();
    let expected = [
        "hots",
        "link_hosts[0]",
        "links.apply",
        "rules[0].any_of",
        "rules[0].codes[0]",
        "rules[0].codes[2]",
        "rules[0].patterns[0]",
        "rules[0].patterns[1]",
        "rules[1].scopes[0].pattern",
        "rules[1].zzz",
    ];
    assert_eq!(paths, expected, "{told:?}");
}

#[test]
fn broken_json_is_told_with_line_and_column() {
    let fault = faults("{\n  \"id\": \"acme\"\n  \"name\": 1\n}").remove(0);
    assert_eq!((fault.position, &*fault.path, fault.code), (Some((3, 3)), "", "json.comma"));
    let semantic = faults("[\n {\"id\": \"acme\",\n  \"rules\": {}}]");
    assert!(semantic.iter().any(|fault| fault.path.starts_with("[0]")), "{semantic:?}");
    assert_eq!(faults(&" ".repeat(70_000))[0].code, "rules-long");
    assert_eq!(faults(" \n"), []);
    assert_eq!(
        faults("{\"id\": \"a\", \"id\": \"b\"}").iter().find(|f| f.code == "twice").unwrap().position,
        Some((1, 19))
    );
}

#[test]
fn one_bad_platform_spoils_no_other() {
    let bad = with(json!({ "id": "bad", "rules": [{ "patterns": ["("] }] }));
    let custom = read_custom(&json!([bad, acme(), 7, acme()]).to_string(), &reserved());
    let ids: Vec<&str> = custom.platforms.iter().map(|platform| &*platform.spec.id).collect();
    assert_eq!(ids, ["acme"]);
    let told: Vec<(&str, &str)> = custom.faults.iter().map(|fault| (fault.code, &*fault.path)).collect();
    assert_eq!(told, [("pattern", "[0].rules[0].patterns[0]"), ("object", "[2]"), ("id-twice", "[3]")]);
}

#[test]
fn hostile_texts_are_answered() {
    let deep = format!("{}{}", "{\"a\":".repeat(20_000), "}".repeat(20_000));
    let many = json!(vec![acme(); 100]).to_string();
    let flood = with(json!({ "rules": vec![json!({ "patterns": ["(a+)+$b"], "zzz": 1 }); 150] })).to_string();
    let members = format!("{{{}}}", (0..6_000).map(|i| format!("\"m{i}\":1")).collect::<Vec<_>>().join(","));
    let rules = format!("{{\"rules\":[{}]}}", vec!["{}"; 20_000].join(","));
    for text in [
        deep.as_str(),
        &many,
        &flood,
        &members,
        &rules,
        "\u{0}",
        "\"\\",
        "[[[[",
        "{\"id\":{}}",
        "nul",
        "1e999",
        "\"\u{1f600}\\ud83d\"",
        "{}",
        "[{}]",
        "null",
        "{\"rules\":{\"scopes\":{\"member\":[[]]}}}",
    ] {
        let told = faults(text);
        assert!(!told.is_empty() && told.len() <= 50, "{text:.20}: {}", told.len());
    }
}

#[test]
fn what_is_not_said_is_completed() {
    let platform = read(&json!({ "id": "acme", "hosts": "api.acme.example", "rules": { "codes": "ACL_DENIED" } }));
    let spec = &platform.spec;
    assert!(platform.custom && &**platform.name("zh-CN") == "acme" && spec.link_hosts == spec.hosts);
    assert_eq!((spec.members.code.len(), spec.members.request_id.len(), spec.rules.len()), (4, 5, 1));
    let rule = &spec.rules[0];
    assert_eq!(
        (&*rule.id, &**rule.topic(), rule.kind, rule.needs),
        ("rule-1", "own-missing-scope", Kind::MissingScope, Needs::Words)
    );
    assert!(matches!(&rule.scopes[0], ScopeSource::Member(name) if &**name == "required_scopes"));
    assert!(spec.anchors[0].is_match("at https://api.acme.example/") && !spec.anchors[0].is_match("api-acme.example"));
    assert!(spec.calls[1].is_match("https://api.acme.example/v1 failed"));
    let causes: Vec<&str> = spec.causes.causes.iter().map(|cause| &*cause.id).collect();
    assert_eq!(causes, ["own-missing-scope", "own-stale-token", "own-granted-since"]);
    assert!(spec.causes.causes.iter().all(|cause| cause.steps.iter().all(|step| step.link.is_none())));
}

#[test]
fn a_short_number_needs_the_platform_named() {
    let needs = |rule: Value| read(&with(json!({ "rules": [rule] }))).spec.rules[0].needs;
    assert_eq!(needs(json!({ "codes": [403] })), Needs::Anchor);
    assert_eq!(needs(json!({ "codes": [40301, "ABC"] })), Needs::Words);
    assert_eq!(needs(json!({ "codes": [403], "anchored": false })), Needs::Words);
}

#[test]
fn needles_are_worked_out_where_patterns_are_plain_enough() {
    let needles = |rule: Value| read(&with(json!({ "rules": [rule] }))).spec.rules[0].needles.clone();
    assert_eq!(needles(json!({ "patterns": "lacks entitlement ([A-Z_]+)" })), ["lacks entitlement ".into()]);
    assert_eq!(needles(json!({ "patterns": ["lacks entitlement", "[a-z]+x"] })), []);
    assert_eq!(needles(json!({ "patterns": ["[a-z]+x"], "needles": ["entitle"] })), ["entitle".into()]);
}

#[test]
fn words_stand_beside_the_rules() {
    let rule = json!({
        "id": "plan", "codes": ["PLAN"], "kind": "org-level", "title": { "en": "Plan", "zh-CN": "套餐" },
        "steps": ["Ask us.", { "text": "Apply", "link": "apply" }]
    });
    let links = json!({ "apply": "https://console.acme.example/a", "book": { "url": "https://console.acme.example/b", "label": "Book" } });
    let platform = read(&with(json!({ "rules": [rule], "links": links })));
    let message = |lang, key| platform.message(lang, key).cloned();
    assert_eq!(message("zh-CN", "title.plan"), Some(Message::plain("套餐")));
    assert_eq!(message("en", "lead.plan"), Some(Message::SameAs("lead.own-org-level".into())));
    assert_eq!(message("en", "cause.plan"), Some(Message::SameAs("cause.own-org-level".into())));
    assert_eq!(message("en", "step.plan.2"), Some(Message::plain("Apply")));
    assert_eq!(message("en", "link.apply"), Some(Message::SameAs("link.own-apply".into())));
    assert_eq!(message("zh-CN", "link.book"), Some(Message::plain("Book")));
    let cause = &platform.spec.causes.causes[0];
    assert_eq!((&*cause.id, cause.base, cause.steps[1].link.as_deref()), ("plan", 4, Some("apply")));
    assert_eq!(platform.spec.links[1].shown_for.len(), 13);
    assert!(platform.spec.links[0].shown_for.is_empty());
}

#[test]
fn scopes_may_have_names() {
    let scopes = json!({ "orders:write": "Write", "orders:read": { "en": "Read orders", "zh-CN": "读取订单" } });
    let catalog = read(&with(json!({ "scopes": scopes }))).catalog;
    let read = catalog.scope("orders:read").unwrap();
    assert_eq!((&*read.name_zh, read.name_en.as_deref()), ("读取订单", Some("Read orders")));
    assert_eq!((catalog.coverage(), catalog.date(), read.token), ((2, 0), "", None));
}

#[test]
fn the_documentations_examples_are_good() {
    let text = include_str!("../../../../docs/own-rules.md");
    let blocks: Vec<&str> =
        text.split("```").skip(1).step_by(2).filter_map(|block| block.strip_prefix("json\n")).collect();
    for rules in &blocks[..2] {
        let custom = read_custom(rules, &reserved());
        assert_eq!((custom.faults, custom.platforms.len()), (vec![], 1));
    }
}
