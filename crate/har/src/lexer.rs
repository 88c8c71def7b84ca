//! The strings and the brackets of JSON in pieces of any size, without its grammar.

use memchr::{memchr, memchr2};

/// What ends at a byte.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Token {
    /// `{` (true) or `[`.
    Open(bool),
    /// `}` (true) or `]`.
    Close(bool),
    Comma,
    Colon,
    /// A string, with its closing quote.
    Text,
    /// A byte of a number or a literal.
    Word,
    /// A byte that stands in no JSON outside strings.
    Alien,
}

/// What the next byte is part of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum State {
    #[default]
    Plain,
    Text,
    Escape,
    /// Behind a stroke that may begin a comment.
    Stroke,
    Line,
    Block,
    /// Behind a star in a comment.
    Star,
}

/// Reads on where the last piece ended, be it inside a string, an escape or a comment, which it passes over.
#[derive(Debug, Default)]
pub(super) struct Lexer {
    /// Where the last token begins, if it began in this piece.
    pub(super) start: usize,
    /// A stroke is alien.
    without_comments: bool,
    state: State,
}

impl Lexer {
    /// At the beginning of a text, in which strokes begin comments or are alien.
    pub(super) fn new(without_comments: bool) -> Self {
        Self { without_comments, ..Self::default() }
    }

    /// The next token that ends behind `offset`, which moves to its end; nothing where the bytes run out.
    pub(super) fn next(&mut self, bytes: &[u8], offset: &mut usize) -> Option<Token> {
        loop {
            let token = match self.state {
                State::Plain => self.plain(bytes, offset),
                State::Text | State::Escape => return self.string(bytes, offset),
                State::Stroke => self.stroke(*bytes.get(*offset)?, offset),
                State::Line | State::Block | State::Star => self.comment(bytes, offset),
            };
            if token.is_some() || *offset >= bytes.len() && self.state != State::Stroke {
                return token;
            }
        }
    }

    fn plain(&mut self, bytes: &[u8], offset: &mut usize) -> Option<Token> {
        let rest = bytes.get(*offset..).unwrap_or_default();
        let blank = rest.iter().position(|b| !matches!(b, b' ' | b'\n' | b'\r' | b'\t')).unwrap_or(rest.len());
        *offset += blank;
        let byte = bytes.get(*offset)?;
        self.start = *offset;
        *offset += 1;
        match token(*byte) {
            Some(Token::Alien) if *byte == b'/' && !self.without_comments => self.state = State::Stroke,
            Some(token) => return Some(token),
            None => self.state = State::Text,
        }
        None
    }

    fn string(&mut self, bytes: &[u8], offset: &mut usize) -> Option<Token> {
        loop {
            if self.state == State::Escape {
                bytes.get(*offset)?;
                *offset += 1;
                self.state = State::Text;
            }
            let rest = bytes.get(*offset..).unwrap_or_default();
            let Some(found) = memchr2(b'"', b'\\', rest) else {
                *offset = bytes.len();
                return None;
            };
            *offset += found + 1;
            if rest.get(found) == Some(&b'"') {
                self.state = State::Plain;
                return Some(Token::Text);
            }
            self.state = State::Escape;
        }
    }

    fn stroke(&mut self, byte: u8, offset: &mut usize) -> Option<Token> {
        self.state = match byte {
            b'/' => State::Line,
            b'*' => State::Block,
            _ => {
                self.state = State::Plain;
                return Some(Token::Alien);
            }
        };
        *offset += 1;
        None
    }

    fn comment(&mut self, bytes: &[u8], offset: &mut usize) -> Option<Token> {
        let rest = bytes.get(*offset..).unwrap_or_default();
        if self.state == State::Star {
            self.state = match rest.first()? {
                b'/' => State::Plain,
                b'*' => State::Star,
                _ => State::Block,
            };
            *offset += 1;
            return None;
        }
        let (end, next) = if self.state == State::Line { (b'\n', State::Plain) } else { (b'*', State::Star) };
        let found = memchr(end, rest);
        *offset += found.map_or(rest.len(), |found| found + 1);
        self.state = if found.is_some() { next } else { self.state };
        None
    }
}

/// Nothing for a quote: its token is the string that it begins.
fn token(byte: u8) -> Option<Token> {
    Some(match byte {
        b'"' => return None,
        b'{' => Token::Open(true),
        b'[' => Token::Open(false),
        b'}' => Token::Close(true),
        b']' => Token::Close(false),
        b',' => Token::Comma,
        b':' => Token::Colon,
        b'0'..=b'9' | b'+' | b'-' | b'.' | b'E' | b'a' | b'e' | b'f' | b'l' | b'n' | b'r' | b's' | b't' | b'u' => {
            Token::Word
        }
        // NaN, Infinity, undefined: no JSON, but Python and JavaScript write them.
        b'N' | b'I' | b'i' | b'y' | b'd' => Token::Word,
        _ => Token::Alien,
    })
}

#[cfg(test)]
mod tests {
    use super::{Lexer, Token};

    fn tokens(pieces: &[&str]) -> Vec<Token> {
        let mut lexer = Lexer::default();
        let read = |piece: &&str| {
            let mut offset = 0;
            let mut tokens = Vec::new();
            while let Some(token) = lexer.next(piece.as_bytes(), &mut offset) {
                tokens.push(token);
            }
            assert_eq!(offset, piece.len());
            tokens
        };
        pieces.iter().flat_map(read).collect()
    }

    #[test]
    fn brackets_in_strings_do_not_count() {
        use Token::{Close, Colon, Comma, Open, Text, Word};
        let whole = [Open(true), Text, Colon, Text, Comma, Open(false), Word, Close(false), Close(true)];
        let json = r#"{"a": "}\"]\\", [1]}"#;
        assert_eq!(tokens(&[json]), whole);
        for cut in 0..json.len() {
            assert_eq!(tokens(&<[&str; 2]>::from(json.split_at(cut))), whole, "cut at {cut}");
        }
    }

    #[test]
    fn what_stands_in_no_json_is_told() {
        assert_eq!(tokens(&["true/ "]).last(), Some(&Token::Alien));
        assert_eq!(tokens(&["\"never closed } ]"]), []);
        let mut strict = Lexer::new(true);
        assert_eq!(strict.next(b"//", &mut 0), Some(Token::Alien));
    }

    #[test]
    fn comments_are_passed_over() {
        use Token::{Close, Comma, Open, Word};
        let whole = [Open(false), Word, Comma, Word, Close(false)];
        let json = "[1 // a \" } \n, /* ] \" **/ 2/**/]// end";
        assert_eq!(tokens(&[json]), whole);
        for cut in 0..json.len() {
            assert_eq!(tokens(&<[&str; 2]>::from(json.split_at(cut))), whole, "cut at {cut}");
        }
    }
}
