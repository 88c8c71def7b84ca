//! What may stand in a document that somebody pastes.

use scopelens_pack::{FixSpec, Platform};
use serde_json::json;

use super::document::{Document, Entry};
use super::{Fix, add, fixes};
use crate::diagnosis::diagnose;
use crate::testing::{engine, platform, read_snippet};

fn spec(value: serde_json::Value) -> FixSpec {
    serde_json::from_value(value).unwrap()
}

fn policy() -> FixSpec {
    spec(json!({
        "id": "policy", "topics": ["scope"], "language": "json",
        "document": ["[", "{entries}", "]"], "entry": ["  {\"on\": \"{resource}\", \"do\": [{items}]}"], "entry_join": ",",
        "item": "\"{scope}\"", "item_join": ", "
    }))
}

fn fix(resource: &str, item: &str) -> Fix {
    let entry = Entry {
        head: format!("  {{\"on\": \"{resource}\", \"do\": ["),
        foot: "]}".into(),
        items: vec![format!("\"{item}\"")],
    };
    let document = Document { head: "[\n".into(), foot: "\n]".into(), entries: vec![entry] };
    let spec = policy();
    Fix { platform: "acme".into(), id: spec.id, blanks: Vec::new(), documents: vec![document] }
}

#[test]
fn fixes_are_put_together_sorted_and_each_part_stands_once() {
    let mut all = Vec::new();
    for (resource, item) in [("b", "write"), ("a", "read"), ("b", "read"), ("b", "write")] {
        add(&mut all, fix(resource, item));
    }
    let [one] = all.as_slice() else { panic!("{all:?}") };
    let text = "[\n  {\"on\": \"a\", \"do\": [\"read\"]},\n  {\"on\": \"b\", \"do\": [\"read\", \"write\"]}\n]";
    assert_eq!(one.text(&policy()), text);
    assert!(serde_json::from_str::<serde_json::Value>(text).is_ok());
}

#[test]
fn of_levels_the_highest_stays() {
    let mut levels = policy();
    levels.highest = ["\"read\"", "\"write\""].map(Into::into).to_vec();
    let mut all = Vec::new();
    ["write", "read"].into_iter().for_each(|item| add(&mut all, fix("a", item)));
    assert_eq!(all[0].text(&levels), "[\n  {\"on\": \"a\", \"do\": [\"write\"]}\n]");
}

/// Feishu with one fix alone.
fn with_fix(fix: serde_json::Value) -> Platform {
    let mut feishu = platform("feishu").unwrap().clone();
    feishu.spec.fixes.fixes = vec![spec(fix)];
    feishu
}

/// What the fix gives for a refusal that carries `value` as its request id.
fn filled(language: &str, line: &str, value: &str) -> (String, Vec<String>) {
    let feishu = with_fix(json!({
        "id": "fix", "topics": ["scope"], "language": language, "document": [line], "blanks": ["nobody-knows"]
    }));
    let text = "{\"code\":99991672,\"msg\":\"应用尚未开通所需的应用身份权限：[im:chat:read]\"}";
    let mut denial = read_snippet(text).denials.remove(0);
    denial.details = vec![("value".into(), value.to_owned())];
    let mut diagnosis = diagnose(engine(), &denial).unwrap();
    diagnosis.platform = &feishu;
    let fixes = fixes(&diagnosis, engine().redactor());
    let Some(one) = fixes.first() else { return (String::new(), Vec::new()) };
    let text = one.text(&feishu.spec.fixes.fixes[0]);
    (text, one.blanks.iter().map(ToString::to_string).collect())
}

#[test]
fn each_language_gets_values_that_stay_values() {
    for (language, line, value, want) in [
        ("json", "\"{value}\"", "a\"}, {\"b", "\"a\\\"}, {\\\"b\""),
        ("json", "\"{value}\"", r"a\", r#""a\\""#),
        ("yaml", "name: {value}", "shop", "name: shop"),
        ("yaml", "name: {value}", "true", "name: \"true\""),
        ("yaml", "name: {value}", "a: b #c", "name: \"a: b #c\""),
        ("yaml", "name: \"{value}\"", "a\"b", "name: \"a\\\"b\""),
        ("shell", "cmd --to={value}", "a@b.example/c", "cmd --to=a@b.example/c"),
        ("shell", "cmd --to={value}", "a; rm -rf $HOME", "cmd --to='a; rm -rf $HOME'"),
        ("shell", "cmd {value}", "it's", r"cmd 'it'\''s'"),
        ("text", "do {value}", "a b", "do a b"),
    ] {
        assert_eq!(filled(language, line, value), (want.to_owned(), Vec::new()), "{language} {value}");
    }
}

#[test]
fn what_is_no_value_is_a_marked_blank() {
    let blank = |text: &str| (text.to_owned(), vec!["value".to_owned()]);
    for value in ["", " ", "a\nb", "a\u{1b}[31m", "a`b", &"a".repeat(301)] {
        assert_eq!(filled("json", "\"{value}\"", value), blank("\"<VALUE>\""), "{value}");
    }
    // An option, and what would end the quotation of the template.
    assert_eq!(filled("shell", "cmd {value}", "--all"), blank("cmd '<VALUE>'"));
    assert_eq!(filled("shell", "cmd \"for {value}\"", "$(id)"), blank("cmd \"for '<VALUE>'\""));
    // A secret is no part of a fix, whatever a rule reads.
    let token = "ghp_Zx8cVb5nM2qWe7rTy4uIo1pAs6dFg3hJk9Lm";
    assert_eq!(filled("shell", "cmd {value}", token), blank("cmd '<VALUE>'"));
    assert_eq!(filled("text", "for {nobody-knows}", "x").1, ["nobody-knows"]);
}

#[test]
fn an_address_with_a_blank_is_none() {
    let line = "https://open.feishu.cn/app/{app_id}/permission?q={scope}&v={value}";
    assert_eq!(filled("url", line, "x"), (String::new(), Vec::new()));
    let line = "https://open.feishu.cn/app?q={scope}&v={value}";
    let url = "https://open.feishu.cn/app?q=im:chat:read&v=a%26b%3Dc";
    assert_eq!(filled("url", line, "a&b=c"), (url.to_owned(), Vec::new()));
}

#[test]
fn a_text_that_only_speaks_of_a_refusal_has_none() {
    let text = "| 99991672 | Access denied. One of the following scopes is required | 飞书 |";
    for denial in read_snippet(text).denials {
        assert!(denial.mention);
        assert!(fixes(&diagnose(engine(), &denial).unwrap(), engine().redactor()).is_empty());
    }
}
