//! Reader of a pattern's source for literals, with as much of the syntax as that takes. What it does not know, it understands
//! nothing of.

use std::str::Chars;

/// A shorter piece is in nearly every text.
const MIN_PIECE: usize = 3;

/// A shorter start is at nearly every place.
const MIN_START: usize = 2;

/// Groups nested deeper than this are not understood.
const MAX_DEPTH: usize = 8;

/// What every match of a part of a pattern holds, and begins with.
#[derive(Default)]
pub(super) struct Known {
    pub(super) sets: Vec<Vec<String>>,
    pub(super) start: Option<String>,
    /// Whether the part is more than `run`.
    has_begun: bool,
    /// Plain characters at the end of what was read.
    run: String,
}

/// A piece of a pattern.
enum Sign {
    Plain(char),
    /// The character before it may be absent.
    Optional,
    Open,
    Or,
    Close,
    /// Any other one, which tells nothing of what a match holds.
    Other,
}

/// What is known of a group up to its closing parenthesis, or of a pattern up to its end. Nothing where a sign is not understood.
pub(super) fn read(chars: &mut Chars, depth: usize) -> Option<Known> {
    let mut branches = vec![Known::default()];
    loop {
        let branch = branches.last_mut()?;
        match sign(chars)? {
            Sign::Plain(c) => branch.run.push(c),
            Sign::Optional => {
                branch.run.pop();
                branch.add(Known::default());
            }
            Sign::Other => branch.add(Known::default()),
            Sign::Open => branch.add(group(chars, depth + 1)?),
            Sign::Or => branches.push(Known::default()),
            Sign::Close => return Some(Known::one_of(branches)),
        }
    }
}

/// What is known of a group with its quantifier.
fn group(chars: &mut Chars, depth: usize) -> Option<Known> {
    let known = (depth <= MAX_DEPTH).then(|| read(chars, depth))??;
    let may_be_absent = chars.as_str().starts_with(['?', '*', '{']);
    Some(if may_be_absent { Known::default() } else { known })
}

impl Known {
    /// Adds what stands behind what was read.
    fn add(&mut self, part: Self) {
        self.end_run();
        if !self.has_begun {
            self.start = part.start;
        }
        self.has_begun = true;
        self.sets.extend(part.sets);
    }

    fn end_run(&mut self) {
        let run = std::mem::take(&mut self.run);
        if run.is_empty() {
            return;
        }
        let start = Some(run.clone()).filter(|run| run.len() >= MIN_START);
        let sets = if run.len() >= MIN_PIECE { vec![vec![run]] } else { Vec::new() };
        self.add(Self { sets, start, ..Self::default() });
    }

    /// What is known of a match of one of `branches`: of several, one set of the longest pieces of each. A branch that holds
    /// nothing makes the whole hold nothing.
    fn one_of(mut branches: Vec<Self>) -> Self {
        branches.iter_mut().for_each(Self::end_run);
        if branches.len() == 1 {
            return branches.pop().unwrap_or_default();
        }
        let longest = |known: Self| known.sets.into_iter().max_by_key(|set| set.iter().map(String::len).min());
        let sets: Option<Vec<Vec<String>>> = branches.into_iter().map(longest).collect();
        Self { sets: sets.map(|sets| sets.concat()).into_iter().collect(), ..Self::default() }
    }
}

/// The next sign; the end closes. Not understood are flags, and escapes that spell a character by its number.
fn sign(chars: &mut Chars) -> Option<Sign> {
    let Some(c) = chars.next() else { return Some(Sign::Close) };
    Some(match c {
        '(' => open(chars)?,
        ')' => Sign::Close,
        '|' => Sign::Or,
        '[' => class(chars)?,
        '?' | '*' => Sign::Optional,
        '{' => chars.find(|c| *c == '}').map(|_| Sign::Optional)?,
        '.' | '^' | '$' | '+' => Sign::Other,
        '\\' => escape(chars)?,
        c => Sign::Plain(c),
    })
}

fn escape(chars: &mut Chars) -> Option<Sign> {
    match chars.next()? {
        'A' | 'z' | 'b' | 'B' | '<' | '>' | 'd' | 'D' | 's' | 'S' | 'w' | 'W' | 'n' | 'r' | 't' => Some(Sign::Other),
        c => c.is_ascii_punctuation().then_some(Sign::Plain(c)),
    }
}

/// The beginning of a group, with its name.
fn open(chars: &mut Chars) -> Option<Sign> {
    if let Some(marks) = chars.as_str().strip_prefix('?') {
        let name = marks.strip_prefix("P<").or_else(|| marks.strip_prefix('<'));
        let body = name.map_or_else(|| marks.strip_prefix(':'), |name| name.split_once('>').map(|(_, body)| body));
        *chars = body?.chars();
    }
    Some(Sign::Open)
}

/// A class to its end. One that holds another one is not understood.
fn class(chars: &mut Chars) -> Option<Sign> {
    let body = chars.as_str();
    let body = body.strip_prefix('^').unwrap_or(body);
    *chars = body.strip_prefix(']').unwrap_or(body).chars();
    loop {
        match chars.next()? {
            ']' => return Some(Sign::Other),
            '[' => return None,
            '\\' => _ = chars.next()?,
            _ => {}
        }
    }
}
