//! A regular expression that is compiled when it is first needed. Matching is linear in the text.

use std::sync::OnceLock;

use serde::{Deserialize, Deserializer};

/// A pattern of a rule; it matches on flat text.
#[derive(Debug)]
pub struct Pattern {
    source: String,
    compiled: OnceLock<Option<regex_lite::Regex>>,
}

impl Pattern {
    /// Wraps `source`; a faulty one never matches (the tests find those of the platforms).
    #[must_use]
    pub fn new(source: &str) -> Self {
        Self { source: source.to_owned(), compiled: OnceLock::new() }
    }

    /// The compiled expression, or nothing where it is faulty.
    #[must_use]
    pub fn regex(&self) -> Option<&regex_lite::Regex> {
        self.compiled
            .get_or_init(|| {
                let built = regex_lite::RegexBuilder::new(&self.source).size_limit(1 << 20).build();
                built.ok()
            })
            .as_ref()
    }

    /// Whether it matches anywhere in `text`.
    #[must_use]
    pub fn is_match(&self, text: &str) -> bool {
        self.regex().is_some_and(|regex| regex.is_match(text))
    }

    /// The first match's offset and its first group (or the whole match).
    #[must_use]
    pub fn find<'t>(&self, text: &'t str) -> Option<(usize, &'t str)> {
        self.find_all(text).next()
    }

    /// Every match's offset with its first group (or the whole match).
    pub fn find_all<'t>(&self, text: &'t str) -> impl Iterator<Item = (usize, &'t str)> {
        self.regex().into_iter().flat_map(move |regex| {
            regex.captures_iter(text).filter_map(|found| {
                let group = found.get(1).or_else(|| found.get(0))?;
                Some((group.start(), group.as_str()))
            })
        })
    }
}

impl<'de> Deserialize<'de> for Pattern {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        String::deserialize(from).map(|source| Self::new(&source))
    }
}
