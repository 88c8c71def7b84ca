//! Localized texts of custom rules: one text for all languages, or one for each.

use super::only_known;
use crate::fault::Faults;
use crate::json::Node;
use crate::messages::{Message, Messages};
use crate::platform::Platform;

/// The languages that cards are written in.
pub(super) const LANGS: [&str; 2] = ["en", "zh-CN"];

/// Longest text of a card, in characters.
const MAX_LENGTH: usize = 500;

/// A text in the order of [`LANGS`].
#[derive(Debug, Clone)]
pub(super) struct Localized(pub(super) [String; 2]);

impl Localized {
    /// `"text"` or `{"en": "text", "zh-CN": "文字"}`, of which one may be absent.
    pub(super) fn read(node: &Node, faults: &mut Faults) -> Option<Self> {
        if !node.is_object() {
            let text = line(node, faults)?;
            return Some(Self([text.clone(), text]));
        }
        only_known(node, &LANGS, faults);
        let [en, zh] = LANGS.map(|tag| node.member(tag).and_then(|text| line(text, faults)));
        match (en, zh) {
            (None, None) => {
                faults.add("said", "", node.place);
                None
            }
            (en, zh) => Some(Self([en.clone().or_else(|| zh.clone())?, zh.or(en)?])),
        }
    }

    /// The same text in all languages.
    pub(super) fn same(text: &str) -> Self {
        Self(LANGS.map(|_| text.to_owned()))
    }
}

/// A text on one line.
fn line(node: &Node, faults: &mut Faults) -> Option<String> {
    let Some(text) = node.as_text().filter(|text| !text.trim().is_empty()) else {
        faults.add("text", "", node.place);
        return None;
    };
    if text.chars().count() > MAX_LENGTH {
        faults.add("said-long", MAX_LENGTH.to_string(), node.place);
        return None;
    }
    Some(text.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// The messages of one platform while they are collected, key by key, in all languages.
#[derive(Debug, Default)]
pub(super) struct Rows(Vec<(String, [Message; 2])>);

impl Rows {
    pub(super) fn add(&mut self, key: String, text: Localized) {
        self.0.push((key, text.0.map(Message::plain)));
    }

    /// The engine's own text of another key.
    pub(super) fn add_same(&mut self, key: String, other: &str) {
        self.0.push((key, LANGS.map(|_| Message::SameAs(other.into()))));
    }

    pub(super) fn add_to(self, platform: &mut Platform) {
        for (index, tag) in LANGS.into_iter().enumerate() {
            let rows = self.0.iter().filter_map(|(key, texts)| Some((key.as_str().into(), texts.get(index)?.clone())));
            platform.add_words(tag, Messages::new(rows.collect()));
        }
    }
}
