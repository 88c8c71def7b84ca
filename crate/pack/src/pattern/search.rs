//! The matches of a pattern in a text, one after the other.

use regex_lite::{Captures, Regex};

use super::Pattern;

/// Longest match, in bytes, where each place is tried by itself.
const MAX_MATCH: usize = 4_096;

/// Places that may be tried in vain; a text that has more is read from end to end, which keeps the time linear.
const MAX_TRIES: usize = 256;

/// The matches, each with what the offsets of its groups are counted from.
pub(super) struct Search<'p, 't> {
    pattern: &'p Pattern,
    text: &'t str,
    /// Where to look on; nothing at the end.
    from: Option<usize>,
    /// Places that may still be tried by themselves.
    tries: usize,
}

impl<'p, 't> Search<'p, 't> {
    pub(super) fn new(pattern: &'p Pattern, text: &'t str) -> Self {
        let from = pattern.literals().allow(text).then_some(0);
        Self { pattern, text, from, tries: if pattern.has_start() { MAX_TRIES } else { 0 } }
    }

    /// Whether there is any.
    pub(super) fn matches(mut self) -> bool {
        let read = |regex: &Regex, text: &str, from| regex.is_match_at(text, from).then_some(());
        self.at_starts(read).is_some() || self.anywhere(read).is_some()
    }

    fn at_starts<R>(&mut self, read: impl Fn(&Regex, &'t str, usize) -> Option<R>) -> Option<(usize, R)> {
        while self.tries > 0 {
            let from = self.from.take()?;
            let start = self.pattern.literals().next_start(self.text, from)?;
            let end = self.text.floor_char_boundary(start + MAX_MATCH);
            self.from = Some(start);
            if let Some(found) = read(self.pattern.anchored()?, self.text.get(start..end)?, 0) {
                return Some((start, found));
            }
            self.from = Some(start + 1);
            self.tries -= 1;
        }
        None
    }

    fn anywhere<R>(&self, read: impl Fn(&Regex, &'t str, usize) -> Option<R>) -> Option<(usize, R)> {
        let from = self.text.ceil_char_boundary(self.from?);
        Some((0, read(self.pattern.unanchored()?, self.text, from)?))
    }
}

impl<'t> Iterator for Search<'_, 't> {
    type Item = (usize, Captures<'t>);

    fn next(&mut self) -> Option<Self::Item> {
        let (offset, captures) = self.at_starts(Regex::captures_at).or_else(|| self.anywhere(Regex::captures_at))?;
        let end = offset + captures.get(0)?.end();
        // An empty match would be found again and again.
        self.from = (Some(end) != self.from).then_some(end);
        Some((offset, captures))
    }
}
