//! What every match of a pattern holds, found in the pattern itself: a text without it need not be matched.
//!
//! Matching takes tens of nanoseconds a byte, looking for a word a fraction of one. Where this reading of a pattern is in doubt
//! it asks for nothing, so it never hides a match (a test holds it against every pattern and every proof).

use memchr::memmem;

/// A shorter piece is in nearly every text.
const MIN_PIECE: usize = 3;

/// Groups nested deeper than this are not looked into.
const MAX_DEPTH: usize = 8;

/// Sets of pieces: a match holds at least one of each set.
#[derive(Debug, Default)]
pub(super) struct Must {
    sets: Vec<Vec<String>>,
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
        let sets = reader.alternatives().filter(|_| reader.rest.is_empty()).unwrap_or_default();
        let cased = |piece: String| if any_case { piece.to_ascii_lowercase() } else { piece };
        Self { sets: sets.into_iter().map(|set| set.into_iter().map(cased).collect()).collect(), any_case }
    }

    /// Whether a match in `text` is possible.
    pub(super) fn allows(&self, text: &str) -> bool {
        self.sets.iter().all(|set| set.iter().any(|piece| self.holds(text.as_bytes(), piece.as_bytes())))
    }

    fn holds(&self, text: &[u8], piece: &[u8]) -> bool {
        if !self.any_case {
            return memmem::find(text, piece).is_some();
        }
        let Some(first) = piece.first() else { return true };
        let starts = memchr::memchr2_iter(*first, first.to_ascii_uppercase(), text);
        starts.filter_map(|at| text.get(at..at + piece.len())).any(|there| there.eq_ignore_ascii_case(piece))
    }
}

/// What a sequence is known to hold so far.
#[derive(Default)]
struct Known {
    sets: Vec<Vec<String>>,
    run: String,
}

impl Known {
    fn end_run(&mut self) {
        let run = std::mem::take(&mut self.run);
        if run.len() >= MIN_PIECE {
            self.sets.push(vec![run]);
        }
    }
}

struct Reader<'s> {
    rest: &'s str,
    depth: usize,
}

impl Reader<'_> {
    /// `a|b|c` up to the closing parenthesis or the end. Nothing: not understood.
    fn alternatives(&mut self) -> Option<Vec<Vec<String>>> {
        let mut all = vec![self.sequence()?];
        while self.take("|") {
            all.push(self.sequence()?);
        }
        if all.len() == 1 {
            return all.pop();
        }
        // One set: the longest piece of each alternative. One that asks for nothing makes the whole ask for nothing.
        let best = |sets: Vec<Vec<String>>| sets.into_iter().max_by_key(|s| s.iter().map(String::len).min());
        let each: Option<Vec<Vec<String>>> = all.into_iter().map(best).collect();
        Some(each.map(|sets| vec![sets.concat()]).unwrap_or_default())
    }

    fn sequence(&mut self) -> Option<Vec<Vec<String>>> {
        let mut known = Known::default();
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
        Some(known.sets)
    }

    /// A letter of its own; one that may be absent ends the run before it.
    fn letter(&mut self, known: &mut Known, c: char) {
        match self.quantifier() {
            Times::One => known.run.push(c),
            Times::Many => {
                known.run.push(c);
                known.end_run();
            }
            Times::Maybe => known.end_run(),
        }
    }

    fn unknown(&mut self, known: &mut Known) {
        known.end_run();
        self.quantifier();
    }

    fn escape(&mut self, known: &mut Known) -> Option<()> {
        let c = self.rest.chars().next()?;
        self.skip(c);
        match c {
            'b' | 'B' | 'A' | 'z' | 'd' | 'D' | 'w' | 'W' | 's' | 'S' | 'n' | 'r' | 't' => self.unknown(known),
            c if c.is_ascii_punctuation() => self.letter(known, c),
            _ => return None,
        }
        Some(())
    }

    fn class(&mut self, known: &mut Known) -> Option<()> {
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

    fn group(&mut self, known: &mut Known) -> Option<()> {
        known.end_run();
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
        if self.quantifier() != Times::Maybe {
            known.sets.extend(inside);
        }
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
