//! The members of one JSON object, its own ones only: where it matters which object a member is of.

use std::borrow::Cow;

/// The members of the JSON object that `text` begins with: names as they are written, and raw values. It stops where the
/// text is cut, or no object.
pub fn object(text: &str) -> impl Iterator<Item = (&str, &str)> {
    let mut rest = text.trim_start().strip_prefix('{').unwrap_or_default();
    std::iter::from_fn(move || {
        let (member, behind) = next(rest)?;
        rest = behind;
        Some(member)
    })
}

/// A raw value's text: a string without its quotes and escapes, a number or word as it is; nothing for an object or a list.
#[must_use]
pub fn scalar(raw: &str) -> Option<Cow<'_, str>> {
    let Some(inner) = raw.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')) else {
        return (!raw.starts_with(['{', '[', '"'])).then_some(Cow::Borrowed(raw));
    };
    match inner.contains('\\') {
        true => serde_json::from_str(raw).ok().map(Cow::Owned),
        false => Some(Cow::Borrowed(inner)),
    }
}

fn next(rest: &str) -> Option<((&str, &str), &str)> {
    let rest = rest.trim_start();
    let rest = rest.strip_prefix(',').unwrap_or(rest).trim_start();
    let (name, rest) = rest.split_at_checked(string(rest)?)?;
    let rest = rest.trim_start().strip_prefix(':')?.trim_start();
    let (value, rest) = rest.split_at_checked(value(rest)?)?;
    Some(((name.get(1..name.len() - 1)?, value), rest))
}

/// The length of the string that `text` begins with, its quotes included.
fn string(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut offset = bytes.first().filter(|b| **b == b'"').map(|_| 1)?;
    loop {
        offset += memchr::memchr2(b'"', b'\\', bytes.get(offset..)?)?;
        match bytes.get(offset) {
            Some(b'"') => return Some(offset + 1),
            _ => offset += 2,
        }
    }
}

/// The length of the value that `text` begins with; nothing where it is cut.
fn value(text: &str) -> Option<usize> {
    match text.as_bytes().first()? {
        b'"' => string(text),
        b'{' | b'[' => group(text),
        _ => text.find([',', '}', ']', ' ', '\n', '\r', '\t']).filter(|len| *len > 0),
    }
}

/// The length of the object or list that `text` begins with; nothing where it is cut.
pub fn group(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let (mut offset, mut depth) = (0, 0_usize);
    loop {
        match bytes.get(offset)? {
            b'"' => offset += string(text.get(offset..)?)? - 1,
            b'{' | b'[' => depth += 1,
            b'}' | b']' if depth == 1 => return Some(offset + 1),
            b'}' | b']' => depth -= 1,
            _ => {}
        }
        offset += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::{object, scalar};

    fn read(text: &str) -> Vec<String> {
        object(text).map(|(name, raw)| format!("{name}={}", scalar(raw).as_deref().unwrap_or("…"))).collect()
    }

    #[test]
    fn only_its_own_members_are_read() {
        let text = r#" {"a" : "x,\"}" , "b":{"a":["}",{}],"c":1},"d":-1.5,"e":null,"f":[{"a":2}]} {"g":1}"#;
        assert_eq!(read(text), [r#"a=x,"}"#, "b=…", "d=-1.5", "e=null", "f=…"]);
        assert_eq!(read(r#"{"u":"a\u003d\/b"}"#), ["u=a=/b"]);
    }

    #[test]
    fn it_stops_where_the_text_is_cut_or_no_object() {
        assert_eq!(read(r#"{"a":1,"b":"x"#), ["a=1"]);
        assert_eq!(read(r#"{"a":1,"b":{"c":[1,2"#), ["a=1"]);
        for text in ["", "{", "[1]", "null", "a=b", "{a:1}", r#"{"a"}"#, r#"{"a":}"#, r#"{"a":"\"#, r#"{"#, "<html>"] {
            assert_eq!(read(text), Vec::<String>::new(), "{text}");
        }
    }

    #[test]
    fn deep_nesting_is_walked_over() {
        let deep = format!(r#"{{"a":{}{},"b":1}}"#, "[".repeat(100_000), "]".repeat(100_000));
        assert_eq!(read(&deep), ["a=…", "b=1"]);
    }
}
