//! The message catalog of one platform in one language: templates by key, each with the conditions under which it is said.

use std::fmt;

use scopelens_text::order;
use serde::de::{SeqAccess, Visitor};
use serde::ser::SerializeMap;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de, ser};

use crate::schema::Text;

/// A template, and the conditions that must all hold for it (`!condition`: does not hold).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Variant {
    /// The conditions; none for what is always said.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub when: Vec<Text>,
    /// The template, one line, with `{name}` for values.
    pub say: Text,
}

/// The text of one key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Message {
    /// The first variant whose conditions hold is said.
    Variants(Vec<Variant>),
    /// The engine's own text of another key, where it has one; custom rules take over those of their kind.
    SameAs(Text),
}

impl Message {
    /// A text that is always said.
    #[must_use]
    pub fn plain(text: impl Into<Text>) -> Self {
        Message::Variants(vec![Variant { when: Vec::new(), say: text.into() }])
    }
}

/// Messages by key.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Messages {
    /// Sorted by key.
    rows: Vec<(Text, Message)>,
}

impl Messages {
    /// Messages in any order; of two with the same key the later one counts.
    #[must_use]
    pub fn new(mut rows: Vec<(Text, Message)>) -> Self {
        rows.reverse();
        order::sort_by(&mut rows, |(one, _), (other, _)| one.cmp(other));
        rows.dedup_by(|later, first| later.0 == first.0);
        Self { rows }
    }

    /// The message of `key`.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Message> {
        let index = self.rows.binary_search_by(|(known, _)| (**known).cmp(key)).ok()?;
        self.rows.get(index).map(|(_, message)| message)
    }

    /// All of them, sorted by key.
    pub fn iter(&self) -> impl Iterator<Item = (&Text, &Message)> {
        self.rows.iter().map(|(key, message)| (key, message))
    }

    /// The catalog of a JSON text: an object of strings and of lists of `{"when", "say"}`.
    ///
    /// ```
    /// let messages = scopelens_pack::Messages::from_json(r#"{"title.scope": "A scope is missing"}"#).unwrap();
    /// assert!(messages.get("title.scope").is_some() && messages.get("title").is_none());
    /// ```
    #[must_use]
    pub fn from_json(text: &str) -> Option<Self> {
        crate::decode::decode_strict(&crate::json::parse(text, 0).ok()?)
    }
}

impl Serialize for Messages {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.rows.len()))?;
        for (key, message) in &self.rows {
            map.serialize_entry(key, message)?;
        }
        map.end()
    }
}

impl Serialize for Message {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Message::Variants(variants) => match variants.as_slice() {
                [Variant { when, say }] if when.is_empty() => serializer.serialize_str(say),
                variants => serializer.collect_seq(variants),
            },
            // Only custom rules have it, and they are not packed.
            Message::SameAs(key) => Err(ser::Error::custom(format!("the engine's own {key} stands in no file"))),
        }
    }
}

impl<'de> Deserialize<'de> for Messages {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(MessagesVisitor)
    }
}

struct MessagesVisitor;

impl<'de> Visitor<'de> for MessagesVisitor {
    type Value = Messages;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<M: de::MapAccess<'de>>(self, mut members: M) -> Result<Messages, M::Error> {
        let mut rows = Vec::new();
        while let Some(row) = members.next_entry()? {
            rows.push(row);
        }
        Ok(Messages::new(rows))
    }
}

impl<'de> Deserialize<'de> for Message {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(MessageVisitor)
    }
}

struct MessageVisitor;

impl<'de> Visitor<'de> for MessageVisitor {
    type Value = Message;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text or a list of variants")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Message, E> {
        Ok(Message::plain(text))
    }

    fn visit_seq<S: SeqAccess<'de>>(self, mut variants: S) -> Result<Message, S::Error> {
        let mut list = Vec::new();
        while let Some(variant) = variants.next_element()? {
            list.push(variant);
        }
        Ok(Message::Variants(list))
    }
}

#[cfg(test)]
mod tests {
    use super::{Message, Messages};

    #[test]
    fn messages_are_found_by_key() {
        let text = r#"{"b": [{"when": ["x", "!y"], "say": "one"}, {"say": "two"}], "a": "plain"}"#;
        let messages = Messages::from_json(text).unwrap();
        assert_eq!(messages.get("a"), Some(&Message::plain("plain")));
        let Some(Message::Variants(variants)) = messages.get("b") else { panic!("no variants") };
        assert_eq!((variants.len(), &*variants[0].say, variants[0].when.len()), (2, "one", 2));
        assert_eq!(messages.get("ab"), None);
        let written = serde_json::to_string(&messages).unwrap();
        assert_eq!(Messages::from_json(&written), Some(messages));
    }

    #[test]
    fn what_is_no_catalog_is_refused() {
        for text in [
            "",
            "[]",
            "{\"a\": 1}x",
            "{\"a\": {}}",
            "{\"a\": [{\"when\": []}]}",
            "{\"a\": [{\"say\": \"x\", \"y\": 1}]}",
        ] {
            assert_eq!(Messages::from_json(text), None, "{text}");
        }
    }
}
