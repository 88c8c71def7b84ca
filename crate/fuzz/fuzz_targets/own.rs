//! Any text is read as rules and as masks: faults have their place, links lead to the declared hosts only, what is searched
//! for is never nothing, and a planted secret is masked whatever else is masked.
#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use scopelens_engine::Engine;
use scopelens_engine::custom::{Config, MaskSource, configured};
use scopelens_engine::reading::patterns;
use scopelens_har::redact_exchange;
use scopelens_model::{Exchange, Lang};
use scopelens_render::card::diagnose;
use scopelens_render::rule_check::check_rules;
use serde_json::{Value, json};

const SECRET: &str = "9f86d081884c7d659a2feaa0c55ad015";

/// The engine with the built-in platforms.
static ENGINE: LazyLock<Engine> = LazyLock::new(|| Engine::of_packs(scopelens_platforms::packs()).unwrap());

fuzz_target!(|data: &[u8]| {
    let text = String::from_utf8_lossy(data);
    checks(&text);
    if text.contains(SECRET) {
        return;
    }
    let rules = gateway(data.first().copied().unwrap_or_default(), &text).to_string();
    checks(&rules);
    let mask = MaskSource { name: "x".into(), pattern: text.lines().next().unwrap_or_default().to_owned() };
    let config = Config { rules: vec![rules, text.to_string()], masks: vec![mask], ..Config::default() };
    let (engine, _) = configured(&ENGINE, &config);
    let found = regex_lite_of(&patterns(engine.facts()).pattern);
    assert!(!found.is_match(""), "nothing is found");
    answers(&engine, &text);
});

fn checks(text: &str) {
    let checked = check_rules(&ENGINE, text, "x", Lang::ZhCn);
    assert!(checked.faults.len() <= 50);
    for fault in &checked.faults {
        assert!(!fault.message.is_empty() && fault.line.is_none_or(|line| line <= text.matches('\n').count() + 1), "{fault:?}");
    }
}

/// Good rules with the text in one of their places.
fn gateway(place: u8, text: &str) -> Value {
    let mut rules = json!({
        "id": "acme", "hosts": ["api.acme.example"], "link_hosts": ["console.acme.example"],
        "links": { "apply": "https://console.acme.example/apply?app={app_id}&scope={scope}" },
        "rules": [{ "codes": ["ACL_DENIED"], "phrases": ["not entitled"], "patterns": ["needs (entitlement)"], "scopes": [{ "pattern": "needs ([a-z:]+)" }] }]
    });
    let places = [
        "/id", "/name", "/hosts/0", "/link_hosts/0", "/links/apply", "/rules/0/codes/0", "/rules/0/phrases/0",
        "/rules/0/patterns/0", "/rules/0/scopes/0/pattern", "/rules/0/scopes/0",
    ];
    if let Some(value) = rules.pointer_mut(places[usize::from(place) % places.len()]) {
        *value = Value::from(text);
    }
    rules
}

fn answers(engine: &Engine, text: &str) {
    let text = format!("{text}\n{{\"code\":\"ACL_DENIED\",\"app_id\":\"shop-7\",\"message\":\"needs {text}\"}} https://console.acme.example/apply?app={text}&scope=a:b");
    for lang in Lang::ALL {
        let answer = diagnose(engine, &text, lang);
        for link in answer.cards.iter().flat_map(|card| &card.scopes).filter_map(|scope| scope.link.as_ref()) {
            assert!(link.url.starts_with(&format!("https://{}", link.host)), "{link:?}");
        }
    }
    let planted = format!("{text}\n{{\"appSecret\":\"{SECRET}\"}}\n{text}");
    assert!(!engine.redactor().redact(&planted).contains(SECRET), "the secret survives");
    let mut exchange = Exchange { body: Some(planted), ..Exchange::default() };
    exchange.head.url = "https://api.acme.example/".into();
    let masked = redact_exchange(engine.redactor(), &exchange);
    assert!(masked.body.is_some_and(|body| !body.contains(SECRET)), "the secret survives in an exchange");
}

fn regex_lite_of(source: &str) -> regex_lite::Regex {
    regex_lite::Regex::new(source).expect("the patterns are regular expressions")
}
