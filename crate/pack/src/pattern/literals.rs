//! Literals that every match of a pattern holds: a text without them need not be matched.
//!
//! Matching takes tens of nanoseconds a byte, looking for a word a fraction of one. They are read from the pattern itself;
//! where the reading is in doubt it asks for nothing, so it never hides a match.

use memchr::memmem;

use super::literals_reader::{Known, read};

/// Literals of every match.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct RequiredLiterals {
    /// Sets of which a match holds at least one literal each.
    pub(crate) sets: Vec<Vec<String>>,
    /// The beginning of a match.
    pub(crate) start: Option<String>,
    /// Whether that begins a word: the pattern's first sign is `\b`.
    pub(crate) word: bool,
    /// Whether case is ignored; the literals are in lower case then.
    pub(crate) any_case: bool,
}

/// Literals of every match, as the author of a fixed pattern knows them.
#[derive(Debug, Clone, Copy)]
pub struct KnownLiterals {
    /// Sets of which a match holds at least one literal each.
    pub sets: &'static [&'static [&'static str]],
    /// The beginning of a match.
    pub start: Option<&'static str>,
    /// Whether that begins a word: the pattern's first sign is `\b`.
    pub word: bool,
    /// Whether case is ignored; the literals are in lower case then.
    pub any_case: bool,
}

impl KnownLiterals {
    /// Nothing is known.
    pub const NOTHING: Self = Self { sets: &[], start: None, word: false, any_case: false };

    pub(super) fn required(&self) -> RequiredLiterals {
        let owned = |set: &&[&str]| set.iter().map(|literal| (*literal).to_owned()).collect();
        let sets = self.sets.iter().map(owned).collect();
        RequiredLiterals { sets, start: self.start.map(str::to_owned), word: self.word, any_case: self.any_case }
    }
}

impl RequiredLiterals {
    /// The literals of a pattern's source.
    pub(crate) fn of(source: &str) -> Self {
        let (any_case, rest) = source.strip_prefix("(?i)").map_or((false, source), |rest| (true, rest));
        let body = rest.strip_prefix(r"\b");
        let word = body.is_some();
        let Known { sets, start, .. } = read(&mut body.unwrap_or(rest).chars(), 0).unwrap_or_default();
        let cased = |literal: String| if any_case { literal.to_ascii_lowercase() } else { literal };
        let sets = sets.into_iter().map(|set| set.into_iter().map(cased).collect()).collect();
        let start = start.map(cased).filter(|start| !word || start.starts_with(|c: char| c.is_ascii_alphanumeric()));
        Self { sets, start, word, any_case }
    }

    /// The first offset from `from` on where a match may begin.
    pub(super) fn next_start(&self, text: &str, from: usize) -> Option<usize> {
        let rest = text.as_bytes().get(from..)?;
        let start = self.start.as_deref()?.as_bytes();
        let mut offset = from + self.find(rest, start)?;
        while self.word && text.as_bytes().get(..offset).and_then(|t| t.last()).is_some_and(|b| is_word(*b)) {
            offset += 1 + self.find(text.as_bytes().get(offset + 1..)?, start)?;
        }
        Some(offset)
    }

    /// Whether a match in `text` is possible.
    pub(super) fn allow(&self, text: &str) -> bool {
        let holds = |literal: &String| self.find(text.as_bytes(), literal.as_bytes()).is_some();
        self.sets.iter().all(|set| set.iter().any(holds))
    }

    fn find(&self, text: &[u8], literal: &[u8]) -> Option<usize> {
        if !self.any_case {
            return memmem::find(text, literal);
        }
        let first = literal.first()?;
        let mut starts = memchr::memchr2_iter(*first, first.to_ascii_uppercase(), text);
        starts.find(|start| text.get(*start..*start + literal.len()).is_some_and(|t| t.eq_ignore_ascii_case(literal)))
    }
}

/// Whether `\b` counts the byte as part of a word.
fn is_word(b: u8) -> bool {
    b.is_ascii_alphanumeric() || b == b'_'
}

#[cfg(test)]
mod tests {
    use super::RequiredLiterals;

    fn sets(source: &str) -> Vec<Vec<String>> {
        RequiredLiterals::of(source).sets
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
        assert_eq!(sets(r"\<abc\>"), [["abc"]]);
    }

    #[test]
    fn reads_how_each_match_begins() {
        let start = |source| RequiredLiterals::of(source).start;
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
        for source in ["(?x)abc", r"\x41bcd", "[[:alpha:]]abc", "(?i:abc)d"] {
            assert!(RequiredLiterals::of(source).sets.is_empty(), "{source}");
        }
    }

    #[test]
    fn a_word_begins_where_no_letter_stands_before() {
        let literals = RequiredLiterals { start: Some("abc".into()), word: true, ..RequiredLiterals::default() };
        assert_eq!(literals.next_start("xabc _abc -abc abc", 0), Some(11));
        assert_eq!(literals.next_start("xabc", 0), None);
        assert_eq!(literals.next_start("xabc abc", 1), Some(5));
    }

    #[test]
    fn any_case_is_any_case() {
        let literals = RequiredLiterals::of("(?i)request id");
        assert!(literals.allow("the REQUEST ID is"));
        assert!(!literals.allow("the request is"));
    }
}
