//! Patterns that were written by others than us, read at run time.

use regex_lite::RegexBuilder;

use super::{Compiled, Must, Pattern};

#[path = "../../build/must/mod.rs"]
mod must;

/// What a pattern of others may take when it is compiled, in bytes: matching takes time by this size.
const MOST: usize = 1 << 16;

impl Pattern {
    /// A pattern as the build script would have written it. It is leaked, since platforms are kept for good.
    ///
    /// # Errors
    /// In the words of the regular expressions' reader.
    pub(crate) fn written(source: &str) -> Result<Self, String> {
        RegexBuilder::new(source).size_limit(MOST).build().map_err(|error| error.to_string())?;
        Ok(Self::trusted(source))
    }

    /// The same for one that is known to be good.
    pub(super) fn trusted(source: &str) -> Self {
        let known = must::Known::of(source);
        let texts = |set: Vec<String>| keep(set.into_iter().map(|piece| &*piece.leak()).collect::<Vec<&'static str>>());
        let must = Must {
            sets: keep(known.sets.into_iter().map(texts).collect()),
            start: known.start.map(|start| &*start.leak()),
            word: known.word,
            any_case: known.any_case,
        };
        Self::new(source.to_owned().leak(), must, Box::leak(Box::new(Compiled::new())))
    }

    /// The same without a bound on the length of a match, which takes more time.
    pub(crate) fn unbounded(mut self) -> Self {
        self.must.start = None;
        self
    }

    /// Texts of which every match holds one, each fit to be searched for; nothing where none are known.
    pub(crate) fn needles(&self, is_fit: impl Fn(&str) -> bool) -> &'static [&'static str] {
        let fitting = self.must.sets.iter().filter(|set| !self.must.any_case && set.iter().all(|piece| is_fit(piece)));
        fitting.max_by_key(|set| set.iter().map(|piece| piece.len()).min()).copied().unwrap_or_default()
    }
}

fn keep<T>(items: Vec<T>) -> &'static [T] {
    items.leak()
}
