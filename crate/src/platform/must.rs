//! What every match of a pattern holds, found in the pattern itself: a text without it need not be matched.
//!
//! Matching takes tens of nanoseconds a byte, looking for a word a fraction of one. Where this reading of a pattern is in doubt
//! it asks for nothing, so it never hides a match (a test holds it against every pattern and every proof).

use memchr::memmem;

/// A shorter piece is in nearly every text.
const MIN_PIECE: usize = 3;

/// Groups nested deeper than this are not looked into.
const MAX_DEPTH: usize = 8;

/// What is known of every match.
#[derive(Debug, Default)]
pub(super) struct Must {
    /// It holds at least one piece of each set.
    sets: Vec<Vec<String>>,
    /// It begins with this.
    start: Option<String>,
    any_case: bool,
}

impl Must {
    /// Reads a pattern's source.
    pub(super) fn of(source: &str) -> Self {
        let (any_case, rest) = match source.strip_prefix("(?i)") {
            Some(rest) => (true, rest),
            None => (false, source),
        };
        let mut reader = Reader { rest, depth: 0 };
        let known = reader.alternatives().filter(|_| reader.rest.is_empty()).unwrap_or_default();
        let cased = |piece: String| if any_case { piece.to_ascii_lowercase() } else { piece };
        let sets = known.sets.into_iter().map(|set| set.into_iter().map(cased).collect()).collect();
        Self { sets, start: known.start.map(cased), any_case }
    }

    /// Whether it is known how every match begins.
    pub(super) fn has_start(&self) -> bool {
        self.start.is_some()
    }

    /// The first place from `from` on where a match may begin.
    pub(super) fn next_start(&self, text: &str, from: usize) -> Option<usize> {
        let rest = text.as_bytes().get(from..)?;
        self.find(rest, self.start.as_ref()?.as_bytes()).map(|at| from + at)
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

/// What a part of a pattern is known to hold, and to begin with.
#[derive(Default)]
struct Known {
    sets: Vec<Vec<String>>,
    start: Option<String>,
}

/// A sequence that is being read.
#[derive(Default)]
struct Sequence {
    known: Known,
    run: String,
    /// Something stands before `run`.
    begun: bool,
}

impl Sequence {
    fn end_run(&mut self) {
        let run = std::mem::take(&mut self.run);
        if run.len() >= MIN_PIECE {
            if !self.begun {
                self.known.start = Some(run.clone());
            }
            self.known.sets.push(vec![run]);
        }
        self.begun = true;
    }

    fn add(&mut self, inside: Known) {
        if !self.begun {
            self.known.start = inside.start;
        }
        self.begun = true;
        self.known.sets.extend(inside.sets);
    }
}

struct Reader<'s> {
    rest: &'s str,
    depth: usize,
}

impl Reader<'_> {
    /// `a|b|c` up to the closing parenthesis or the end. Nothing: not understood.
    fn alternatives(&mut self) -> Option<Known> {
        let mut all = vec![self.sequence()?];
        while self.take("|") {
            all.push(self.sequence()?);
        }
        if all.len() == 1 {
            return all.pop();
        }
        // One set: the longest piece of each alternative. One that asks for nothing makes the whole ask for nothing.
        let best = |known: Known| known.sets.into_iter().max_by_key(|s| s.iter().map(String::len).min());
        let each: Option<Vec<Vec<String>>> = all.into_iter().map(best).collect();
        Some(Known { sets: each.map(|sets| vec![sets.concat()]).unwrap_or_default(), start: None })
    }

    fn sequence(&mut self) -> Option<Known> {
        let mut known = Sequence::default();
        while let Some(c) = self.rest.chars().next().filter(|c| !matches!(c, '|' | ')')) {
            self.skip(c);
            match c {
                '(' => self.group(&mut known)?,
                '[' => self.class(&mut known)?,
                '\\' => self.escape(&mut known)?,
                '.' | '^' | '$' => self.unknown(&mut known),
                '*' | '+' | '?' | '{' => return None,
                c => self.letter(&mut known, c),
            }
        }
        known.end_run();
        Some(known.known)
    }

    /// A letter of its own; one that may be absent ends the run before it.
    fn letter(&mut self, known: &mut Sequence, c: char) {
        match self.quantifier() {
            Times::One => known.run.push(c),
            Times::Many => {
                known.run.push(c);
                known.end_run();
            }
            Times::Maybe => known.end_run(),
        }
    }

    fn unknown(&mut self, known: &mut Sequence) {
        known.end_run();
        self.quantifier();
    }

    fn escape(&mut self, known: &mut Sequence) -> Option<()> {
        let c = self.rest.chars().next()?;
        self.skip(c);
        match c {
            'b' | 'B' | 'A' | 'z' | 'd' | 'D' | 'w' | 'W' | 's' | 'S' | 'n' | 'r' | 't' => self.unknown(known),
            c if c.is_ascii_punctuation() => self.letter(known, c),
            _ => return None,
        }
        Some(())
    }

    fn class(&mut self, known: &mut Sequence) -> Option<()> {
        self.take("^");
        self.take("]");
        loop {
            let c = self.rest.chars().next()?;
            self.skip(c);
            match c {
                ']' => break,
                '[' => return None,
                '\\' => {
                    let escaped = self.rest.chars().next()?;
                    self.skip(escaped);
                }
                _ => {}
            }
        }
        self.unknown(known);
        Some(())
    }

    fn group(&mut self, known: &mut Sequence) -> Option<()> {
        if !known.run.is_empty() {
            known.end_run();
        }
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            return None;
        }
        if self.take("?P<") || self.take("?<") {
            self.rest = self.rest.split_once('>')?.1;
        } else if self.rest.starts_with('?') && !self.take("?:") {
            return None;
        }
        let inside = self.alternatives()?;
        self.depth -= 1;
        if !self.take(")") {
            return None;
        }
        let inside = if self.quantifier() == Times::Maybe { Known::default() } else { inside };
        known.add(inside);
        Some(())
    }

    fn quantifier(&mut self) -> Times {
        let times = match self.rest.as_bytes() {
            [b'?' | b'*', ..] => Times::Maybe,
            [b'+', ..] => Times::Many,
            [b'{', b'1'..=b'9', ..] => Times::Many,
            [b'{', ..] => Times::Maybe,
            _ => return Times::One,
        };
        let used = if self.rest.starts_with('{') { self.rest.find('}').map_or(1, |end| end + 1) } else { 1 };
        self.rest = self.rest.get(used..).unwrap_or_default();
        self.take("?");
        times
    }

    fn take(&mut self, mark: &str) -> bool {
        let rest = self.rest.strip_prefix(mark);
        self.rest = rest.unwrap_or(self.rest);
        rest.is_some()
    }

    fn skip(&mut self, c: char) {
        self.rest = self.rest.get(c.len_utf8()..).unwrap_or_default();
    }
}

/// How often what stands before a quantifier is there.
#[derive(PartialEq, Eq)]
enum Times {
    One,
    Many,
    Maybe,
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
        for source in ["(?:abc|def)+x", r"\babc", "(?:abc)?def", "(?:abc|[de])fgh", "a?bcdef", "^abc", "ab(?:cde)"] {
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
    fn any_case_is_any_case() {
        let must = Must::of("(?i)Request Id");
        assert!(must.allows("the REQUEST ID is"));
        assert!(!must.allows("the request is"));
    }
}
