//! Reader of a pattern's source for literals. Only as much of the syntax as that takes.

/// A shorter piece is in nearly every text.
const MIN_PIECE: usize = 3;

/// A shorter start is at nearly every place.
const MIN_START: usize = 2;

/// Groups nested deeper than this are not looked into.
const MAX_DEPTH: usize = 8;

/// What a part of a pattern is known to hold, and to begin with.
#[derive(Default)]
pub(super) struct Known {
    pub(super) sets: Vec<Vec<String>>,
    pub(super) start: Option<String>,
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
        if !self.begun && run.len() >= MIN_START {
            self.known.start = Some(run.clone());
        }
        if run.len() >= MIN_PIECE {
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

/// Reads a pattern's source from its start.
pub(super) struct Reader<'s> {
    rest: &'s str,
    depth: usize,
}

impl<'s> Reader<'s> {
    pub(super) fn new(rest: &'s str) -> Self {
        Self { rest, depth: 0 }
    }

    /// Whether all of it was read.
    pub(super) fn is_done(&self) -> bool {
        self.rest.is_empty()
    }

    /// `a|b|c` up to the closing parenthesis or the end. Nothing: not understood.
    pub(super) fn alternatives(&mut self) -> Option<Known> {
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

    pub(super) fn take(&mut self, mark: &str) -> bool {
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
