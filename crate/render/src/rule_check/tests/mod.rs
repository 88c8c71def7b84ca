//! Own rules and masks: what they read, what is wrong with them, what they mask.

mod documentation;
mod faults;
mod masks;
mod rules;

use serde_json::Value;

use super::Configured;
use crate::card::{Answer, diagnose};
use crate::testing;
use scopelens_engine::Engine;
use scopelens_engine::custom::{self, Config};
use scopelens_model::Lang;

/// A gateway as its team may write it: as little as possible.
fn acme() -> Value {
    serde_json::from_str(include_str!("../../../../pack/tests/acme.json")).unwrap()
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

/// The engine of a configuration, and its faults in words.
fn configured(config: &Config, lang: Lang) -> (Engine, Configured) {
    let (engine, left_out) = custom::configured(testing::engine(), config);
    (engine, Configured::new(&left_out, lang))
}

/// The engine of a configuration with which nothing is wrong.
fn engine_of(config: &Config) -> Engine {
    let (engine, configured) = configured(config, Lang::En);
    assert_eq!(configured.faults, []);
    engine
}

fn knowing(texts: &[&Value]) -> Engine {
    engine_of(&rules(texts))
}

const REFUSED: &str =
    r#"{"err":"ACL_DENIED","trace":"t-0001","app_id":"shop-7","need":["orders:read","orders:write"]}"#;

fn english(engine: &Engine, text: &str) -> Answer {
    diagnose(engine, text, Lang::En)
}
