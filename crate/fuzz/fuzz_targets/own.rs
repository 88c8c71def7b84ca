//! Any text is read as rules and as masks: faults have their place, links lead to the declared hosts only, what is searched
//! for is never nothing, and a planted secret is masked whatever else is masked.
#![no_main]

use std::cell::Cell;

use libfuzzer_sys::fuzz_target;
use scopelens::card::{Lang, diagnose};
use scopelens::har::redact_exchange;
use scopelens_model::Exchange;
use scopelens::own::{Config, OwnMask, check_rules, configure};
use scopelens::reading::patterns;
use scopelens::redact::redact;
use serde_json::{Value, json};

const SECRET: &str = "9f86d081884c7d659a2feaa0c55ad015";

thread_local! {
    /// What is known is held for good, so only so many sets are made: the rest is checked for its faults.
    static LEFT: Cell<u32> = const { Cell::new(20_000) };
}

fuzz_target!(|data: &[u8]| {
    let text = String::from_utf8_lossy(data);
    checks(&text);
    if text.contains(SECRET) || LEFT.get() == 0 {
        return;
    }
    LEFT.set(LEFT.get() - 1);
    let rules = gateway(data.first().copied().unwrap_or_default(), &text).to_string();
    checks(&rules);
    let mask = OwnMask { name: "x".into(), pattern: text.lines().next().unwrap_or_default().to_owned() };
    configure(&Config { rules: vec![rules, text.to_string()], masks: vec![mask], ..Config::default() }, Lang::En);
    let found = regex_lite_of(&patterns().pattern);
    assert!(!found.is_match(""), "nothing is found");
    answers(&text);
    configure(&Config::default(), Lang::En);
});

fn checks(text: &str) {
    let checked = check_rules(text, "x", Lang::ZhCn);
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

fn answers(text: &str) {
    let text = format!("{text}\n{{\"code\":\"ACL_DENIED\",\"app_id\":\"shop-7\",\"message\":\"needs {text}\"}} https://console.acme.example/apply?app={text}&scope=a:b");
    for lang in Lang::ALL {
        let answer = diagnose(&text, lang);
        for link in answer.cards.iter().flat_map(|card| &card.scopes).filter_map(|scope| scope.link.as_ref()) {
            assert!(link.url.starts_with(&format!("https://{}", link.host)), "{link:?}");
        }
    }
    let planted = format!("{text}\n{{\"appSecret\":\"{SECRET}\"}}\n{text}");
    assert!(!redact(&planted).contains(SECRET), "the secret survives");
    let mut exchange = Exchange { body: Some(planted), ..Exchange::default() };
    exchange.head.url = "https://api.acme.example/".into();
    let masked = redact_exchange(&exchange);
    assert!(masked.body.is_some_and(|body| !body.contains(SECRET)), "the secret survives in an exchange");
}

fn regex_lite_of(source: &str) -> regex_lite::Regex {
    regex_lite::Regex::new(source).expect("the patterns are regular expressions")
}
