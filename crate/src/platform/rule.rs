//! The rule form: how one kind of refusal is recognised, and where its scopes stand.

use serde::Deserialize;

use super::Pattern;
use crate::model::Kind;

/// One kind of reply. It holds where any of `codes`, `tokens`, `phrases` or `patterns` is in a record.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// Unique in its platform.
    pub id: String,
    /// What its causes and words are filed under; the rule's own id where absent.
    #[serde(default)]
    pub topic: Option<String>,
    /// What a hit means.
    pub kind: Kind,
    /// Values of a code member (`errcode`, `sub_code`, `code` …), compared to the letter.
    #[serde(default)]
    pub codes: Vec<String>,
    /// Distinctive words that count wherever they stand, also as a part of a dotted word.
    #[serde(default)]
    pub tokens: Vec<String>,
    /// Pieces of message text; punctuation and width are folded on both sides.
    #[serde(default)]
    pub phrases: Vec<String>,
    /// Patterns on the flat text, where a phrase is not enough.
    #[serde(default)]
    pub patterns: Vec<Pattern>,
    /// Plain texts of which every match of `patterns` holds one: a text without any is not searched for the patterns.
    #[serde(default)]
    pub needles: Vec<String>,
    /// The text must name the platform in some other way as well: numbers are shared between platforms.
    #[serde(default)]
    pub anchored: bool,
    /// One of these phrases must be in the record as well.
    #[serde(default)]
    pub with: Vec<String>,
    /// None of these phrases may be in the record.
    #[serde(default)]
    pub without: Vec<String>,
    /// Where the missing scopes stand, best first: the first source that gives any is taken.
    #[serde(default)]
    pub scopes: Vec<ScopeSource>,
    /// Whether one of several scopes is enough; absent where the platform does not say.
    #[serde(default)]
    pub any_of: Option<bool>,
    /// What a hit tells about the cause, for `causes.json`.
    #[serde(default)]
    pub signals: Vec<String>,
    /// Named values of the message: the caller's IP, when a limit ends, …
    #[serde(default)]
    pub details: Vec<Detail>,
}

impl Rule {
    /// What its causes and words are filed under.
    #[must_use]
    pub fn topic(&self) -> &str {
        self.topic.as_deref().unwrap_or(&self.id)
    }
}

/// A named value that the message carries.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Detail {
    /// Its name in the words (`{ip}`).
    pub id: String,
    /// Group 1 is the value.
    pub pattern: Pattern,
}

/// A place that scopes are read from.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum ScopeSource {
    /// A member's value: a list, a string, or a list of objects.
    Member(String),
    /// Group 1 of a pattern: one scope, or several with separators.
    Pattern(Pattern),
    /// The `{scope}` part of a link of this id, as `links.json` writes it.
    Link(String),
}
