//! A regular expression that is compiled when it is first needed. Matching is linear in the text, and tried only where the
//! text holds what every match does.

mod literals;
mod literals_reader;
mod search;
#[cfg(test)]
mod tests;

use std::borrow::Cow;
use std::sync::OnceLock;

use regex_lite::{Captures, Regex, RegexBuilder};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::check::Origin;
use crate::fault::Fault;
pub use literals::KnownLiterals;
use literals::RequiredLiterals;
use search::Search;

/// Memory of a compiled pattern that somebody else wrote, in bytes: matching takes time by this size.
const MAX_CUSTOM_SIZE: usize = 1 << 16;

/// The same for a pattern of our own.
const MAX_SIZE: usize = 1 << 20;

/// A pattern on flat text. One that cannot be compiled never matches; the validator finds those of platforms.
///
/// ```
/// let pattern = scopelens_pack::Pattern::new(r"scope=(\w+)");
/// assert_eq!(pattern.find("a scope=read"), Some((8, "read")));
/// ```
#[derive(Debug)]
pub struct Pattern {
    source: Cow<'static, str>,
    /// Whether the length of a match has no bound, which takes more time.
    is_unbounded: bool,
    known: Option<KnownLiterals>,
    literals: OnceLock<RequiredLiterals>,
    unanchored: OnceLock<Option<Regex>>,
    anchored: OnceLock<Option<Regex>>,
}

impl Pattern {
    /// The pattern of this source; nothing is compiled yet.
    #[must_use]
    pub fn new(source: impl Into<String>) -> Self {
        Self::of(Cow::Owned(source.into()))
    }

    /// A pattern for a `static`.
    #[must_use]
    pub const fn fixed(source: &'static str) -> Self {
        Self::of(Cow::Borrowed(source))
    }

    /// A pattern for a `static`, with what its author knows of every match; nothing is read from its source.
    #[must_use]
    pub const fn fixed_with(source: &'static str, known: KnownLiterals) -> Self {
        let mut pattern = Self::of(Cow::Borrowed(source));
        pattern.known = Some(known);
        pattern
    }

    const fn of(source: Cow<'static, str>) -> Self {
        Self {
            source,
            is_unbounded: false,
            known: None,
            literals: OnceLock::new(),
            unanchored: OnceLock::new(),
            anchored: OnceLock::new(),
        }
    }

    /// A pattern of a custom rule or mask.
    ///
    /// # Errors
    /// It cannot be compiled in the memory that is granted, is too long, or matches everywhere.
    pub fn custom(source: &str) -> Result<Self, Fault> {
        match fault(source, Origin::Custom) {
            Some((code, value)) => Err(Fault::whole(code, value)),
            None => Ok(Self::new(source)),
        }
    }

    /// The same without a bound on the length of a match, which takes more time.
    #[must_use]
    pub fn unbounded(mut self) -> Self {
        self.is_unbounded = true;
        self
    }

    /// The pattern as it is written.
    #[must_use]
    pub fn source(&self) -> &str {
        &self.source
    }

    /// Why it cannot be compiled; nothing where it can.
    #[must_use]
    pub fn error(&self) -> Option<String> {
        RegexBuilder::new(&self.source).size_limit(MAX_SIZE).build().err().map(|error| error.to_string())
    }

    /// Whether it matches anywhere in `text`.
    #[must_use]
    pub fn is_match(&self, text: &str) -> bool {
        self.search(text).matches()
    }

    /// The first match with its groups.
    #[must_use]
    pub fn captures<'t>(&self, text: &'t str) -> Option<Captures<'t>> {
        self.search(text).next().map(|(_, captures)| captures)
    }

    /// The first match's byte offset and its first group (or the whole match).
    #[must_use]
    pub fn find<'t>(&self, text: &'t str) -> Option<(usize, &'t str)> {
        self.find_all(text).next()
    }

    /// Every match's byte offset with its first group (or the whole match).
    pub fn find_all<'t>(&self, text: &'t str) -> impl Iterator<Item = (usize, &'t str)> {
        self.captures_all(text).filter_map(|(offset, captures)| {
            let group = captures.get(1).or_else(|| captures.get(0))?;
            Some((offset + group.start(), group.as_str()))
        })
    }

    /// Every match with its groups, and the byte offset that these are counted from.
    pub fn captures_all<'t>(&self, text: &'t str) -> impl Iterator<Item = (usize, Captures<'t>)> {
        self.search(text)
    }

    /// Texts of which every match holds one, each fit to be searched for; none where none are known.
    #[must_use]
    pub fn needles(&self, is_fit: impl Fn(&str) -> bool) -> Vec<String> {
        self.longest_set(is_fit).unwrap_or_default().to_vec()
    }

    /// Literals of which every match holds one, as they stand in a text: the set whose shortest literal is the longest. None where
    /// none are known, or where a match may have them in any case.
    #[must_use]
    pub fn required_set(&self) -> &[String] {
        self.longest_set(|_| true).unwrap_or_default()
    }

    /// The set of literals whose shortest one is the longest, all of which are fit.
    fn longest_set(&self, is_fit: impl Fn(&str) -> bool) -> Option<&[String]> {
        let literals = self.literals();
        let fitting = literals.sets.iter().filter(|set| !literals.any_case && set.iter().all(|text| is_fit(text)));
        fitting.max_by_key(|set| set.iter().map(String::len).min()).map(Vec::as_slice)
    }

    fn search<'p, 't>(&'p self, text: &'t str) -> Search<'p, 't> {
        Search::new(self, text)
    }

    fn literals(&self) -> &RequiredLiterals {
        self.literals.get_or_init(|| match &self.known {
            Some(known) => known.required(),
            None => RequiredLiterals::of(&self.source),
        })
    }

    /// Whether it is known how every match begins, and how long one may be.
    fn has_start(&self) -> bool {
        !self.is_unbounded && self.literals().start.is_some()
    }

    fn unanchored(&self) -> Option<&Regex> {
        self.unanchored.get_or_init(|| compile(&self.source)).as_ref()
    }

    /// The expression anchored to the start of the text that it is given.
    fn anchored(&self) -> Option<&Regex> {
        self.anchored.get_or_init(|| compile(&format!("^(?:{})", self.source))).as_ref()
    }
}

impl Clone for Pattern {
    /// The clone compiles anew.
    fn clone(&self) -> Self {
        Self { is_unbounded: self.is_unbounded, known: self.known, ..Self::of(self.source.clone()) }
    }
}

impl PartialEq for Pattern {
    fn eq(&self, other: &Self) -> bool {
        self.source == other.source
    }
}

impl Eq for Pattern {}

impl Serialize for Pattern {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.source)
    }
}

/// The name by which a reader of JSON knows that a pattern is asked for.
pub(crate) const TYPE_NAME: &str = "Pattern";

#[derive(Deserialize)]
#[serde(rename = "Pattern")]
struct Source(String);

impl<'de> Deserialize<'de> for Pattern {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Source::deserialize(deserializer).map(|Source(source)| Self::new(source))
    }
}

/// Longest custom pattern, in characters; a longer one is a program.
const MAX_CUSTOM_LENGTH: usize = 500;

/// The code of the fault of a pattern's source, and its value; nothing where it is a good one.
pub(crate) fn fault(source: &str, origin: Origin) -> Option<(&'static str, String)> {
    if origin == Origin::Custom && source.chars().count() > MAX_CUSTOM_LENGTH {
        return Some(("pattern-long", MAX_CUSTOM_LENGTH.to_string()));
    }
    let size = if origin == Origin::Custom { MAX_CUSTOM_SIZE } else { MAX_SIZE };
    match RegexBuilder::new(source).size_limit(size).build() {
        Err(error) => Some(("pattern", error.to_string())),
        Ok(regex) => regex.is_match("").then(|| ("pattern-empty", source.to_owned())),
    }
}

fn compile(source: &str) -> Option<Regex> {
    RegexBuilder::new(source).size_limit(MAX_SIZE).build().ok()
}
