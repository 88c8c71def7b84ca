//! From JSON to Rust source, by its form. What does not fit ends the build with the place where it stands.

use std::cell::RefCell;

use serde_json::{Map, Value};

use crate::form::{Form, Member};
use crate::must::Known;

/// Writes values, and remembers the patterns among them: each is compiled once, wherever it stands.
#[derive(Default)]
pub struct Writer {
    patterns: RefCell<Vec<String>>,
}

impl Writer {
    /// How many different patterns were written.
    pub fn patterns(&self) -> usize {
        self.patterns.borrow().len()
    }

    /// `value` as an expression; `place` names it in a complaint.
    pub fn source(&self, form: &Form, value: &Value, place: &str) -> String {
        match form {
            Form::Text => format!("{:?}", text(value, place)),
            Form::Pattern => self.pattern(text(value, place)),
            Form::Kind => format!("Kind::{}", camel(text(value, place))),
            Form::Needs => format!("Needs::{}", camel(text(value, place))),
            Form::Number => {
                value.as_i64().unwrap_or_else(|| panic!("{place}: a whole number was expected")).to_string()
            }
            Form::Flag => value.as_bool().unwrap_or_else(|| panic!("{place}: true or false was expected")).to_string(),
            Form::List(item) => list(each(value, place).map(|(value, place)| self.source(item, value, &place))),
            Form::Pairs(item) => {
                let pair = |(key, value)| format!("({key:?}, {})", self.source(item, value, &format!("{place}.{key}")));
                list(object(value, place).iter().map(pair))
            }
            Form::Pair(item) => {
                let both: Vec<String> =
                    each(value, place).map(|(value, place)| self.source(item, value, &place)).collect();
                format!("({})", both.join(", "))
            }
            Form::Struct(name, members) => self.structure(name, members, object(value, place), place),
            Form::Variant(name, variants) => {
                let (key, value) = object(value, place).iter().next().unwrap_or_else(|| panic!("{place}: empty"));
                let known = variants.iter().find(|(member, ..)| member == key);
                let (_, variant, form) = known.unwrap_or_else(|| panic!("{place}: {key} is not known here"));
                format!("{name}::{variant}({})", self.source(form, value, &format!("{place}.{key}")))
            }
        }
    }

    fn structure(&self, name: &str, members: &[Member], given: &Map<String, Value>, place: &str) -> String {
        let is_known = |key: &&String| members.iter().any(|m| m.name() == *key);
        if let Some(unknown) = given.keys().find(|key| !is_known(key)) {
            panic!("{place}: {unknown} is not known here");
        }
        let fields: Vec<String> = members.iter().map(|m| self.member(m, given, place)).collect();
        format!("{name} {{ {} }}", fields.join(", "))
    }

    fn member(&self, member: &Member, given: &Map<String, Value>, place: &str) -> String {
        let written =
            |name: &str, form: &Form| given.get(name).map(|v| self.source(form, v, &format!("{place}.{name}")));
        match member {
            Member::Must(name, form) => {
                format!("{name}: {}", written(name, form).unwrap_or_else(|| panic!("{place}: {name} is missing")))
            }
            Member::May(name, form) => format!("{name}: {}", written(name, form).unwrap_or_else(|| absent(form))),
            Member::Maybe(name, form) => {
                format!("{name}: {}", written(name, form).map_or("None".into(), |value| format!("Some({value})")))
            }
        }
    }

    fn pattern(&self, text: &str) -> String {
        let Known { sets, start, word, any_case } = Known::of(text);
        let sets = list(sets.iter().map(|set| list(set.iter().map(|piece| format!("{piece:?}")))));
        let must = format!("Must {{ sets: {sets}, start: {start:?}, word: {word}, any_case: {any_case} }}");
        format!("Pattern {{ source: {text:?}, must: {must}, compiled: &COMPILED[{}] }}", self.place_of(text))
    }

    fn place_of(&self, pattern: &str) -> usize {
        let mut patterns = self.patterns.borrow_mut();
        patterns.iter().position(|known| known == pattern).unwrap_or_else(|| {
            patterns.push(pattern.to_owned());
            patterns.len() - 1
        })
    }
}

fn absent(form: &Form) -> String {
    match form {
        Form::Number => "0",
        Form::Flag => "false",
        _ => "&[]",
    }
    .to_owned()
}

fn list(items: impl Iterator<Item = String>) -> String {
    format!("&[{}]", items.collect::<Vec<_>>().join(", "))
}

/// `missing-scope` → `MissingScope`
fn camel(word: &str) -> String {
    let capital = |part: &str| part.chars().take(1).flat_map(char::to_uppercase).chain(part.chars().skip(1)).collect();
    word.split('-').map(capital).collect::<Vec<String>>().concat()
}

fn text<'v>(value: &'v Value, place: &str) -> &'v str {
    value.as_str().unwrap_or_else(|| panic!("{place}: a string was expected"))
}

fn object<'v>(value: &'v Value, place: &str) -> &'v Map<String, Value> {
    value.as_object().unwrap_or_else(|| panic!("{place}: an object was expected"))
}

fn each<'v>(value: &'v Value, place: &str) -> impl Iterator<Item = (&'v Value, String)> {
    let list = value.as_array().unwrap_or_else(|| panic!("{place}: a list was expected"));
    list.iter().enumerate().map(move |(at, value)| (value, format!("{place}[{at}]")))
}
