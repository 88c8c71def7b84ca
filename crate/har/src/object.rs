//! The members of an object and the elements of a list as they stand in the JSON, one level deep.
//!
//! What is not asked for is passed over string by string and bracket by bracket: a body of megabytes is neither unescaped
//! nor kept unless it matters. This is also less code in the browser than typed structs would be.

use super::Why;
use super::lexer::{Lexer, Token};

/// A value as it stands in the file.
pub(super) type Raw<'j> = Option<&'j str>;

/// Names, without their quotes, and values.
#[derive(Debug, Default)]
pub(super) struct Object<'j>(pub(super) Vec<(&'j str, &'j str)>);

impl<'j> Object<'j> {
    /// The members of an object; none where there is another value or nothing.
    pub(super) fn read(raw: Raw<'j>) -> Result<Self, Why> {
        let json = raw.filter(|json| json.trim_start().starts_with('{'));
        json.map_or(Ok(Self::default()), |json| items(json, true).map(Self).ok_or(Why::Broken))
    }

    /// The value of this name; of several the last one.
    pub(super) fn get(&self, name: &str) -> Raw<'j> {
        self.0.iter().rev().find(|(known, _)| *known == name).map(|(_, value)| *value)
    }
}

/// The elements of a list; none where it is no list.
pub(super) fn elements(json: &str) -> impl Iterator<Item = &str> {
    items(json, false).unwrap_or_default().into_iter().map(|(_, value)| value)
}

/// Nothing where the brackets, commas and colons are not those of an object (or of a list).
fn items(json: &str, object: bool) -> Option<Vec<(&str, &str)>> {
    let mut scan = Scan { json, at: 0, lexer: Lexer::default() };
    let mut items = Vec::new();
    (scan.next()? == Token::Open(object)).then_some(())?;
    loop {
        let mut token = scan.next()?;
        if token == Token::Close(object) && items.is_empty() {
            return Some(items);
        }
        let mut name = "";
        if object {
            name = scan.name(token)?;
            token = scan.next()?;
        }
        items.push((name, scan.value(token)?));
        match scan.next()? {
            Token::Comma => {}
            token => return (token == Token::Close(object)).then_some(items),
        }
    }
}

struct Scan<'j> {
    json: &'j str,
    at: usize,
    lexer: Lexer,
}

impl<'j> Scan<'j> {
    fn next(&mut self) -> Option<Token> {
        self.lexer.next(self.json.as_bytes(), &mut self.at)
    }

    /// A string that is a member's name, and the colon behind it.
    fn name(&mut self, token: Token) -> Option<&'j str> {
        let name = self.json.get(self.lexer.start + 1..self.at - 1).filter(|_| token == Token::Text)?;
        (self.next()? == Token::Colon).then_some(name)
    }

    /// The value that `token` begins.
    fn value(&mut self, token: Token) -> Option<&'j str> {
        let start = self.lexer.start;
        match token {
            Token::Text => {}
            Token::Word => {
                let rest = self.json.get(start..)?;
                self.at = start + rest.find([',', '}', ']', '/', ' ', '\n', '\r', '\t']).unwrap_or(rest.len());
            }
            Token::Open(_) => self.close()?,
            Token::Close(_) | Token::Comma | Token::Colon | Token::Alien => return None,
        }
        self.json.get(start..self.at)
    }

    /// Goes to the end of the bracket that was opened.
    fn close(&mut self) -> Option<()> {
        let mut depth = 1_usize;
        while depth > 0 {
            match self.next()? {
                Token::Open(_) => depth += 1,
                Token::Close(_) => depth -= 1,
                _ => {}
            }
        }
        Some(())
    }
}

#[cfg(test)]
mod tests {
    use super::{Object, elements};

    #[test]
    fn members_are_found_as_they_stand() {
        let json = r#" { "a" : "x\"}" ,"b":{"a":[1,{}]},"c":-1.5e3 , "d":null,"a":[ ] } "#;
        let object = Object::read(Some(json)).unwrap();
        assert_eq!(
            object.0,
            [("a", r#""x\"}""#), ("b", r#"{"a":[1,{}]}"#), ("c", "-1.5e3"), ("d", "null"), ("a", "[ ]")]
        );
        assert_eq!((object.get("a"), object.get("x")), (Some("[ ]"), None));
        assert!(Object::read(Some("{ }")).unwrap().0.is_empty());
        for other in ["null", "[1]", "\"{}\"", "5"] {
            assert!(Object::read(Some(other)).unwrap().0.is_empty(), "{other}");
        }
    }

    #[test]
    fn what_is_no_object_is_broken() {
        for json in [
            "{",
            "{]",
            "{\"a\"}",
            "{\"a\":}",
            "{\"a\":1,}",
            "{\"a\":1,,}",
            "{a:1}",
            "{\"a\" 1}",
            "{\"a\":[}",
            "{\"a\":1 2}",
        ] {
            assert!(Object::read(Some(json)).is_err(), "{json}");
        }
    }

    #[test]
    fn elements_are_found_as_they_stand() {
        assert_eq!(
            elements(r#"[1, "a,b" , {"c":[2]}, []]"#).collect::<Vec<_>>(),
            ["1", "\"a,b\"", "{\"c\":[2]}", "[]"]
        );
        for none in ["[]", "{}", "", "[1,", "[1,]", "5"] {
            assert_eq!(elements(none).count(), 0, "{none}");
        }
    }
}
