//! Every rule is proved by the texts beside it: those that must match give just this denial, the others never do.

use std::fs;
use std::path::Path;

use serde_json::Value;

use super::read_snippet;
use crate::Engine;
use crate::testing::engine;
use scopelens_model::Denial;

/// Each rule of each platform, with its proofs.
pub(super) fn rules() -> Vec<(String, Value)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../platforms");
    let mut all = Vec::new();
    for platform in fs::read_dir(root).unwrap().map(|e| e.unwrap().path()).filter(|p| p.join("platform.json").is_file())
    {
        let name = platform.file_name().unwrap().to_str().unwrap().to_owned();
        for file in fs::read_dir(platform.join("rules")).unwrap() {
            let text = fs::read_to_string(file.unwrap().path()).unwrap();
            let rules: Vec<Value> = serde_json::from_str(&text).unwrap();
            all.extend(rules.into_iter().map(|rule| (name.clone(), rule)));
        }
    }
    all
}

pub(super) fn texts<'r>(rule: &'r Value, part: &str) -> impl Iterator<Item = &'r Value> {
    rule["proofs"][part].as_array().unwrap().iter()
}

#[test]
fn each_rule_is_told_sourced_and_proved() {
    for (platform, rule) in rules() {
        let id = rule["id"].as_str().unwrap();
        for part in ["about", "source"] {
            assert!(rule[part].as_str().is_some_and(|s| s.len() > 10), "{platform}/{id} has no {part}");
        }
        for part in ["match", "miss"] {
            assert!(texts(&rule, part).count() >= 1, "{platform}/{id} has no {part}");
            assert!(texts(&rule, part).all(|p| p["source"].is_string()), "{platform}/{id}: a {part} has no source");
        }
    }
}

/// Both halves of the proof, for those who changed what is known beside the built-in rules.
pub(crate) fn hold(engine: &Engine) {
    must_match(engine);
    must_not_match(engine);
}

#[test]
fn texts_that_must_match_do() {
    must_match(engine());
}

#[test]
fn near_misses_do_not_match() {
    must_not_match(engine());
}

fn must_match(engine: &Engine) {
    for (platform, rule) in rules() {
        for proof in texts(&rule, "match") {
            let text = proof["text"].as_str().unwrap();
            let reading = read_snippet(engine, text);
            let label = format!("{platform}/{}: {text}\n{reading:#?}", rule["id"]);
            let [denial] = reading.denials.as_slice() else { panic!("one denial in {label}") };
            assert_eq!(*denial.platform, *platform, "{label}");
            let kind = serde_json::to_value(denial.kind).unwrap();
            assert_eq!((kind, denial.mention), (rule["kind"].clone(), false), "{label}");
            expect(denial, &proof["expect"], &label);
        }
    }
}

fn expect(denial: &Denial, expect: &Value, label: &str) {
    let fact = |f: &Option<scopelens_model::Fact>| f.as_ref().map_or(Value::Null, |f| Value::from(f.value.clone()));
    let scopes: Vec<&str> = denial.scopes.iter().map(|s| s.value.as_str()).collect();
    for (member, want) in expect.as_object().into_iter().flatten() {
        let got = match member.as_str() {
            "scopes" => Value::from(scopes.clone()),
            "code" => fact(&denial.code),
            "request_id" => fact(&denial.request_id),
            "app_id" => fact(&denial.app_id),
            "identity" => fact(&denial.identity),
            "apply_url" => Value::from(denial.carried_url.clone()),
            "any_of" => serde_json::to_value(denial.any_of).unwrap(),
            other => panic!("no such expectation: {other}"),
        };
        assert_eq!(&got, want, "{member} of {label}");
    }
}

fn must_not_match(engine: &Engine) {
    for (platform, rule) in rules() {
        let id = rule["id"].as_str().unwrap();
        for proof in texts(&rule, "miss") {
            let text = proof["text"].as_str().unwrap();
            let reading = read_snippet(engine, text);
            let hit = reading.denials.iter().find(|d| *d.platform == *platform && *d.rule == *id);
            assert!(hit.is_none(), "{platform}/{id} matches {text}\n{hit:#?}");
        }
    }
}
