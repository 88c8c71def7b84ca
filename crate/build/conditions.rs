//! The conditions that a platform's data may speak of; another one is a slip, and ends the build.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

#[path = "../src/diagnosis/names.rs"]
mod names;

/// The names of all conditions that may hold.
pub struct Conditions(BTreeSet<String>);

impl Conditions {
    /// What holds without a platform.
    pub fn of_engine() -> Self {
        Self(
            [names::COMPUTED, names::READ, names::EVIDENCE, names::SHARED]
                .concat()
                .iter()
                .map(|name| (*name).to_owned())
                .collect(),
        )
    }

    /// What holds on the platform of `spec`, whose table of error codes is `codes`.
    pub fn of_platform(spec: &Map<String, Value>, codes: &str) -> Self {
        let mut known = Self::of_engine();
        let rules = || items(spec.get("rules"));
        known.0.extend(rules().flat_map(|rule| texts(rule.get("signals"))));
        known.0.extend(rules().flat_map(|rule| items(rule.get("details"))).flat_map(|d| named("has-", d, "id")));
        let told = rules().flat_map(|rule| texts(rule.get("codes")).chain(texts(rule.get("tokens"))));
        let listed = codes.lines().filter_map(|line| line.split('\t').next()).map(str::to_owned);
        known.0.extend(told.chain(listed).map(|code| format!("code-{code}")));
        known.0.extend(items(spec.get("identities")).flat_map(|identity| named("identity-", identity, "id")));
        let causes = spec.get("causes").unwrap_or(&Value::Null);
        let topics = items(causes.get("causes")).flat_map(|cause| texts(cause.get("topics")));
        known.0.extend(topics.map(|topic| format!("topic-{topic}")));
        let seen = items(causes.get("seen"));
        for signal in ["app_signals", "api_signals"].iter().flat_map(|key| items(spec.get(*key))).chain(seen) {
            known.0.extend(named("", signal, "signal"));
        }
        known.0.extend(texts(causes.get("declared")));
        known
    }

    /// Ends the build where `condition` (`name` or `!name`) is none of them.
    pub fn check(&self, condition: &str, place: &str) {
        let name = condition.trim_start_matches('!');
        assert!(self.0.contains(name), "{place}: nothing tells whether “{name}” holds");
    }

    /// Every condition in `value`: members `when`, and the names in `weights`.
    pub fn check_all(&self, value: &Value, place: &str) {
        match value {
            Value::Array(list) => list.iter().for_each(|item| self.check_all(item, place)),
            Value::Object(map) => {
                texts(map.get("when")).for_each(|condition| self.check(&condition, place));
                let weights = map.get("weights").and_then(Value::as_object);
                weights.into_iter().flat_map(Map::keys).for_each(|signal| self.check(signal, place));
                map.values().for_each(|item| self.check_all(item, place));
            }
            _ => {}
        }
    }
}

fn items(list: Option<&Value>) -> impl Iterator<Item = &Value> {
    list.and_then(Value::as_array).into_iter().flatten()
}

/// The strings of a list, or the one string that stands instead of it.
pub fn texts(value: Option<&Value>) -> impl Iterator<Item = String> {
    let one = value.and_then(Value::as_str).map(str::to_owned);
    one.into_iter().chain(items(value).filter_map(Value::as_str).map(str::to_owned).collect::<Vec<_>>())
}

fn named(before: &str, value: &Value, member: &str) -> Option<String> {
    Some(format!("{before}{}", value.get(member)?.as_str()?))
}
