//! Whether a value is secret, given the member it belongs to and where it stands.

use super::bytes::{before, byte_at, ends_before, is_space, skip, skip_back};
use super::detectors::{Class, Detector, When, keep, signs};
use super::key;
use super::marker;
use super::meaning;
use super::outline::{Frame, Member};
use super::platforms::Platforms;

/// How a value stands in the text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Standing {
    /// In quotes, so that it is surely a value.
    pub(super) quoted: bool,
    /// In a query or a form: between `?` or `&` and `&`.
    pub(super) query: bool,
    /// Only near its name: a tuple, a table, a sentence.
    pub(super) loose: bool,
    /// After `=`, which prose seldom uses.
    pub(super) equals: bool,
    /// A long word that has its line for itself and its name, as in YAML.
    pub(super) whole_line: bool,
}

/// Whether the context lets `detector` speak at all.
pub(super) fn applies(detector: &Detector, frame: &Frame, standing: Standing) -> bool {
    match detector.when {
        When::InPerson => frame.signs & signs::PERSON != 0 && frame.named.is_none() && !standing.query,
        When::InMessage => frame.signs & signs::MESSAGE != 0 && frame.signs & signs::BODY == 0 && !standing.query,
        _ => true,
    }
}

/// A bare value longer than that is no word: it is masked unread, which also keeps the time linear.
const LONG: usize = 4096;

/// Whether `value` is to be masked.
pub(super) fn is_secret(
    platforms: &Platforms,
    value: &str,
    detector: &Detector,
    frame: &Frame,
    standing: Standing,
) -> bool {
    let word = detector.class == Class::Words;
    if value.trim().is_empty() || marker::is_mask(platforms, value.trim()) || is_placeholder(value) {
        return false;
    }
    if detector.class != Class::Password && platforms.keeps(value) {
        return false;
    }
    let literals = if standing.quoted { keep::LITERALS } else { keep::WORDS };
    if literals.iter().any(|known| known.eq_ignore_ascii_case(value)) || is_address(value) {
        return false;
    }
    if detector.class != Class::Password
        && !standing.quoted
        && !standing.query
        && meaning::is_variable(platforms, value)
    {
        return false;
    }
    // `pass: 12` counts, and `***` is a mask of somebody else.
    if detector.class == Class::Password
        && !standing.quoted
        && value.len() < 4
        && value.bytes().all(|c| c.is_ascii_digit())
    {
        return false;
    }
    if standing.loose && !is_opaque(platforms, value, 8) {
        return false;
    }
    if !standing.quoted && value.len() > LONG {
        return true;
    }
    let fits = match detector.when {
        When::Opaque(least) => is_opaque(platforms, value, least),
        When::Digits(least) => value.bytes().filter(u8::is_ascii_digit).count() >= least,
        When::Address => value.contains('@') || value.contains("%40"),
        When::AuthCode if standing.query || frame.signs & signs::GRANT != 0 => !is_error_code(value),
        When::AuthCode => is_opaque(platforms, value, 16) && !value.contains(['.', '_']),
        _ => true,
    };
    fits && (standing.quoted
        || standing.whole_line
        || standing.query
        || standing.equals
        || word
        || detector.class == Class::Password
        || is_opaque(platforms, value, 4))
}

/// Whether a word of letters alone is no word of a language and no name of a program: its case changes again and again, also
/// between two capitals, or it is too long.
pub(super) fn is_scrambled(word: &str) -> bool {
    let bytes = word.as_bytes();
    let is_upper = |i: usize| byte_at(bytes, i).is_ascii_uppercase();
    let pairs = || (1..bytes.len()).map(|i| (is_upper(i - 1), is_upper(i)));
    let changes = pairs().filter(|(left, right)| left != right).count();
    let has_capitals = pairs().any(|pair| pair == (true, true));
    bytes.iter().all(u8::is_ascii_alphabetic)
        && ((bytes.len() >= 12 && has_capitals && changes * 3 >= bytes.len()) || (bytes.len() >= 20 && changes == 0))
}

/// Whether the value is the address of something, whose own secrets are found within it: a link, an ARN.
fn is_address(value: &str) -> bool {
    ["arn:", "http://", "https://"].iter().any(|lead| value.starts_with(lead))
}

/// Digits and letters without a blank, `least` bytes at least; or many letters of both cases; or digits alone, if there are enough.
pub(super) fn is_opaque(platforms: &Platforms, value: &str, least: usize) -> bool {
    let bytes = value.as_bytes();
    let count = |fit: fn(&u8) -> bool| bytes.iter().filter(|c| fit(c)).count();
    // A number in hex, such as a session's.
    if bytes.len() < least
        || (value.starts_with("0x") && bytes.len() <= 18)
        || bytes.iter().any(|c| is_space(*c))
        || marker::holds_mask(platforms, value)
    {
        return false;
    }
    count(u8::is_ascii_digit) > 0 || (bytes.len() >= 24 && count(u8::is_ascii_uppercase) > 2 && !value.contains('.'))
}

/// `403`, `60011`, `Forbidden.AccessDenied`, `invalidClientId`, `PAT_NO_PERMISSION`, `AADSTS65001`.
fn is_error_code(value: &str) -> bool {
    let digits = value.bytes().filter(u8::is_ascii_digit).count();
    let short_number = digits == value.len() && value.len() <= 9;
    let letters_first = value.bytes().take_while(|c| !c.is_ascii_digit()).count();
    let numbered_word = letters_first + digits == value.len() && digits <= 8 && letters_first >= 3 && value.len() < 20;
    short_number || digits == 0 || (value.contains('.') && digits < 4) || numbered_word
}

/// What a person wrote in place of a value: `<token>`, `{token}`, `$TOKEN`, `***`, `YOUR_TOKEN`.
pub(super) fn is_placeholder(value: &str) -> bool {
    let named = |name: &str| {
        !name.is_empty() && name.bytes().all(|c| c.is_ascii_alphabetic() || matches!(c, b'_' | b'-' | b' ' | b'.'))
    };
    let wrapped = [("<", ">"), ("{{", "}}"), ("${", "}"), ("{", "}"), ("%(", ")s")]
        .iter()
        .any(|(open, close)| value.strip_prefix(open).and_then(|rest| rest.strip_suffix(close)).is_some_and(named));
    let variable =
        value.strip_prefix('$').is_some_and(|name| name.bytes().all(|c| c.is_ascii_uppercase() || c == b'_'));
    let blanked = value.chars().all(|c| matches!(c, '*' | 'x' | 'X' | '.' | '…' | '•' | '-' | '_' | '%'));
    let yours = ["YOUR_", "your_", "your-", "YOUR-", "<", "%s"]
        .iter()
        .any(|lead| value.strip_prefix(lead).is_some_and(|rest| named(rest) || rest.is_empty()));
    wrapped || variable || blanked || yours
}

/// How the value of `member`, which ends at `end`, stands.
pub(super) fn standing(bytes: &[u8], member: &Member, quoted: bool, end: usize) -> Standing {
    let start = member.key.start;
    let led = matches!(before(bytes, start), b'?' | b'&')
        || ["&amp;", "%26", "%3F", "\\u0026"].iter().any(|lead| ends_before(bytes, start, lead));
    let first_of_form = !quoted
        && member.key.quote == 0
        && !is_word_before(bytes, start)
        && byte_at(bytes, end) == b'&'
        && byte_at(bytes, member.key.end) == b'=';
    let query = !quoted && (led || first_of_form || member.encoded > 0);
    let separator = byte_at(bytes, skip(bytes, member.key.end, |c| c == b' '));
    let whole_line = !quoted && separator == b':' && has_line(bytes, start, member.value, end);
    Standing { quoted, query, loose: member.tuple, equals: matches!(separator, b'=' | b'\\' | b'>'), whole_line }
}

/// Shortest word that is no word of a sentence after `name: ` on a line of its own, or in quotes of its own.
const LONG_WORD: usize = 12;

/// Whether a line, or a text in quotes such as that of `curl -H`, has nothing but the name that begins at `start` and the long word
/// `value..end`.
fn has_line(bytes: &[u8], start: usize, value: usize, end: usize) -> bool {
    let line = skip_back(bytes, start, 80, |c| matches!(c, b' ' | b'\t' | b'-' | b'>' | b'<'));
    let (first, last) = (before(bytes, line), byte_at(bytes, end));
    let is_alone = match first {
        0 | b'\n' => matches!(last, 0 | b'\n' | b'\r'),
        b'"' | b'\'' => last == first,
        _ => false,
    };
    // `auth:user.id:read` is a scope.
    is_alone && is_space(before(bytes, value)) && end - value >= LONG_WORD
}

fn is_word_before(bytes: &[u8], i: usize) -> bool {
    before(bytes, i).is_ascii_alphanumeric()
}

/// The meaning of the words that stand before a value with only a blank, a bar, a bracket or "is" in between.
pub(super) fn label_before(platforms: &Platforms, text: &str, start: usize) -> Option<meaning::Meaning> {
    let bytes = text.as_bytes();
    let floor = start.saturating_sub(48);
    let mut i = start;
    loop {
        let next = skip_back(bytes, i, 8, |c| {
            is_space(c) || matches!(c, b'"' | b'\'' | b'`' | b'\\' | b'|' | b'(' | b'[' | b':' | b'=' | b'>' | b'*')
        });
        let next = LINKS.iter().find(|link| ends_before(bytes, next, link)).map_or(next, |link| next - link.len());
        if next == i || next < floor {
            return key::before_separator(platforms, text, next.min(start)).map(|key| key.meaning);
        }
        i = next;
    }
}

/// What may stand between a name and its value besides punctuation.
const LINKS: &[&str] =
    &[" is", " was", " to", "->", "是", "为", "：", "＝", "（", "「", "“", "%20", "%3A", "%3D", "%22", "&quot;"];
