//! A regular expression that is compiled when it is first needed. Matching is linear in the text, and tried only where the
//! text holds what every match does.

use std::sync::OnceLock;

use regex_lite::{Captures, Regex, RegexBuilder};

use super::must::Must;

/// No match is longer, where each place is tried by itself.
const MAX_MATCH: usize = 4_096;

/// So many places may be tried in vain; a text that has more is read from end to end, which keeps the time linear.
const MAX_TRIES: usize = 256;

/// A pattern of a rule; it matches on flat text.
#[derive(Debug, Clone, Copy)]
pub struct Pattern {
    pub(super) source: &'static str,
    pub(super) must: Must,
    pub(super) compiled: &'static Compiled,
}

/// What a pattern is compiled to, when it is first needed. A faulty one never matches (the tests find those of the platforms).
#[derive(Debug)]
pub struct Compiled {
    free: OnceLock<Option<Regex>>,
    held: OnceLock<Option<Regex>>,
}

impl Compiled {
    pub(crate) const fn new() -> Self {
        Self { free: OnceLock::new(), held: OnceLock::new() }
    }
}

/// A pattern of the engine's own, with what is known of every match.
macro_rules! pattern {
    ($source:expr, $must:expr) => {{
        static COMPILED: $crate::platform::Compiled = $crate::platform::Compiled::new();
        static PATTERN: $crate::platform::Pattern = $crate::platform::Pattern::new($source, $must, &COMPILED);
        &PATTERN
    }};
}
pub(crate) use pattern;

impl Pattern {
    pub(crate) const fn new(source: &'static str, must: Must, compiled: &'static Compiled) -> Self {
        Self { source, must, compiled }
    }

    /// Whether it matches anywhere in `text`.
    #[must_use]
    pub fn is_match(&self, text: &str) -> bool {
        self.captures(text).is_some()
    }

    /// The first match with its groups.
    #[must_use]
    pub fn captures<'t>(&self, text: &'t str) -> Option<Captures<'t>> {
        self.search(text).next().map(|(_, found)| found)
    }

    /// The first match's offset and its first group (or the whole match).
    #[must_use]
    pub fn find<'t>(&self, text: &'t str) -> Option<(usize, &'t str)> {
        self.find_all(text).next()
    }

    /// Every match's offset with its first group (or the whole match).
    pub fn find_all<'t>(&self, text: &'t str) -> impl Iterator<Item = (usize, &'t str)> {
        self.search(text).filter_map(|(offset, found)| {
            let group = found.get(1).or_else(|| found.get(0))?;
            Some((offset + group.start(), group.as_str()))
        })
    }

    fn search<'p, 't>(&'p self, text: &'t str) -> Search<'p, 't> {
        let from = self.must.allows(text).then_some(0);
        Search { pattern: self, text, from, tries: if self.must.has_start() { MAX_TRIES } else { 0 } }
    }

    fn free(&self) -> Option<&Regex> {
        self.compiled.free.get_or_init(|| compile(self.source)).as_ref()
    }

    /// The expression held to the start of the text that it is given.
    fn held(&self) -> Option<&Regex> {
        self.compiled.held.get_or_init(|| compile(&self.must.held(self.source))).as_ref()
    }
}

fn compile(source: &str) -> Option<Regex> {
    RegexBuilder::new(source).size_limit(1 << 20).build().ok()
}

/// The matches of a pattern in a text, each with what the offsets of its groups are counted from.
struct Search<'p, 't> {
    pattern: &'p Pattern,
    text: &'t str,
    /// Where to look on; nothing at the end.
    from: Option<usize>,
    /// How many places may still be tried by themselves.
    tries: usize,
}

impl<'t> Iterator for Search<'_, 't> {
    type Item = (usize, Captures<'t>);

    fn next(&mut self) -> Option<Self::Item> {
        let (offset, found) = self.at_starts().or_else(|| self.anywhere())?;
        let end = offset + found.get(0)?.end();
        // An empty match would be found again and again.
        self.from = (Some(end) != self.from).then_some(end);
        Some((offset, found))
    }
}

impl<'t> Search<'_, 't> {
    fn at_starts(&mut self) -> Option<(usize, Captures<'t>)> {
        while self.tries > 0 {
            let from = self.from.take()?;
            let at = self.pattern.must.next_start(self.text, from)?;
            let end = self.text.floor_char_boundary(at + MAX_MATCH);
            self.from = Some(at);
            if let Some(found) = self.pattern.held()?.captures(self.text.get(at..end)?) {
                return Some((at, found));
            }
            self.from = Some(at + 1);
            self.tries -= 1;
        }
        None
    }

    fn anywhere(&mut self) -> Option<(usize, Captures<'t>)> {
        let from = self.text.ceil_char_boundary(self.from?);
        Some((0, self.pattern.free()?.captures_at(self.text, from)?))
    }
}

#[cfg(test)]
mod tests;
