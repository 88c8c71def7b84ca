//! What every match of a pattern holds, found in the pattern itself: a text without it need not be matched.
//!
//! Matching takes tens of nanoseconds a byte, looking for a word a fraction of one. Where this reading of a pattern is in doubt
//! it asks for nothing, so it never hides a match (a test holds it against every pattern and every proof).

use memchr::memmem;

use super::parse::Reader;

/// What is known of every match.
#[derive(Debug, Default)]
pub(super) struct Must {
    /// It holds at least one piece of each set.
    sets: Vec<Vec<String>>,
    /// It begins with this.
    start: Option<String>,
    /// And that begins a word: the pattern's first sign is `\b`.
    word: bool,
    any_case: bool,
}

impl Must {
    /// Reads a pattern's source.
    pub(super) fn of(source: &str) -> Self {
        let (any_case, rest) = flags(source);
        let mut reader = Reader::new(rest);
        let word = reader.take(r"\b");
        let known = reader.alternatives().filter(|_| reader.is_done()).unwrap_or_default();
        let cased = |piece: String| if any_case { piece.to_ascii_lowercase() } else { piece };
        let sets = known.sets.into_iter().map(|set| set.into_iter().map(cased).collect()).collect();
        let start =
            known.start.map(cased).filter(|start| !word || start.starts_with(|c: char| c.is_ascii_alphanumeric()));
        Self { sets, start, word, any_case }
    }

    /// The pattern to be tried where one may begin, held to that place.
    pub(super) fn held(&self, source: &str) -> String {
        let (any_case, body) = flags(source);
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
        let start = self.start.as_ref()?.as_bytes();
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

/// Whether case is ignored, and the pattern without the flag that says so.
fn flags(source: &str) -> (bool, &str) {
    source.strip_prefix("(?i)").map_or((false, source), |rest| (true, rest))
}

/// What `\b` counts as part of a word.
fn is_word(b: u8) -> bool {
    b.is_ascii_alphanumeric() || b == b'_'
}

#[cfg(test)]
mod tests {
    use super::Must;

    fn sets(source: &str) -> Vec<Vec<String>> {
        Must::of(source).sets
    }

    #[test]
    fn reads_what_each_match_holds() {
        assert_eq!(sets("abc[0-9]+def?g"), [["abc"]]);
        assert_eq!(sets(r"request ip\s*[=:]\s*([0-9.]{3,45})"), [["request ip"]]);
        assert_eq!(sets(r"(?P<m>GET|POST)\s+(?:/v\d|topapi)/x"), [vec!["GET", "POST"]]);
        assert_eq!(sets("(?i)One|TWO"), [["one", "two"]]);
        assert_eq!(sets(r"a\.bcd|[x-z]{4}"), Vec::<Vec<String>>::new());
        assert_eq!(sets("abc(?:def)?ghi"), [["abc"], ["ghi"]]);
        assert_eq!(sets("abcd*e{0,2}fgh+"), [["abc"], ["fgh"]]);
    }

    #[test]
    fn reads_how_each_match_begins() {
        let start = |source| Must::of(source).start;
        assert_eq!(start("(?P<a>https?://x)").as_deref(), Some("http"));
        assert_eq!(start("(?i)(ABCdef)[x]").as_deref(), Some("abcdef"));
        assert_eq!(start(r"\b(?:abc)d").as_deref(), Some("abc"));
        for source in
            ["(?:abc|def)+x", r"\b-abc", r"\babc|def", "(?:abc)?def", "(?:abc|[de])fgh", "a?bcdef", "^abc", "a(?:bcde)"]
        {
            assert_eq!(start(source), None, "{source}");
        }
    }

    #[test]
    fn asks_for_nothing_where_it_does_not_understand() {
        for source in ["(?x)abc", "abc(", "abc)", r"\x41bcd", "[[:alpha:]]abc", "*abc", "(?i:abc)d"] {
            assert!(Must::of(source).allows(""), "{source}");
        }
    }

    #[test]
    fn a_word_begins_where_no_letter_stands_before() {
        let must = Must::of(r"\babc\d");
        assert_eq!(must.next_start("xabc _abc -abc abc", 0), Some(11));
        assert_eq!(must.next_start("xabc", 0), None);
        assert_eq!(must.next_start("xabc abc", 1), Some(5));
    }

    #[test]
    fn any_case_is_any_case() {
        let must = Must::of("(?i)Request Id");
        assert!(must.allows("the REQUEST ID is"));
        assert!(!must.allows("the request is"));
    }
}
