//! Where the entries are: the list `entries` of the document itself or of its member `log`, wherever that stands.

use super::lexer::Token;

/// Brackets deeper than this are counted, but hold no log.
const DEEPEST: u32 = 64;

/// The last string before a bracket.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Name {
    #[default]
    Other,
    Log,
    Entries,
}

/// The way to the entries, and past them.
#[derive(Debug, Default)]
pub(super) struct Walk {
    depth: u32,
    /// One bit a level: whether the object may hold `entries`.
    logs: u64,
    name: Name,
}

impl Walk {
    /// Takes the next token, with which `bytes` end. True where the entries begin.
    pub(super) fn take(&mut self, token: Token, bytes: &[u8]) -> bool {
        let name = std::mem::take(&mut self.name);
        match token {
            Token::Text => self.name = last_name(bytes),
            Token::Colon => self.name = name,
            Token::Open(object) => return self.open(object, name),
            Token::Close(_) => self.close(),
            Token::Comma | Token::Word | Token::Alien => {}
        }
        false
    }

    fn open(&mut self, object: bool, name: Name) -> bool {
        let entries = !object && name == Name::Entries && self.in_log();
        let log = object && (self.depth == 0 || name == Name::Log);
        if self.depth < DEEPEST {
            let bit = 1 << self.depth;
            self.logs = if log { self.logs | bit } else { self.logs & !bit };
        }
        self.depth += 1;
        entries
    }

    fn in_log(&self) -> bool {
        (1..=DEEPEST).contains(&self.depth) && self.logs & (1 << (self.depth - 1)) != 0
    }

    /// One level up; also where the entries end.
    pub(super) fn close(&mut self) {
        self.depth = self.depth.saturating_sub(1);
    }

    /// Whether every bracket is closed.
    pub(super) fn is_at_top(&self) -> bool {
        self.depth == 0
    }
}

/// The name that `bytes` end with. A quote behind a backslash begins no string.
fn last_name(bytes: &[u8]) -> Name {
    let ends = |text: &[u8]| bytes.strip_suffix(text).is_some_and(|before| !before.ends_with(b"\\"));
    if ends(b"\"log\"") {
        Name::Log
    } else if ends(b"\"entries\"") {
        Name::Entries
    } else {
        Name::Other
    }
}
