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

/// What a token shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    /// Nothing.
    On,
    /// The entries begin.
    Entries,
    /// An object begins that stands in no other.
    Object,
    /// It ends.
    ObjectEnds,
    /// It has a log.
    Log,
    /// An object behind the list of entries that is no member's value: the list had a bracket too many. It goes on.
    Stray,
}

/// The way to the entries, and past them.
#[derive(Debug, Default)]
pub(super) struct Walk {
    depth: u32,
    /// One bit a level: whether the object may hold `entries`.
    logs: u64,
    name: Name,
    /// Whether the last token was a colon.
    after_colon: bool,
    /// Whether all stands in a list.
    in_list: bool,
    /// Whether entries were found.
    found: bool,
    /// Whether the last token was part of a number or a literal.
    after_word: bool,
    alien: bool,
}

impl Walk {
    /// Goes on within a list of entries that was met without its way.
    pub(super) fn enter_list(&mut self) {
        *self = Self { depth: 1, alien: self.alien, ..Self::default() };
    }

    /// Whether a token stood where none stands in JSON.
    pub(super) fn is_alien(&self) -> bool {
        self.alien
    }

    /// Takes the next token, with which `bytes` end.
    pub(super) fn take(&mut self, token: Token, bytes: &[u8]) -> Step {
        let name = std::mem::take(&mut self.name);
        let after_word = std::mem::replace(&mut self.after_word, token == Token::Word);
        let is_glued = after_word && matches!(token, Token::Text | Token::Colon | Token::Open(_));
        self.alien |= token == Token::Alien || is_glued;
        let after_colon = std::mem::replace(&mut self.after_colon, token == Token::Colon);
        match token {
            Token::Text => self.name = last_name(bytes),
            Token::Colon => self.name = name,
            Token::Open(true) if self.found && !after_colon && self.in_log() => {
                self.depth += 1;
                return Step::Stray;
            }
            Token::Open(object) => return self.open(object, name),
            Token::Close(object) => {
                self.close();
                return if object && self.is_at_bottom() { Step::ObjectEnds } else { Step::On };
            }
            Token::Comma | Token::Word | Token::Alien => {}
        }
        Step::On
    }

    fn open(&mut self, object: bool, name: Name) -> Step {
        let entries = !object && name == Name::Entries && self.in_log();
        let log = object && (self.depth == 0 || name == Name::Log);
        let step = match object {
            _ if entries => Step::Entries,
            true if self.is_at_bottom() => Step::Object,
            true if log => Step::Log,
            _ => Step::On,
        };
        self.found |= entries;
        self.in_list = if self.depth == 0 { !object } else { self.in_list };
        if self.depth < DEEPEST {
            let bit = 1 << self.depth;
            self.logs = if log { self.logs | bit } else { self.logs & !bit };
        }
        self.depth += 1;
        step
    }

    /// Whether what stands here stands in no object.
    fn is_at_bottom(&self) -> bool {
        self.depth == 0 || self.depth == 1 && self.in_list
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
