//! A file that is a JSON string, as a tool wrote it that took a HAR file for a text.

use std::borrow::Cow;

use memchr::memchr2;

/// Takes the quotes and escapes off such a file, in pieces of any size; leaves any other as it is, but for the byte order mark
/// and the blanks before its first character.
#[derive(Debug, Default)]
pub(super) struct Quoted {
    /// Whether the file begins with a quote, once its first character is known.
    begins: Option<bool>,
    /// What may be half an escape.
    rest: Vec<u8>,
    ended: bool,
}

impl Quoted {
    /// What the next bytes stand for.
    pub(super) fn plain<'b>(&mut self, bytes: &'b [u8]) -> Cow<'b, [u8]> {
        let is_blank = |byte: &u8| matches!(byte, b' ' | b'\n' | b'\r' | b'\t' | 0xef | 0xbb | 0xbf);
        let blanks = if self.begins.is_some() { 0 } else { bytes.iter().take_while(|byte| is_blank(byte)).count() };
        let mut bytes = bytes.get(blanks..).unwrap_or_default();
        if self.begins.is_none()
            && let Some((first, rest)) = bytes.split_first()
        {
            self.begins = Some(*first == b'"');
            bytes = if *first == b'"' { rest } else { bytes };
        }
        if self.begins == Some(true) { Cow::Owned(self.unescape(bytes)) } else { Cow::Borrowed(bytes) }
    }

    fn unescape(&mut self, bytes: &[u8]) -> Vec<u8> {
        self.rest.extend_from_slice(bytes);
        let bytes = std::mem::take(&mut self.rest);
        let (mut rest, mut plain) = (bytes.as_slice(), Vec::with_capacity(bytes.len()));
        while !self.ended && !rest.is_empty() {
            let (text, more) = rest.split_at(memchr2(b'"', b'\\', rest).unwrap_or(rest.len()));
            plain.extend_from_slice(text);
            rest = more;
            self.ended = rest.starts_with(b"\"");
            if self.ended || rest.is_empty() {
                break;
            }
            let Some(length) = escape(rest, &mut plain) else { break };
            rest = rest.get(length..).unwrap_or_default();
        }
        if !self.ended {
            self.rest = rest.to_vec();
        }
        plain
    }
}

/// Writes what the escape at the beginning of `bytes` stands for, and gives its length; nothing where it goes on behind them. What
/// is no escape stays as it is.
fn escape(bytes: &[u8], plain: &mut Vec<u8>) -> Option<usize> {
    let byte = match bytes.get(1)? {
        b'u' => return unicode(bytes, plain),
        b'n' => b'\n',
        b'r' => b'\r',
        b't' => b'\t',
        b'b' => 8,
        b'f' => 12,
        byte @ (b'"' | b'\\' | b'/') => *byte,
        other => {
            plain.extend([b'\\', *other]);
            return Some(2);
        }
    };
    plain.push(byte);
    Some(2)
}

/// `\u6ca1`, or two of them that are one character.
fn unicode(bytes: &[u8], plain: &mut Vec<u8>) -> Option<usize> {
    let first = bytes.get(2..6)?;
    let Some(first) = unit(first) else {
        plain.extend_from_slice(b"\\u");
        return Some(2);
    };
    let second = if (0xd800..0xdc00).contains(&first) { unit(bytes.get(8..12)?) } else { None };
    let second = second.filter(|unit| bytes.get(6..8) == Some(b"\\u") && (0xdc00..0xe000).contains(unit));
    let char = char::decode_utf16([first].into_iter().chain(second)).next().and_then(Result::ok).unwrap_or('\u{fffd}');
    plain.extend_from_slice(char.encode_utf8(&mut [0; 4]).as_bytes());
    Some(if second.is_some() { 12 } else { 6 })
}

fn unit(digits: &[u8]) -> Option<u16> {
    let digits =
        std::str::from_utf8(digits).ok().filter(|digits| digits.bytes().all(|digit| digit.is_ascii_hexdigit()))?;
    u16::from_str_radix(digits, 16).ok()
}

#[cfg(test)]
mod tests {
    use super::Quoted;

    fn plain(text: &str, size: usize) -> String {
        let mut quoted = Quoted::default();
        let pieces: Vec<u8> = text.as_bytes().chunks(size).flat_map(|piece| quoted.plain(piece).into_owned()).collect();
        String::from_utf8(pieces).unwrap()
    }

    #[test]
    fn a_string_stands_for_its_text() {
        for (text, expected) in [
            (r#""{\"a\":\"b\\\"c\\u6ca1\"}" behind"#, r#"{"a":"b\"c\u6ca1"}"#),
            ("\u{feff} \n\"\\u6ca1\\ud83d\\ude00\\n\\/\\q\\u12x4\"", "没😀\n/\\q\\u12x4"),
            (r#""\ud83d, cut""#, "\u{fffd}, cut"),
            ("\u{feff}\n {\"a\": \"\\n\"} ", "{\"a\": \"\\n\"} "),
            ("\"never closed", "never closed"),
            ("", ""),
        ] {
            for size in [1, 2, 5, 1_000] {
                assert_eq!(plain(text, size), expected, "in pieces of {size}");
            }
        }
    }
}
