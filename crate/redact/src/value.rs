//! Where a value begins and ends.

use super::bytes::{before, byte_at, is_blank, is_space, is_word, looking_at, skip, skip_back};
use super::detectors::Class;
use super::escapes::{percent, unicode};
use super::outline::Member;
use super::quote::{self, Mark, Quote};

/// What stands where a value is expected.
#[derive(Debug, Clone, Copy)]
pub(super) enum Opening {
    Quoted(Quote),
    /// A list, closed by the byte.
    List(u8),
    Bare,
    /// An object, or nothing.
    Nothing,
}

/// How the value of `member` opens, and where.
pub(super) fn open(bytes: &[u8], member: &Member) -> (Opening, usize) {
    let start = past_prefix(bytes, past_call(bytes, past_type(bytes, member.value)));
    let c = byte_at(bytes, start);
    if let Some(quote) = quote::opening(bytes, start) {
        let closes = !member.tuple && closes_around(bytes, start, quote, member);
        return if closes { (Opening::Nothing, start) } else { (Opening::Quoted(quote), start + quote.len) };
    }
    match c {
        b'[' => (Opening::List(b']'), start + 1),
        b'(' if member.key.quote != 0 => (Opening::List(b')'), start + 1),
        b'{' | b'<' if is_wrapped(bytes, start, c) => (Opening::Bare, start + 1),
        b'|' if is_word(byte_at(bytes, start + 1)) => (Opening::Bare, start + 1),
        b'/' if before(bytes, member.value) == b'>' => (Opening::Nothing, start),
        b'{' | b'}' | b']' | b',' | 0 => (Opening::Nothing, start),
        _ if looking_at(bytes, start, "<![CDATA[") => (Opening::Bare, start + 9),
        _ if member.tuple => (Opening::Nothing, start),
        _ => (Opening::Bare, start),
    }
}

/// Longest type or call before a value that is read, in bytes.
const LEAD: usize = 48;

/// Shortest wrapped value that is no name: `{Zk8wPq3LmX7v}`, but `{token}`.
const SHORTEST_WRAPPED: usize = 8;

/// Past the type of a declaration: `: String = …`, `: Option<String> = …`.
fn past_type(bytes: &[u8], start: usize) -> usize {
    let bytes_near = bytes.get(..bytes.len().min(start + LEAD)).unwrap_or(bytes);
    let end = skip(bytes_near, start, |c| {
        c.is_ascii_alphanumeric() || matches!(c, b'_' | b'.' | b'<' | b'>' | b'[' | b']' | b'?' | b'&')
    });
    let is_type = end > start && byte_at(bytes, start).is_ascii_alphabetic() && looking_at(bytes, end, " = ");
    if is_type { skip(bytes, end + 3, is_blank) } else { start }
}

/// Past a call or a type around the value, where that is no name: `decrypt(…)`, `Some("…")`, `Optional[…]`.
fn past_call(bytes: &[u8], start: usize) -> usize {
    let bytes_near = bytes.get(..bytes.len().min(start + LEAD)).unwrap_or(bytes);
    let end = skip(bytes_near, start, |c| c.is_ascii_alphanumeric() || matches!(c, b'_' | b'.' | b':'));
    let is_call =
        end > start && byte_at(bytes, start).is_ascii_alphabetic() && matches!(byte_at(bytes, end), b'(' | b'[');
    let quote = usize::from(matches!(byte_at(bytes, end + 1), b'"' | b'\''));
    if is_call && is_opaque_run(bytes, end + 1 + quote) { end + 1 } else { start }
}

/// Whether the bracket at `start` stands around one opaque word.
fn is_wrapped(bytes: &[u8], start: usize, open: u8) -> bool {
    let end = skip(bytes, start + 1, |c| is_word(c) || matches!(c, b'+' | b'/' | b'=' | b'.'));
    byte_at(bytes, end) == (if open == b'{' { b'}' } else { b'>' }) && is_opaque_run(bytes, start + 1)
}

/// Whether a word with digits among its letters begins at `start`.
fn is_opaque_run(bytes: &[u8], start: usize) -> bool {
    let end = skip(bytes, start, is_word);
    let word = bytes.get(start..end).unwrap_or_default();
    let is_mask = word.starts_with(b"masked-");
    word.len() >= SHORTEST_WRAPPED
        && !is_mask
        && word.iter().any(u8::is_ascii_digit)
        && word.iter().any(u8::is_ascii_alphabetic)
}

/// Whether a call stands in `start..end`, whose value is not in the text: `getToken(appKey)`, `await prompt(…)`.
pub(super) fn is_code(bytes: &[u8], start: usize, end: usize) -> bool {
    let value = bytes.get(start..end).unwrap_or_default();
    // A password may hold a bracket, a call too.
    let end = value.iter().position(|c| *c == b'(').map_or(end, |bracket| start + bracket);
    let name = bytes.get(start..end).unwrap_or_default();
    let is_name =
        name.iter().all(|c| is_word(*c) || matches!(c, b'.' | b':')) && name.iter().any(u8::is_ascii_alphabetic);
    let next = skip(bytes, end, is_blank);
    is_name && (byte_at(bytes, end) == b'(' || (matches!(name, b"await" | b"new") && is_word(byte_at(bytes, next))))
}

/// Where the quoted value of `member` begins and ends; an empty stretch where it has none.
pub(super) fn extent(bytes: &[u8], member: &Member) -> (usize, usize) {
    match open(bytes, member) {
        (Opening::Quoted(quote), start) => (start, quote::closing(bytes, start, quote, member.strings).0),
        (_, start) => (start, start),
    }
}

/// Past what languages print before a quote: `b'…'`, `u'…'`, `string(32) "…"`.
fn past_prefix(bytes: &[u8], start: usize) -> usize {
    if matches!(byte_at(bytes, start), b'b' | b'u' | b'r' | b'B') && matches!(byte_at(bytes, start + 1), b'\'' | b'"') {
        return start + 1;
    }
    if looking_at(bytes, start, "string(") {
        let digits = skip(bytes, start + 7, |c| c.is_ascii_digit());
        if looking_at(bytes, digits, ") \"") {
            return digits + 2;
        }
    }
    start
}

/// Whether the quote at `start` closes the text that the name stands in: `"token: "` has no value.
fn closes_around(bytes: &[u8], start: usize, quote: Quote, member: &Member) -> bool {
    let after = skip(bytes, start + quote.len, is_blank);
    let next = percent(bytes, after).map_or(byte_at(bytes, after), |p| p.2);
    let structural =
        matches!(next, b',' | b'}' | b']' | b')' | b':' | b'\n' | b'\r' | 0) || is_escaped_break(bytes, after);
    structural && (ends_string(quote, member) || (quote.mark != Mark::Byte(b'"') && member.key.quote == 0))
}

/// Whether a `"` string that is open around the member has this quote's level, or a deeper one.
pub(super) fn ends_string(quote: Quote, member: &Member) -> bool {
    quote.mark == Mark::Byte(b'"') && member.strings.checked_shr(quote.level).unwrap_or(0) != 0
}

fn is_escaped_break(bytes: &[u8], i: usize) -> bool {
    let letter = i + bytes.iter().skip(i).take(64).take_while(|c| **c == b'\\').count();
    letter > i && matches!(byte_at(bytes, letter), b'n' | b'r' | b'"' | b't')
}

/// Where the bare value that begins at `start` ends.
pub(super) fn bare_end(bytes: &[u8], start: usize, class: Class, encoded: u8) -> usize {
    let mut i = start;
    while i < bytes.len() {
        let len = step(bytes, i, start, class, encoded);
        if len == 0 {
            break;
        }
        i += len;
    }
    trim(bytes, start, i, class)
}

/// Where the JSON number or literal that begins at `start` ends, if it is one.
pub(super) fn scalar_end(bytes: &[u8], start: usize) -> Option<usize> {
    let end = skip(bytes, start, |c| c.is_ascii_alphanumeric() || matches!(c, b'-' | b'+' | b'.'));
    let after = byte_at(bytes, skip(bytes, end, is_space));
    (end > start && matches!(after, b',' | b'}' | b']' | 0)).then_some(end)
}

/// How many bytes at `i` belong to the value; zero where it ends.
fn step(bytes: &[u8], i: usize, start: usize, class: Class, encoded: u8) -> usize {
    let c = byte_at(bytes, i);
    match c {
        b'\\' => escaped(bytes, i),
        b'%' => match percent(bytes, i) {
            Some((_, times, byte))
                if times <= encoded
                    && matches!(byte, b'&' | b'#' | b'"' | b'\'' | b' ' | b',' | b'}' | b']' | b'\n' | b'\r') =>
            {
                0
            }
            Some((len, ..)) => len,
            None => 1,
        },
        b'"' | b'\'' | b'`' | b'<' | b'>' | b'\n' | b'\r' => 0,
        b'&' if looking_at(bytes, i, "&quot;") || looking_at(bytes, i, "&amp;") => 0,
        b'^' | b'#' | b'|' if class == Class::Secret && is_inner(bytes, i, start) => 1,
        _ => match class {
            Class::Secret | Class::Id => usize::from(c.is_ascii_alphanumeric() || b"_-.~+/=:$@!*".contains(&c)),
            Class::Password => usize::from(
                c.is_ascii_graphic()
                    && !(matches!(c, b',' | b';' | b'&')
                        && (is_blank(byte_at(bytes, i + 1)) || ends_here(bytes, i + 1))),
            ),
            Class::Words => words(bytes, i, start),
        },
    }
}

/// Whether the sign at `i` is one of a secret: letters stand on both its sides, and it ends no value of a URL or a table.
fn is_inner(bytes: &[u8], i: usize, start: usize) -> bool {
    let name = skip_back(bytes, start, LEAD, |c| is_word(c) || matches!(c, b'=' | b':' | b' '));
    !matches!(before(bytes, name), b'?' | b'&' | b'|') && is_word(before(bytes, i)) && is_word(byte_at(bytes, i + 1))
}

/// Escapes that stand for a byte of a token: `\/`, `\u003d`, `\u002b`.
fn escaped(bytes: &[u8], i: usize) -> usize {
    match unicode(bytes, i) {
        Some((len, b'=' | b'+' | b'/')) => len,
        _ if byte_at(bytes, i + 1) == b'/' => 2,
        _ => 0,
    }
}

/// Words go on over blanks, up to punctuation that ends a value or to the next member.
fn words(bytes: &[u8], i: usize, start: usize) -> usize {
    let c = byte_at(bytes, i);
    let ends = matches!(c, b',' | b';' | b'&' | b')' | b'}' | b']' | b'|')
        || i - start > 256
        || (is_blank(c) && ends_here(bytes, i));
    let full_stop = matches!(
        (c, byte_at(bytes, i + 1), byte_at(bytes, i + 2)),
        (0xEF, 0xBC, 0x8C | 0x9B | 0x89) | (0xE3, 0x80, 0x81 | 0x82 | 0x91)
    );
    usize::from(!ends && !full_stop)
}

/// Whether the line ends at `i`, blanks aside, or the next member begins there.
fn ends_here(bytes: &[u8], i: usize) -> bool {
    let start = skip(bytes, i, is_blank);
    let is_name = |c: &u8| !c.is_ascii() || is_word(*c) || matches!(c, b'[' | b']' | b'%');
    let name = bytes.get(start..).unwrap_or(&[]).iter().take(40).take_while(|c| is_name(c)).count();
    let next = byte_at(bytes, skip(bytes, start + name, is_blank));
    matches!(byte_at(bytes, start), 0 | b'\n' | b'\r') || (name > 0 && matches!(next, b'=' | b':'))
}

/// Punctuation at the end belongs to the sentence, not to the value.
fn trim(bytes: &[u8], start: usize, end: usize, class: Class) -> usize {
    let mut i = end;
    let extra: &[u8] = if class == Class::Password { b"}])," } else { b" \t" };
    while i > start
        && (matches!(before(bytes, i), b'.' | b':' | b'!' | b',' | b';') || extra.contains(&before(bytes, i)))
    {
        i -= 1;
    }
    i
}

/// Where the header value that begins at `start` ends: at the end of the line, or where the text around it ends.
pub(super) fn line_end(bytes: &[u8], start: usize, member: &Member) -> usize {
    let around = before(bytes, member.key.start);
    let ends = |c: u8| match c {
        b'\n' | b'\r' => true,
        b'"' => member.strings != 0 || around == b'"',
        b'\'' => around == b'\'',
        b']' => around == b'[',
        _ => false,
    };
    let mut i = start;
    while i < bytes.len() && !ends(byte_at(bytes, i)) && !is_escaped_break(bytes, i) {
        i += 1;
    }
    i
}
