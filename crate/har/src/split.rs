//! Where an entry ends, and whether it can be one at all.

use super::lexer::Token;

/// Deeper brackets are counted, but not held against one another.
const DEEPEST: u32 = 64;

/// What a token made of an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// It goes on.
    Open,
    /// It ends here.
    Whole,
    /// No JSON: its brackets or quotes do not match.
    Broken,
}

/// The brackets of one entry.
#[derive(Debug, Default)]
pub(super) struct Split {
    depth: u32,
    /// One bit a level: whether it is an object.
    objects: u64,
    /// A value may begin inside an object.
    after_colon: bool,
    /// A number or a literal may go on.
    after_word: bool,
}

impl Split {
    /// Takes the next token of the entry, its opening bracket first.
    pub(super) fn take(&mut self, token: Token) -> Shape {
        let may_open = std::mem::take(&mut self.after_colon) || self.top() != Some(true);
        let after_word = std::mem::replace(&mut self.after_word, token == Token::Word);
        match token {
            // As in words without quotes, where letters of literals come first.
            Token::Text | Token::Colon | Token::Open(_) if after_word => return Shape::Broken,
            // A list of objects is no entry, but may be a bracket too many before one.
            Token::Open(true) if self.depth == 1 && self.top() == Some(false) => return Shape::Broken,
            Token::Open(object) if may_open => self.open(object),
            Token::Close(object) if self.top().is_none_or(|top| top == object) => {
                self.depth = self.depth.saturating_sub(1);
                if self.depth == 0 {
                    return Shape::Whole;
                }
            }
            Token::Open(_) | Token::Close(_) | Token::Alien => return Shape::Broken,
            Token::Colon => self.after_colon = true,
            Token::Comma | Token::Text | Token::Word => {}
        }
        Shape::Open
    }

    fn open(&mut self, object: bool) {
        if self.depth < DEEPEST {
            let bit = 1 << self.depth;
            self.objects = if object { self.objects | bit } else { self.objects & !bit };
        }
        self.depth += 1;
    }

    /// Whether the innermost bracket is an object's; nothing where that is not known.
    fn top(&self) -> Option<bool> {
        (1..=DEEPEST).contains(&self.depth).then(|| self.objects & (1 << (self.depth - 1)) != 0)
    }
}
