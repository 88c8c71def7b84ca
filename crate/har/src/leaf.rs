//! The values at the ends of an entry, whatever form a tool gave them: a number in quotes, headers as an object, a body
//! that was left as JSON.

use std::fmt;

use serde::de::{Deserialize, Deserializer, Visitor};

use super::object::{Object, Raw, elements};

/// The text of a string; of anything else but `null` the JSON itself.
pub(super) fn text(raw: Raw) -> Option<String> {
    match raw? {
        "null" | "undefined" | "NaN" => None,
        raw if raw.starts_with('"') => unescaped(raw).or_else(|| unescaped(&repaired(raw))),
        raw => Some(raw.to_owned()),
    }
}

fn unescaped(raw: &str) -> Option<String> {
    serde_json::from_str(raw).ok().map(|Lossy(text)| text)
}

/// A string in which each backslash that begins no escape of JSON stands for itself: `\x41`, `C:\Users`, `\ud83` where a tool cut.
fn repaired(raw: &str) -> String {
    let mut parts = raw.split('\\');
    let mut text = parts.next().unwrap_or_default().to_owned();
    while let Some(part) = parts.next() {
        text.push('\\');
        let is_hex = |digits: &[u8]| digits.iter().all(u8::is_ascii_hexdigit);
        match part.as_bytes() {
            // Two of them: what is between is no part of an escape.
            [] => text.extend(["\\", parts.next().unwrap_or_default()]),
            [b'"' | b'/' | b'b' | b'f' | b'n' | b'r' | b't', ..] => text.push_str(part),
            [b'u', digits @ ..] if digits.get(..4).is_some_and(is_hex) => text.push_str(part),
            _ => text.extend(["\\", part]),
        }
    }
    text
}

/// A whole number, in quotes or not, without its decimals.
pub(super) fn number(raw: Raw) -> Option<i64> {
    raw?.trim_matches('"').split('.').next()?.parse().ok()
}

/// Names and values, as `[{"name", "value"}]` or as `{name: value}`; none of any other form.
pub(super) fn pairs(raw: Raw) -> Vec<(String, String)> {
    let value = |raw| text(raw).unwrap_or_default();
    let listed = raw.into_iter().flat_map(elements).filter_map(|pair| {
        let pair = Object::read(Some(pair)).ok()?;
        Some((text(pair.get("name"))?, value(pair.get("value"))))
    });
    let members = Object::read(raw).unwrap_or_default().0.into_iter();
    listed.chain(members.map(|(name, raw)| (name.to_owned(), value(Some(raw))))).collect()
}

/// A string in which half a surrogate pair, as a body that was cut may end with, becomes a replacement character.
struct Lossy(String);

impl<'de> Deserialize<'de> for Lossy {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        // As bytes, for serde_json refuses such a string as text.
        deserializer.deserialize_bytes(LossyVisitor)
    }
}

struct LossyVisitor;

impl Visitor<'_> for LossyVisitor {
    type Value = Lossy;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("a string")
    }

    fn visit_bytes<E>(self, bytes: &[u8]) -> Result<Lossy, E> {
        Ok(Lossy(String::from_utf8_lossy(bytes).into_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::{number, pairs, text};

    #[test]
    fn texts_of_any_form_are_read() {
        for (json, value) in [
            (r#""a\n\u6ca1\ud83d\ude00""#, Some("a\n没😀")),
            (r#""cut \ud83d""#, Some("cut \u{fffd}\u{fffd}\u{fffd}")),
            ("null", None),
            ("undefined", None),
            (r#""\x41 C:\Users \\n \\\q \n""#, Some("\\x41 C:\\Users \\n \\\\q \n")),
            (r#""cut \ud83""#, Some("cut \\ud83")),
            (r#""\u6ca1\""#, None),
            ("12", Some("12")),
            (r#"{"errcode": 0}"#, Some(r#"{"errcode": 0}"#)),
        ] {
            assert_eq!(text(Some(json)).as_deref(), value, "{json}");
        }
    }

    #[test]
    fn numbers_of_any_form_are_read() {
        for (json, value) in
            [("200", Some(200)), (r#""403""#, Some(403)), ("-1", Some(-1)), ("12.75", Some(12)), (r#""error""#, None)]
        {
            assert_eq!(number(Some(json)), value, "{json}");
        }
    }

    #[test]
    fn pairs_of_any_form_are_read() {
        let two = [("a".to_owned(), "1".to_owned()), ("b".to_owned(), String::new())];
        for json in
            [r#"[{"name":"a","value":"1"},{"name":"b"},{"value":"x"}]"#, r#"{"a":"1","b":null}"#, r#"{"a":1,"b":""}"#]
        {
            assert_eq!(pairs(Some(json)), two, "{json}");
        }
        assert_eq!(pairs(Some(r#"{"set-cookie":["a=1","b=2"]}"#))[0].1, r#"["a=1","b=2"]"#);
        for json in ["null", r#""a: 1""#, "[1,2]", "{}"] {
            assert!(pairs(Some(json)).is_empty(), "{json}");
        }
    }
}
