//! What every match of a pattern holds: a text without it need not be matched.
//!
//! Matching takes tens of nanoseconds a byte, looking for a word a fraction of one. The build script reads it from the
//! pattern itself.

use memchr::memmem;

/// What is known of every match.
#[derive(Debug, Clone, Copy, Default)]
pub struct Must {
    /// It holds at least one piece of each set.
    pub(crate) sets: &'static [&'static [&'static str]],
    /// It begins with this.
    pub(crate) start: Option<&'static str>,
    /// And that begins a word: the pattern's first sign is `\b`.
    pub(crate) word: bool,
    /// Case is ignored; the pieces are in lower case then.
    pub(crate) any_case: bool,
}

impl Must {
    /// Nothing is known.
    pub(crate) const NOTHING: Self = Self { sets: &[], start: None, word: false, any_case: false };

    /// The pattern to be tried where one may begin, held to that place.
    pub(super) fn held(&self, source: &str) -> String {
        let (any_case, body) = source.strip_prefix("(?i)").map_or((false, source), |rest| (true, rest));
        let body = body.strip_prefix(r"\b").filter(|_| self.word).unwrap_or(body);
        format!("{}^(?:{body})", if any_case { "(?i)" } else { "" })
    }

    /// Whether it is known how every match begins.
    pub(super) fn has_start(&self) -> bool {
        self.start.is_some()
    }

    /// The first place from `from` on where a match may begin.
    pub(super) fn next_start(&self, text: &str, from: usize) -> Option<usize> {
        let rest = text.as_bytes().get(from..)?;
        let start = self.start?.as_bytes();
        let mut at = from + self.find(rest, start)?;
        while self.word && text.as_bytes().get(..at).and_then(|t| t.last()).is_some_and(|b| is_word(*b)) {
            at += 1 + self.find(text.as_bytes().get(at + 1..)?, start)?;
        }
        Some(at)
    }

    /// Whether a match in `text` is possible.
    pub(super) fn allows(&self, text: &str) -> bool {
        self.sets.iter().all(|set| set.iter().any(|piece| self.find(text.as_bytes(), piece.as_bytes()).is_some()))
    }

    fn find(&self, text: &[u8], piece: &[u8]) -> Option<usize> {
        if !self.any_case {
            return memmem::find(text, piece);
        }
        let first = piece.first()?;
        let mut starts = memchr::memchr2_iter(*first, first.to_ascii_uppercase(), text);
        starts.find(|at| text.get(*at..*at + piece.len()).is_some_and(|there| there.eq_ignore_ascii_case(piece)))
    }
}

/// What `\b` counts as part of a word.
fn is_word(b: u8) -> bool {
    b.is_ascii_alphanumeric() || b == b'_'
}

#[cfg(test)]
mod tests {
    use super::Must;

    #[test]
    fn a_word_begins_where_no_letter_stands_before() {
        let must = Must { start: Some("abc"), word: true, ..Must::NOTHING };
        assert_eq!(must.next_start("xabc _abc -abc abc", 0), Some(11));
        assert_eq!(must.next_start("xabc", 0), None);
        assert_eq!(must.next_start("xabc abc", 1), Some(5));
    }

    #[test]
    fn any_case_is_any_case() {
        let must = Must { sets: &[&["request id"]], any_case: true, ..Must::NOTHING };
        assert!(must.allows("the REQUEST ID is"));
        assert!(!must.allows("the request is"));
    }
}
