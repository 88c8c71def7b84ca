//! Private keys: in the armour of PEM, PGP and SSH2, in PuTTY's files, or as base64 alone.
//!
//! A block whose armour holds together is one secret. In any other, a log or a source file has put something before or behind each
//! line: there each line of the key is one, and what stands around it stays.

use memchr::memmem;

use super::bytes::{before, byte_at, ends_before, looking_at, skip, slice};
use super::shape::base64_end;
use super::span::Span;

const LABEL: &str = "pem";

/// What PuTTY writes before the lines of a key.
const PUTTY: &str = "Private-Lines:";

/// Shortest stretch of base64 that is a line of a key by itself.
const LINE: usize = 24;

/// Shortest last line of a key that nothing closes.
const SHORTEST_LAST: usize = 8;

/// Longest block that is read, in bytes: an RSA key of 16,384 bits has 13,000.
const LONGEST: usize = 32 * 1024;

/// Pieces of text without a line of the key after which a block without an end has ended.
const PATIENCE: usize = 2;

/// How keys begin in base64, and how far into the key that stands: RSA (PKCS #1, PKCS #8), EC, Ed25519, OpenSSH.
const HEADS: &[(&str, usize)] = &[
    ("IBAAK", 6),
    ("IBADANBgkqhkiG9w", 6),
    ("MHcCAQEE", 0),
    ("MHQCAQEE", 0),
    ("MIGHAgEA", 0),
    ("MIGkAgEB", 0),
    ("MIHcAgEB", 0),
    ("MC4CAQAw", 0),
    ("b3BlbnNzaC1rZXktdjE", 0),
];

/// The private keys of `text`, in no order.
pub(super) fn find(text: &str) -> Vec<Span<'static>> {
    let mut spans = Vec::new();
    let mut reached = 0;
    for word in memmem::find_iter(text.as_bytes(), "BEGIN") {
        if word >= reached
            && let Some((start, label_end)) = armour(text, word)
        {
            reached = block(text, start, label_end, &mut spans);
        }
    }
    for lines in memmem::find_iter(text.as_bytes(), PUTTY) {
        lines_of(text, lines + PUTTY.len(), text.len(), false, &mut spans);
    }
    for (head, offset) in HEADS {
        bare(text, head, *offset, &mut spans);
    }
    spans
}

/// Where the armour of a private key begins whose `BEGIN` stands at `word`, and where its label ends.
fn armour(text: &str, word: usize) -> Option<(usize, usize)> {
    let bytes = text.as_bytes();
    let start = ["-----", "---- "].iter().find(|lead| ends_before(bytes, word, lead)).map(|lead| word - lead.len())?;
    let end = label_end(bytes, word + "BEGIN".len());
    let label = slice(text, word, end).replace("%20", " ").replace('+', " ");
    let label = label.trim_end();
    (label.ends_with("PRIVATE KEY") || label.ends_with("PRIVATE KEY BLOCK")).then_some((start, end))
}

/// Where the label that begins at `from` ends: upper-case words with blanks, which a URL encodes.
fn label_end(bytes: &[u8], from: usize) -> usize {
    let bytes = bytes.get(..bytes.len().min(from + 48)).unwrap_or(bytes);
    let mut i = from;
    loop {
        i = skip(bytes, i, |c| c.is_ascii_uppercase() || c.is_ascii_digit() || matches!(c, b' ' | b'+'));
        if !looking_at(bytes, i, "%20") {
            return i;
        }
        i += 3;
    }
}

/// Adds the secrets of the block whose armour begins at `start`. Returns where it ends.
fn block(text: &str, start: usize, label_end: usize, spans: &mut Vec<Span<'static>>) -> usize {
    let limit = text.floor_char_boundary(text.len().min(label_end + LONGEST));
    let rest = slice(text, label_end, limit);
    let next = rest.find("BEGIN").unwrap_or(rest.len());
    let rest = slice(rest, 0, next);
    let Some(end) = rest.find("---END").or_else(|| rest.find("--- END")) else {
        return lines_of(text, label_end, label_end + rest.len(), false, spans);
    };
    let inner = slice(rest, 0, end).trim_end_matches('-');
    let stop = label_end + inner.len();
    if inner.chars().all(is_armour) {
        let footer = self::label_end(text.as_bytes(), label_end + end + "---END".len());
        let end = skip(text.as_bytes(), footer, |c| c == b'-').min(footer + 5);
        spans.push(Span { start, end, label: LABEL });
        return end;
    }
    lines_of(text, label_end, stop, true, spans)
}

/// Whether armour has the character: of its text, its headers, and its line breaks, escaped or not.
fn is_armour(c: char) -> bool {
    c.is_ascii_alphanumeric() || "+/=- :,\\\r\n\t>|%".contains(c)
}

/// Adds the keys without armour that `head` shows, `offset` bytes after their beginning.
fn bare(text: &str, head: &str, offset: usize, spans: &mut Vec<Span<'static>>) {
    let bytes = text.as_bytes();
    let mut reached = 0;
    for found in memmem::find_iter(bytes, head) {
        let Some(start) = found.checked_sub(offset).filter(|start| *start >= reached) else { continue };
        let is_key = offset == 0 || looking_at(bytes, start, "MII");
        let is_first = !before(bytes, start).is_ascii_alphanumeric() || ends_before(bytes, start, "\\n");
        if is_key && is_first && base64_end(bytes, start, b"+/") >= start + LINE {
            reached = lines_of(text, start, text.len(), false, spans);
        }
    }
}

/// Adds the lines of the key that stand in `from..to`; `is_closed` where an armour's end stands at `to`. Returns where they end.
fn lines_of(text: &str, from: usize, to: usize, is_closed: bool, spans: &mut Vec<Span<'static>>) -> usize {
    let bytes = slice(text, 0, to).as_bytes();
    let (mut i, mut reached, mut others) = (from, from, 0);
    let mut lead: Option<String> = None;
    while i < to && others < PATIENCE {
        let (end, next) = piece(bytes, i);
        let before_count = spans.len();
        let is_last = is_closed && end >= to;
        if !is_last && let Some((start, stop)) = last_run(bytes, i, end) {
            // A checksum of PGP begins with the sign.
            let skeleton = skeleton(slice(text, i, start).trim_end_matches('='));
            let is_line = stop - start >= LINE;
            let is_long = is_closed || stop - start >= SHORTEST_LAST || byte_at(bytes, stop - 1) == b'=';
            if is_line || (is_long && lead.as_ref().is_some_and(|lead| *lead == skeleton)) {
                lead.get_or_insert(skeleton);
                spans.push(Span { start, end: stop, label: LABEL });
                reached = stop;
            }
        }
        let is_other = spans.len() == before_count && slice(text, i, end).bytes().any(|c| c.is_ascii_alphanumeric());
        others = if is_closed || !is_other { 0 } else { others + 1 };
        i = next;
    }
    reached
}

/// Where the piece of a line that begins at `from` ends, and where the next one begins: at a line break, a quote, a tag.
fn piece(bytes: &[u8], from: usize) -> (usize, usize) {
    let end = skip(bytes, from, |c| !matches!(c, b'\n' | b'\r' | b'"' | b'\'' | b'<' | b'&' | b'\\' | b'%'));
    let next = match byte_at(bytes, end) {
        b'<' => skip(bytes, end, |c| c != b'>' && c != b'\n') + 1,
        b'&' => skip(bytes, end, |c| c != b';' && c != b'\n') + 1,
        b'\\' if byte_at(bytes, end + 1) != b'/' => skip(bytes, end, |c| c == b'\\') + 1,
        b'%' if looking_at(bytes, end, "%0A") || looking_at(bytes, end, "%0D") => end + 3,
        b'\\' | b'%' => {
            let (stop, next) = piece(bytes, end + 1);
            return (stop, next);
        }
        _ => end + 1,
    };
    (end, next)
}

/// The last stretch of base64 in `from..end`, if nothing but signs stands behind it.
fn last_run(bytes: &[u8], from: usize, end: usize) -> Option<(usize, usize)> {
    let bytes = bytes.get(..end)?;
    let mut last = None;
    let mut i = from;
    while i < end {
        let stop = base64_end(bytes, i, b"+/").min(end);
        if stop > i && byte_at(bytes, i) != b'=' {
            last = Some((i, stop));
            i = stop;
        } else {
            i += 1;
        }
    }
    last
}

/// What stands before a line of the key, with one digit for each number: the times of a log differ in nothing else.
fn skeleton(lead: &str) -> String {
    let mut skeleton = String::new();
    for c in lead.chars().map(|c| if c.is_ascii_digit() { '0' } else { c }) {
        if c != '0' || !skeleton.ends_with('0') {
            skeleton.push(c);
        }
    }
    skeleton
}

#[cfg(test)]
mod tests {
    use super::{last_run, piece};

    #[test]
    fn pieces_end_at_every_kind_of_break() {
        for (text, first) in [
            ("abc\ndef", "abc"),
            ("abc\\ndef", "abc"),
            ("abc\\\\ndef", "abc"),
            ("abc%0Adef", "abc"),
            ("ab%2Bc%0Adef", "ab%2Bc"),
            ("ab\\/c\\ndef", "ab\\/c"),
            ("abc<br>def", "abc"),
            ("abc&#10;def", "abc"),
            ("abc\" +", "abc"),
        ] {
            assert_eq!(text.get(..piece(text.as_bytes(), 0).0), Some(first), "{text}");
        }
    }

    #[test]
    fn the_last_run_is_found_behind_a_log_s_words() {
        let text = b"10:00:00 INFO abc/def+gh= |";
        assert_eq!(last_run(text, 0, text.len()), Some((14, 25)));
    }
}
