//! JSON with the place of each value, so that a fault in it can be pointed at. Strict, as the standard is.

use std::borrow::Cow;

/// Where a value begins: the number of its file and the byte offset in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Place {
    pub(crate) file: usize,
    pub(crate) offset: usize,
}

/// A value, and where it begins.
#[derive(Debug, Clone)]
pub(crate) struct Node<'t> {
    pub(crate) place: Place,
    pub(crate) value: Json<'t>,
}

#[derive(Debug, Clone)]
pub(crate) enum Json<'t> {
    Null,
    Flag(bool),
    /// As it is written.
    Number(&'t str),
    Text(Cow<'t, str>),
    List(Vec<Node<'t>>),
    /// The members in their order; a name may stand twice.
    Object(Vec<Member<'t>>),
}

/// A member's name and value.
pub(crate) type Member<'t> = (Cow<'t, str>, Node<'t>);

/// Where a text stops being JSON, and the code of the fault.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct SyntaxError {
    pub(crate) offset: usize,
    pub(crate) code: &'static str,
}

/// Nesting that no rule reaches.
const MAX_DEPTH: usize = 16;

/// The whole of `text` as one value. `file` is the number that its places carry.
pub(crate) fn parse(text: &str, file: usize) -> Result<Node<'_>, SyntaxError> {
    let mut parser = Parser { text, file, offset: 0 };
    let node = parser.value(0)?;
    parser.skip_blanks();
    match parser.next() {
        None => Ok(node),
        Some(_) => Err(parser.error("json.more")),
    }
}

impl<'t> Node<'t> {
    /// A text that stands at the place of the value it is made for.
    pub(crate) fn text(place: Place, text: impl Into<Cow<'t, str>>) -> Self {
        Self { place, value: Json::Text(text.into()) }
    }

    pub(crate) fn list(place: Place, items: Vec<Node<'t>>) -> Self {
        Self { place, value: Json::List(items) }
    }

    pub(crate) fn object(place: Place, members: Vec<Member<'t>>) -> Self {
        Self { place, value: Json::Object(members) }
    }

    /// The members of an object; none of anything else.
    pub(crate) fn members(&self) -> &[Member<'t>] {
        if let Json::Object(members) = &self.value { members } else { &[] }
    }

    pub(crate) fn is_object(&self) -> bool {
        matches!(self.value, Json::Object(_))
    }

    /// A member that is not `null`.
    pub(crate) fn member(&self, name: &str) -> Option<&Node<'t>> {
        let (_, node) = self.members().iter().find(|(known, _)| known == name)?;
        (!matches!(node.value, Json::Null)).then_some(node)
    }

    /// Takes a member out of an object.
    pub(crate) fn take(&mut self, name: &str) -> Option<Node<'t>> {
        let Json::Object(members) = &mut self.value else { return None };
        let index = members.iter().position(|(known, _)| known == name)?;
        let (_, node) = members.remove(index);
        (!matches!(node.value, Json::Null)).then_some(node)
    }

    /// Takes the members out that are none of `known`.
    pub(crate) fn take_unknown(&mut self, known: &[&str]) {
        if let Json::Object(members) = &mut self.value {
            members.retain(|(name, _)| known.contains(&name.as_ref()));
        }
    }

    /// Gives the value and all in it the place of the one that it was made for.
    pub(crate) fn move_to(&mut self, place: Place) {
        self.place = place;
        match &mut self.value {
            Json::List(items) => items.iter_mut().for_each(|item| item.move_to(place)),
            Json::Object(members) => members.iter_mut().for_each(|(_, member)| member.move_to(place)),
            _ => {}
        }
    }

    /// Puts a member at the end of an object.
    pub(crate) fn put(&mut self, name: &'static str, node: Node<'t>) {
        if let Json::Object(members) = &mut self.value {
            members.push((Cow::Borrowed(name), node));
        }
    }

    /// The items of a list; a value by itself is a list of one.
    pub(crate) fn items(&self) -> &[Node<'t>] {
        if let Json::List(items) = &self.value { items } else { std::slice::from_ref(self) }
    }

    /// The same, taken apart.
    pub(crate) fn into_items(self) -> Vec<Node<'t>> {
        match self.value {
            Json::List(items) => items,
            _ => vec![self],
        }
    }

    /// A text, or a number as it is written.
    pub(crate) fn as_text(&self) -> Option<&str> {
        match &self.value {
            Json::Text(text) => Some(text),
            Json::Number(text) => Some(text),
            _ => None,
        }
    }

    /// The path of the value at `place`, `rules[2].patterns[0]`; nothing where none begins there.
    pub(crate) fn path(&self, place: Place) -> Option<String> {
        if self.place == place {
            return Some(String::new());
        }
        match &self.value {
            Json::List(items) => items.iter().enumerate().find_map(|(i, item)| {
                let rest = item.path(place)?;
                Some(join(format!("[{i}]"), &rest))
            }),
            Json::Object(members) => members
                .iter()
                .find_map(|(name, node)| node.path(place).map(|rest| join(name.clone().into_owned(), &rest))),
            _ => None,
        }
    }
}

fn join(mut first: String, rest: &str) -> String {
    if !rest.is_empty() && !rest.starts_with('[') {
        first.push('.');
    }
    first + rest
}

struct Parser<'t> {
    text: &'t str,
    file: usize,
    offset: usize,
}

impl<'t> Parser<'t> {
    fn next(&self) -> Option<u8> {
        self.text.as_bytes().get(self.offset).copied()
    }

    fn skip_blanks(&mut self) {
        while matches!(self.next(), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.offset += 1;
        }
    }

    /// At the end of the text something else is wrong than in the middle.
    fn error(&self, code: &'static str) -> SyntaxError {
        SyntaxError { offset: self.offset, code: if self.offset >= self.text.len() { "json.end" } else { code } }
    }

    fn value(&mut self, depth: usize) -> Result<Node<'t>, SyntaxError> {
        self.skip_blanks();
        let place = Place { file: self.file, offset: self.offset };
        if depth > MAX_DEPTH {
            return Err(self.error("json.deep"));
        }
        let value = match self.next() {
            Some(b'{') => Json::Object(self.items(depth, b'}', Self::member)?),
            Some(b'[') => Json::List(self.items(depth, b']', Self::value)?),
            Some(b'"') => Json::Text(self.string()?),
            _ => self.word()?,
        };
        Ok(Node { place, value })
    }

    /// What stands between brackets, with commas.
    fn items<T>(
        &mut self,
        depth: usize,
        close: u8,
        item: fn(&mut Self, usize) -> Result<T, SyntaxError>,
    ) -> Result<Vec<T>, SyntaxError> {
        let mut items = Vec::new();
        self.offset += 1;
        self.skip_blanks();
        if self.next() == Some(close) {
            self.offset += 1;
            return Ok(items);
        }
        loop {
            items.push(item(self, depth + 1)?);
            self.skip_blanks();
            match self.next() {
                Some(b',') => self.offset += 1,
                Some(c) if c == close => break,
                _ => return Err(self.error("json.comma")),
            }
        }
        self.offset += 1;
        Ok(items)
    }

    fn member(&mut self, depth: usize) -> Result<Member<'t>, SyntaxError> {
        self.skip_blanks();
        if self.next() != Some(b'"') {
            return Err(self.error("json.name"));
        }
        let name = self.string()?;
        self.skip_blanks();
        if self.next() != Some(b':') {
            return Err(self.error("json.colon"));
        }
        self.offset += 1;
        Ok((name, self.value(depth)?))
    }

    fn string(&mut self) -> Result<Cow<'t, str>, SyntaxError> {
        let start = self.offset;
        let mut end = start + 1;
        let mut is_plain = true;
        loop {
            match self.text.as_bytes().get(end) {
                Some(b'"') => break,
                Some(b'\n') | None => return Err(SyntaxError { offset: start, code: "json.open" }),
                Some(b'\\') => {
                    is_plain = false;
                    end += 2;
                }
                Some(byte) => {
                    is_plain &= *byte >= b' ';
                    end += 1;
                }
            }
        }
        self.offset = end + 1;
        if is_plain {
            return Ok(Cow::Borrowed(self.text.get(start + 1..end).unwrap_or_default()));
        }
        let raw = self.text.get(start..=end).unwrap_or_default();
        serde_json::from_str(raw).map(Cow::Owned).map_err(|_| SyntaxError { offset: start, code: "json.escape" })
    }

    /// `true`, `false`, `null` or a number.
    fn word(&mut self) -> Result<Json<'t>, SyntaxError> {
        let rest = self.text.get(self.offset..).unwrap_or_default();
        let end = rest.find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '-' | '+' | '.')));
        let word = rest.get(..end.unwrap_or(rest.len())).unwrap_or_default();
        let value = match word {
            "true" => Json::Flag(true),
            "false" => Json::Flag(false),
            "null" => Json::Null,
            _ if serde_json::from_str::<f64>(word).is_ok() => Json::Number(word),
            _ => return Err(self.error("json.value")),
        };
        self.offset += word.len();
        Ok(value)
    }
}

/// Line and column of a byte offset, counted from 1; columns as editors count them, in UTF-16 units.
pub(crate) fn line_and_column(text: &str, offset: usize) -> (usize, usize) {
    let before = text.get(..text.floor_char_boundary(offset)).unwrap_or_default();
    let line = before.rsplit('\n').next().unwrap_or_default();
    (before.bytes().filter(|b| *b == b'\n').count() + 1, line.encode_utf16().count() + 1)
}

#[cfg(test)]
mod tests {
    use super::{Json, Place, SyntaxError, line_and_column, parse};

    #[test]
    fn reads_what_serde_reads() {
        for text in [
            "{}",
            " [ ] ",
            r#"{"a":[1,-2.5e3,true,false,null,"x\"y\u5e94"],"b":{"c":""}}"#,
            r#""just text""#,
            "7",
            "",
            "{",
            "[1,]",
            "[1 2]",
            r#"{"a" 1}"#,
            r#"{a:1}"#,
            r#"{"a":1,}"#,
            "nul",
            "01",
            "[1]x",
            r#"["\x"]"#,
            "[\"a\nb\"]",
            "[\"a\tb\"]",
            r#"["open"#,
        ] {
            let serde: Result<serde_json::Value, _> = serde_json::from_str(text);
            assert_eq!(parse(text, 0).is_ok(), serde.is_ok(), "{text}");
        }
    }

    #[test]
    fn a_fault_has_its_place() {
        assert_eq!(parse("{\"a\": [1,\n  oops]}", 0).unwrap_err(), SyntaxError { offset: 12, code: "json.value" });
        assert_eq!(line_and_column("{\"a\": [1,\n  oops]}", 12), (2, 3));
        assert_eq!(line_and_column("\"应用\" x", 9), (1, 6));
        assert_eq!(parse("[1,", 0).unwrap_err().code, "json.end");
        assert_eq!(parse(&"[".repeat(100_000), 0).unwrap_err().code, "json.deep");
        assert!(matches!(parse("[true]", 0).unwrap().value, Json::List(items) if items.len() == 1));
    }

    #[test]
    fn a_place_has_its_path() {
        let text = r#"[{"rules": [{"id": 1}, [7]]}]"#;
        let root = parse(text, 3).unwrap();
        let path = |offset| root.path(Place { file: 3, offset });
        assert_eq!(path(text.find('7').unwrap()).as_deref(), Some("[0].rules[1][0]"));
        assert_eq!(path(text.find('1').unwrap()).as_deref(), Some("[0].rules[0].id"));
        assert_eq!((path(0).as_deref(), path(5)), (Some(""), None));
    }
}
