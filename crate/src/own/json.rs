//! JSON with the place of each value, so that a fault in it can be pointed at. Strict, as the standard is.

/// A value, and where it begins.
#[derive(Debug)]
pub(super) struct Node {
    pub(super) at: usize,
    pub(super) value: Json,
}

#[derive(Debug)]
pub(super) enum Json {
    Null,
    Flag(bool),
    /// As it is written.
    Number(String),
    Text(String),
    List(Vec<Node>),
    /// The members in their order; a name may stand twice.
    Object(Vec<(String, Node)>),
}

/// Where the text stops being JSON, and the key of the words for it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Broken {
    pub(super) at: usize,
    pub(super) key: &'static str,
}

/// No rule is nested deeper.
const DEEPEST: usize = 16;

/// The whole of `text` as one value.
pub(super) fn parse(text: &str) -> Result<Node, Broken> {
    let mut parser = Parser { text, at: 0 };
    let node = parser.value(0)?;
    parser.skip_blanks();
    match parser.next() {
        None => Ok(node),
        Some(_) => Err(parser.broken("json.more")),
    }
}

struct Parser<'t> {
    text: &'t str,
    at: usize,
}

impl Parser<'_> {
    fn next(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn skip_blanks(&mut self) {
        while matches!(self.next(), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.at += 1;
        }
    }

    /// At the end of the text something else is wrong than in the middle.
    fn broken(&self, key: &'static str) -> Broken {
        Broken { at: self.at, key: if self.at >= self.text.len() { "json.end" } else { key } }
    }

    fn value(&mut self, depth: usize) -> Result<Node, Broken> {
        self.skip_blanks();
        let at = self.at;
        if depth > DEEPEST {
            return Err(self.broken("json.deep"));
        }
        let value = match self.next() {
            Some(b'{') => Json::Object(self.items(depth, b'}', Self::member)?),
            Some(b'[') => Json::List(self.items(depth, b']', Self::value)?),
            Some(b'"') => Json::Text(self.string()?),
            _ => self.word()?,
        };
        Ok(Node { at, value })
    }

    /// What stands between brackets, with commas.
    fn items<T>(
        &mut self,
        depth: usize,
        close: u8,
        item: fn(&mut Self, usize) -> Result<T, Broken>,
    ) -> Result<Vec<T>, Broken> {
        let mut items = Vec::new();
        self.at += 1;
        self.skip_blanks();
        if self.next() == Some(close) {
            self.at += 1;
            return Ok(items);
        }
        loop {
            items.push(item(self, depth + 1)?);
            self.skip_blanks();
            match self.next() {
                Some(b',') => self.at += 1,
                Some(c) if c == close => break,
                _ => return Err(self.broken("json.comma")),
            }
        }
        self.at += 1;
        Ok(items)
    }

    fn member(&mut self, depth: usize) -> Result<(String, Node), Broken> {
        self.skip_blanks();
        if self.next() != Some(b'"') {
            return Err(self.broken("json.name"));
        }
        let name = self.string()?;
        self.skip_blanks();
        if self.next() != Some(b':') {
            return Err(self.broken("json.colon"));
        }
        self.at += 1;
        Ok((name, self.value(depth)?))
    }

    fn string(&mut self) -> Result<String, Broken> {
        let start = self.at;
        let mut end = start + 1;
        loop {
            match self.text.as_bytes().get(end) {
                Some(b'"') => break,
                Some(b'\\') => end += 2,
                Some(b'\n') | None => return Err(Broken { at: start, key: "json.open" }),
                Some(_) => end += 1,
            }
        }
        let raw = self.text.get(start..=end).unwrap_or_default();
        self.at = end + 1;
        serde_json::from_str(raw).map_err(|_| Broken { at: start, key: "json.escape" })
    }

    /// `true`, `false`, `null` or a number.
    fn word(&mut self) -> Result<Json, Broken> {
        let rest = self.text.get(self.at..).unwrap_or_default();
        let end = rest.find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '-' | '+' | '.')));
        let word = rest.get(..end.unwrap_or(rest.len())).unwrap_or_default();
        let value = match word {
            "true" => Json::Flag(true),
            "false" => Json::Flag(false),
            "null" => Json::Null,
            _ if serde_json::from_str::<f64>(word).is_ok() => Json::Number(word.to_owned()),
            _ => return Err(self.broken("json.value")),
        };
        self.at += word.len();
        Ok(value)
    }
}

/// Line and column of a place, counted from 1; columns as editors count them, in UTF-16 units.
pub(super) fn line_and_column(text: &str, at: usize) -> (usize, usize) {
    let before = text.get(..text.floor_char_boundary(at)).unwrap_or_default();
    let line = before.rsplit('\n').next().unwrap_or_default();
    (before.bytes().filter(|b| *b == b'\n').count() + 1, line.encode_utf16().count() + 1)
}

#[cfg(test)]
mod tests {
    use super::{Broken, Json, line_and_column, parse};

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
            r#"["open"#,
        ] {
            let serde: Result<serde_json::Value, _> = serde_json::from_str(text);
            assert_eq!(parse(text).is_ok(), serde.is_ok(), "{text}");
        }
    }

    #[test]
    fn a_fault_has_its_place() {
        assert_eq!(parse("{\"a\": [1,\n  oops]}").unwrap_err(), Broken { at: 12, key: "json.value" });
        assert_eq!(line_and_column("{\"a\": [1,\n  oops]}", 12), (2, 3));
        assert_eq!(line_and_column("\"应用\" x", 9), (1, 6));
        assert_eq!(parse("[1,").unwrap_err().key, "json.end");
        assert_eq!(parse(&"[".repeat(100_000)).unwrap_err().key, "json.deep");
        assert!(matches!(parse("[true]").unwrap().value, Json::List(items) if items.len() == 1));
    }
}
