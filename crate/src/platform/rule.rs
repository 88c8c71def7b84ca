//! The rule form: how one kind of refusal is recognised, and where its scopes stand.

use super::Pattern;
use scopelens_model::Kind;

/// What must be read beside a rule's words before they are laid to its platform: words and numbers are shared between platforms.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
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
#[derive(Debug)]
pub struct Rule {
    /// Unique in its platform.
    pub id: &'static str,
    /// What its causes and words are filed under; the rule's own id where absent.
    pub topic: Option<&'static str>,
    /// What a hit means.
    pub kind: Kind,
    /// Values of a code member (`errcode`, `sub_code`, `code` …), compared to the letter.
    pub codes: &'static [&'static str],
    /// Distinctive words that count wherever they stand, also as a part of a dotted word.
    pub tokens: &'static [&'static str],
    /// Pieces of message text; punctuation and width are folded on both sides.
    pub phrases: &'static [&'static str],
    /// Patterns on the flat text, where a phrase is not enough.
    pub patterns: &'static [Pattern],
    /// Plain texts of which every match of `patterns` holds one: a text without any is not searched for the patterns.
    pub needles: &'static [&'static str],
    /// What the text must hold of the platform beside the rule's words.
    pub needs: Needs,
    /// Message texts of this code that are the platform's own: with one of them in its record a code needs no more than a hint.
    pub confirms: &'static [&'static str],
    /// It holds by any code that no rule knows, where the record is one of the platform's replies (`replies`).
    pub any_code: bool,
    /// It speaks only where no other rule finds a refusal of the platform in the text.
    pub fallback: bool,
    /// It holds only where a scope stands in the record or the lines below it.
    pub must_name_scope: bool,
    /// One of these phrases must be in the record as well.
    pub with: &'static [&'static str],
    /// None of these phrases may be in the record.
    pub without: &'static [&'static str],
    /// Where the missing scopes stand, best first: the first source that gives any is taken.
    pub scopes: &'static [ScopeSource],
    /// Whether one of several scopes is enough; absent where the platform does not say.
    pub any_of: Option<bool>,
    /// What a hit tells about the cause, for `causes.json`.
    pub signals: &'static [&'static str],
    /// Named values of the message: the caller's IP, when a limit ends, …
    pub details: &'static [Detail],
}

impl Rule {
    /// What its causes and words are filed under.
    #[must_use]
    pub fn topic(&self) -> &'static str {
        self.topic.unwrap_or(self.id)
    }
}

/// A named value that the message carries.
#[derive(Debug)]
pub struct Detail {
    /// Its name in the words (`{ip}`).
    pub id: &'static str,
    /// Group 1 is the value.
    pub pattern: Pattern,
}

/// A place that scopes are read from.
#[derive(Debug)]
pub enum ScopeSource {
    /// A member's value: a list, a string, or a list of objects.
    Member(&'static str),
    /// Group 1 of a pattern: one scope, or several with separators.
    Pattern(Pattern),
    /// The `{scope}` part of a link of this id, as `links.json` writes it.
    Link(&'static str),
}
