//! The strings and the brackets of JSON in pieces of any size, without its grammar.

use memchr::memchr2;

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

/// Reads on where the last piece ended, be it inside a string or an escape.
#[derive(Debug, Default)]
pub(super) struct Lexer {
    /// Where the last token begins, if it began in this piece.
    pub(super) start: usize,
    in_string: bool,
    escaped: bool,
}

impl Lexer {
    /// The next token that ends behind `offset`, which moves to its end; nothing where the bytes run out.
    pub(super) fn next(&mut self, bytes: &[u8], offset: &mut usize) -> Option<Token> {
        loop {
            if self.in_string {
                return self.string(bytes, offset);
            }
            let rest = bytes.get(*offset..).unwrap_or_default();
            let blank = rest.iter().position(|b| !matches!(b, b' ' | b'\n' | b'\r' | b'\t')).unwrap_or(rest.len());
            *offset += blank;
            let byte = bytes.get(*offset)?;
            self.start = *offset;
            *offset += 1;
            match token(*byte) {
                Some(token) => return Some(token),
                None => self.in_string = true,
            }
        }
    }

    fn string(&mut self, bytes: &[u8], offset: &mut usize) -> Option<Token> {
        loop {
            if self.escaped {
                bytes.get(*offset)?;
                *offset += 1;
                self.escaped = false;
            }
            let rest = bytes.get(*offset..).unwrap_or_default();
            let Some(found) = memchr2(b'"', b'\\', rest) else {
                *offset = bytes.len();
                return None;
            };
            *offset += found + 1;
            if rest.get(found) == Some(&b'"') {
                self.in_string = false;
                return Some(Token::Text);
            }
            self.escaped = true;
        }
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
        assert_eq!(tokens(&["true/"]).last(), Some(&Token::Alien));
        assert_eq!(tokens(&["\"never closed } ]"]), []);
    }
}
