//! The rule form: how one kind of refusal is recognised, and where its scopes stand. In a built-in platform's files, an item
//! `"@name"` of a list stands for a list of `shared.json` (`shared.rs`); here its items stand.

use serde::{Deserialize, Serialize};

use super::{Text, is_false};
use crate::pattern::Pattern;
use scopelens_model::Kind;

/// Evidence of the platform beside a rule's words: words and numbers are shared between platforms.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Needs {
    /// Nothing: the words are the platform's own.
    Words,
    /// One of the platform's `hints` or `anchors`.
    Hint,
    /// One of its `anchors`, a scope that its catalog knows, or an exchange with one of its hosts.
    Anchor,
    /// An anchor in the same record, or an API host of the platform before it.
    Record,
    /// An address on one of the platform's hosts near by: for a rule whose words name no platform at all.
    Host,
}

/// One kind of reply. It holds where any of `codes`, `tokens`, `phrases` or `patterns` is in a record.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// Unique in its platform.
    pub id: Text,
    /// The name that its causes and words are filed under; the rule's own id where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub topic: Option<Text>,
    /// The meaning of a hit.
    pub kind: Kind,
    /// Values of a code member (`errcode`, `sub_code`, `code` …), compared to the letter.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub codes: Vec<Text>,
    /// Distinctive words that count wherever they stand, also as a part of a dotted word.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tokens: Vec<Text>,
    /// Pieces of message text; punctuation and width are folded on both sides.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub phrases: Vec<Text>,
    /// Patterns on the flat text, where a phrase is not enough.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub patterns: Vec<Pattern>,
    /// Plain texts of which every match of `patterns` holds one: a text without any is not searched for the patterns.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub needles: Vec<Text>,
    /// Text of the platform that must stand beside the rule's words.
    pub needs: Needs,
    /// Message texts of this code that are the platform's own: with one of them in its record a code needs no more than a hint.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub confirms: Vec<Text>,
    /// It holds by any code that no rule knows, where the record is one of the platform's replies (`replies`).
    #[serde(default, skip_serializing_if = "is_false")]
    pub any_code: bool,
    /// It speaks only where no other rule finds a refusal of the platform in the text.
    #[serde(default, skip_serializing_if = "is_false")]
    pub fallback: bool,
    /// It holds only where a scope stands in the record or the lines below it.
    #[serde(default, skip_serializing_if = "is_false")]
    pub must_name_scope: bool,
    /// Phrases of which one must be in the record as well.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub with: Vec<Text>,
    /// Phrases of which none may be in the record.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub without: Vec<Text>,
    /// Places of the missing scopes, best first: the first source that gives any is taken.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub scopes: Vec<ScopeSource>,
    /// What its `scopes` do not name is not known: scopes that stand around the refusal are held or accepted there, not missing,
    /// and the catalog's row of the call is for tokens of another kind.
    #[serde(default, skip_serializing_if = "is_false")]
    pub sources_only: bool,
    /// Places of scopes that the reply says the caller has: of those that `scopes` gives they are not missing.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub held: Vec<ScopeSource>,
    /// Whether one of several scopes is enough; absent where the platform does not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub any_of: Option<bool>,
    /// Signals about the cause, for `causes.json`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub signals: Vec<Text>,
    /// Named values of the message: the caller's IP, when a limit ends, …
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub details: Vec<Detail>,
}

impl Rule {
    /// The name that its causes and words are filed under.
    #[must_use]
    pub fn topic(&self) -> &Text {
        self.topic.as_ref().unwrap_or(&self.id)
    }
}

/// A named value that the message carries.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Detail {
    /// Its name in the words (`{ip}`).
    pub id: Text,
    /// Group 1 is the value.
    pub pattern: Pattern,
}

/// A place that scopes are read from.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ScopeSource {
    /// A member's value: a list, a string, or a list of objects.
    Member(Text),
    /// Group 1 of a pattern: one scope, or several with separators.
    Pattern(Box<Pattern>),
    /// Group 1 of a pattern: a list in prose whose items may hold blanks (`Issue: Create, Merge Request: Approve`), parted by
    /// commas, semicolons, `and` or `or`.
    List(Box<Pattern>),
    /// Parts of a sentence that make up one scope: `cannot list resource "pods"` is `list pods`.
    Made(Box<MadeScope>),
    /// The `{scope}` part of a link of this id, as `links.json` writes it.
    Link(Text),
}

/// A scope that no text prints in one piece.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MadeScope {
    /// Named groups are the parts; each match is one scope.
    pub pattern: Pattern,
    /// The scope with its parts as `{name}`. What stands in square brackets is left out where one of its parts is empty:
    /// `{verb} {resource}[.{group}]`. A part with a star holds several words, each of which makes a scope: `{verb*} {resource}`.
    pub form: Text,
}
