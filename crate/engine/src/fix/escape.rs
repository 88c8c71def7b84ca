//! Values as the languages of fixes write them.

use std::borrow::Cow;

use scopelens_pack::FixLanguage;

use crate::links::encode;

/// `value` as it stands behind `before`.
pub(super) fn written<'v>(language: FixLanguage, before: &str, value: &'v str) -> Cow<'v, str> {
    match language {
        FixLanguage::Json => in_quotes(value).into(),
        FixLanguage::Yaml if before.ends_with('"') => in_quotes(value).into(),
        FixLanguage::Yaml if is_plain(value) => value.into(),
        FixLanguage::Yaml => format!("\"{}\"", in_quotes(value)).into(),
        FixLanguage::Shell if is_bare(value) => value.into(),
        FixLanguage::Shell => format!("'{}'", value.replace('\'', r"'\''")).into(),
        FixLanguage::Url => encode(value).into(),
        FixLanguage::Text => value.into(),
    }
}

/// Text between double quotes: JSON's rules, which YAML shares.
fn in_quotes(value: &str) -> String {
    value.replace('\\', r"\\").replace('"', "\\\"")
}

/// A value that YAML reads as this text without quotes. `true`, `1` and `~` are other things.
fn is_plain(value: &str) -> bool {
    let is_word = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-' | b'.' | b'/');
    let is_other = |value: &str| ["true", "false", "yes", "no", "on", "off", "null", "y", "n"].contains(&value);
    value.bytes().all(is_word)
        && value.starts_with(|c: char| c.is_ascii_alphabetic())
        && !is_other(&value.to_ascii_lowercase())
}

/// A value that no shell reads as anything else.
pub(super) fn is_bare(value: &str) -> bool {
    value
        .bytes()
        .all(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'@' | b'%' | b'+' | b':' | b',' | b'.' | b'/' | b'-'))
}
