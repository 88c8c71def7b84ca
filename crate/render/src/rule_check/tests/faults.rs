//! What is wrong with a text of rules is told, and spoils nothing else.

use serde_json::json;

use super::{REFUSED, acme, configured, with};
use crate::rule_check::CheckedRules;
use crate::testing;
use scopelens_engine::custom::Config;
use scopelens_model::{Lang, Verdict};

fn check_rules(text: &str, sample: &str, lang: Lang) -> CheckedRules {
    crate::rule_check::check_rules(testing::engine(), text, sample, lang)
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
        (
            json!({ "rules": [{ "codes": ["E1"], "scopes": [{ "link": "none" }] }] }),
            "rules[0].scopes[0].link",
            "no link “none”",
        ),
        (
            json!({ "rules": [{ "codes": ["E1"], "steps": [{ "text": "a", "link": "none" }] }] }),
            "rules[0].steps[0].link",
            "no link",
        ),
        (
            json!({ "rules": [{ "id": "a", "codes": ["E1"] }, { "id": "a", "codes": ["E2"] }] }),
            "rules[1]",
            "“a” is taken",
        ),
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
    assert_eq!(checked.platforms.iter().map(|p| (p.id.as_str(), p.rules)).collect::<Vec<_>>(), [("acme", 1)]);
    assert_eq!(checked.answer.unwrap().cards[0].verdict, Verdict::Refused);
    assert_eq!(checked.faults.len(), 3);
    let (engine, told) =
        configured(&Config { rules: vec!["{".into(), acme().to_string()], ..Config::default() }, Lang::En);
    assert_eq!((told.faults.len(), told.faults[0].r#where.as_str()), (1, "rules[0]"));
    assert!(engine.platform("acme").is_some());
    let (_, twice) =
        configured(&Config { rules: vec![acme().to_string(), format!(" {}", acme())], ..Config::default() }, Lang::En);
    assert_eq!((twice.faults.len(), twice.faults[0].r#where.as_str()), (1, "rules[1]"));
}

#[test]
fn hostile_texts_are_answered() {
    let deep = format!("{}{}", "{\"a\":".repeat(20_000), "}".repeat(20_000));
    let many = json!(vec![acme(); 500]).to_string();
    let flood = with(json!({ "rules": vec![json!({ "patterns": ["(a+)+$b"], "zzz": 1 }); 400] })).to_string();
    for text in
        [deep.as_str(), &many, &flood, "\u{0}", "\"\\", "[[[[", "{\"id\":{}}", "nul", "1e999", "\"\u{1f600}\\ud83d\""]
    {
        let checked = check_rules(text, "x", Lang::En);
        assert!(!checked.faults.is_empty() && checked.faults.len() <= 50, "{text:.20}");
    }
}
