//! What every match of a pattern holds, read from the pattern's source. Where this reading is in doubt it asks for nothing, so
//! it never hides a match. The build script writes it beside each pattern; the engine's tests hold it against every one.

mod parse;

use parse::Reader;

/// What is known of every match of a pattern.
#[derive(Debug, Default)]
pub struct Known {
    /// It holds at least one piece of each set.
    pub sets: Vec<Vec<String>>,
    /// It begins with this.
    pub start: Option<String>,
    /// And that begins a word: the pattern's first sign is `\b`.
    pub word: bool,
    /// Case is ignored; the pieces are in lower case then.
    pub any_case: bool,
}

impl Known {
    /// Reads a pattern's source.
    pub fn of(source: &str) -> Self {
        let (any_case, rest) = source.strip_prefix("(?i)").map_or((false, source), |rest| (true, rest));
        let mut reader = Reader::new(rest);
        let word = reader.take(r"\b");
        let known = reader.alternatives().filter(|_| reader.is_done()).unwrap_or_default();
        let cased = |piece: String| if any_case { piece.to_ascii_lowercase() } else { piece };
        let sets = known.sets.into_iter().map(|set| set.into_iter().map(cased).collect()).collect();
        let start =
            known.start.map(cased).filter(|start| !word || start.starts_with(|c: char| c.is_ascii_alphanumeric()));
        Self { sets, start, word, any_case }
    }
}

#[cfg(test)]
mod tests {
    use super::Known;

    fn sets(source: &str) -> Vec<Vec<String>> {
        Known::of(source).sets
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
        let start = |source| Known::of(source).start;
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
            assert!(Known::of(source).sets.is_empty(), "{source}");
        }
    }
}
