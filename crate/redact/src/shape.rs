//! Secrets that show by their shape alone.

use super::bytes::{before, byte_at, is_word, looking_at, skip, skip_back, slice};
use super::detectors::shapes::{self, Body, Shape};
use super::escapes::{percent, unicode};
use super::platforms::Platforms;
use super::span::Span;

/// The shaped secret that begins at `start`, of a platform before all others.
pub(super) fn at_word<'p>(platforms: &'p Platforms, text: &str, start: usize) -> Option<Span<'p>> {
    let first = byte_at(text.as_bytes(), start);
    let of_platform = platforms.beginning_with(first).find_map(|shape| fit(text, start, &shape));
    of_platform.or_else(|| shapes::beginning_with(first).iter().find_map(|shape| fit(text, start, shape)))
}

/// Whether `value` has this shape from its first byte to its last.
pub(super) fn is_whole(value: &str, shape: &Shape) -> bool {
    let from = shape.start.len();
    value.starts_with(shape.start)
        && body_end(value.as_bytes(), from, shape.body, shape.max) == value.len()
        && is_body(slice(value, from, value.len()), shape)
}

fn fit<'s>(text: &str, start: usize, shape: &Shape<'s>) -> Option<Span<'s>> {
    let bytes = text.as_bytes();
    // Most words are done with at the second byte.
    if shape.start.as_bytes().get(1).is_some_and(|second| *second != byte_at(bytes, start + 1)) {
        return None;
    }
    let from = start + shape.start.len();
    if bytes.get(start..from) != Some(shape.start.as_bytes()) {
        return None;
    }
    // The first bytes tell most impostors, so that none is read to its end.
    let shortest = slice(text, from, body_end(bytes, from, shape.body, shape.min));
    if shortest.len() < shape.min || !shortest.bytes().any(|c| shape.digits == 0 || c.is_ascii_digit()) {
        return None;
    }
    let end = body_end(bytes, from, shape.body, shape.max);
    // A segment of a path ends at its slash.
    let end = if before(bytes, start) == b'/' { end.min(skip(bytes, from, |c| c != b'/')) } else { end };
    let body = slice(text, from, end);
    let lead = if looking_at(bytes, start.wrapping_sub(2), "$:") { 2 } else { 0 };
    let whole = is_body(body, shape) && !continues(bytes, end, shape.body);
    (whole && is_random(shape, body)).then_some(Span { start: start - lead, end, label: shape.label })
}

/// Number of letters of a Telegram bot's token behind its number.
const TELEGRAM: usize = 35;

/// The token of a Telegram bot, `<8 to 10 digits>:<35 letters>`, whose number ends the word `start..end`, behind `bot` in a path.
pub(super) fn telegram(text: &str, start: usize, end: usize) -> Option<Span<'static>> {
    let bytes = text.as_bytes();
    let digits = skip_back(bytes, end, end - start, |c| c.is_ascii_digit());
    let letters = skip(bytes, end + 1, is_word);
    let is_bot = matches!(slice(text, start, digits), "" | "bot");
    let is_token = is_bot && (8..=10).contains(&(end - digits)) && letters == end + 1 + TELEGRAM;
    is_token.then_some(Span { start: digits, end: letters, label: "telegram-token" })
}

/// A secret that has its telling part within, and begins with the word `start..end`.
pub(super) fn within(text: &str, start: usize, end: usize) -> Option<Span<'static>> {
    let bytes = text.as_bytes();
    let word = slice(text, start, end);
    match byte_at(bytes, end) {
        b'.' if word.len() == 14 && looking_at(bytes, end, ".atlasv1.") => {
            let stop = skip(bytes, end + 9, is_word);
            (stop >= end + 9 + 50).then_some(Span { start, end: stop, label: "terraform-token" })
        }
        b'.' if (23..=28).contains(&word.len()) && matches!(byte_at(bytes, start), b'M' | b'N' | b'O') => {
            let middle = skip(bytes, end + 1, is_word);
            let stop = skip(bytes, middle + 1, is_word);
            let is_bot =
                middle == end + 7 && byte_at(bytes, middle) == b'.' && (27..=40).contains(&(stop - middle - 1));
            is_bot.then_some(Span { start, end: stop, label: "discord-token" })
        }
        b'~' if word.len() == 5 && word.ends_with('Q') => {
            let stop = skip(bytes, end + 1, |c| is_word(c) || matches!(c, b'.' | b'~'));
            (31..=36).contains(&(stop - end - 1)).then_some(Span { start, end: stop, label: "azure-secret" })
        }
        b'$' if matches!(word, "2a" | "2b" | "2y") && before(bytes, start) == b'$' => {
            let stop = skip(bytes, end, |c| is_word(c) || matches!(c, b'.' | b'/' | b'$'));
            (stop - end >= 56).then_some(Span { start: start - 1, end: stop, label: "password-hash" })
        }
        _ => {
            let (hex, region) = (36..=37).contains(&word.len()).then(|| word.split_once("-us")).flatten()?;
            let is_key = hex.len() == 32
                && hex.bytes().all(|c| matches!(c, b'0'..=b'9' | b'a'..=b'f'))
                && (1..=2).contains(&region.len())
                && region.bytes().all(|c| c.is_ascii_digit());
            is_key.then_some(Span { start, end, label: "mailchimp-key" })
        }
    }
}

/// Whether `body` is as long as the shape has it, with as many digits.
fn is_body(body: &str, shape: &Shape) -> bool {
    let digits = body.bytes().filter(u8::is_ascii_digit).count();
    (shape.min..=shape.max).contains(&body.len()) && digits >= shape.digits
}

/// Whether more of a word follows a body that cannot have it.
fn continues(bytes: &[u8], end: usize, body: Body) -> bool {
    is_word(byte_at(bytes, end)) && !matches!(body, Body::Base64 | Body::Sender)
}

/// `cid`, `msg` and `chat` also begin words: their body has to look like one that no word has.
fn is_random(shape: &Shape, body: &str) -> bool {
    let digits = body.bytes().filter(u8::is_ascii_digit).count();
    shape.body != Body::Base64 || shape.start.len() > 3 || (digits > 1 && body.bytes().any(|c| c.is_ascii_uppercase()))
}

/// Where the body ends, or a byte past `max_len` if it is longer.
fn body_end(bytes: &[u8], from: usize, body: Body, max_len: usize) -> usize {
    // An escape takes up to six bytes for one.
    let reach =
        if matches!(body, Body::Base64 | Body::Sender) { max_len.saturating_mul(6) } else { max_len.saturating_add(1) };
    let bytes = bytes.get(..from.saturating_add(reach).min(bytes.len())).unwrap_or(bytes);
    let end = match body {
        Body::Digit => skip(bytes, from, |c| c.is_ascii_digit()),
        Body::Hex => skip(bytes, from, |c| matches!(c, b'0'..=b'9' | b'a'..=b'f')),
        Body::Small => skip(bytes, from, |c| c.is_ascii_lowercase() || c.is_ascii_digit()),
        Body::Upper => skip(bytes, from, |c| c.is_ascii_uppercase() || c.is_ascii_digit()),
        Body::Alnum => skip(bytes, from, |c| c.is_ascii_alphanumeric()),
        Body::Word => skip(bytes, from, is_word),
        Body::Dotted => skip(bytes, from, |c| is_word(c) || c == b'.'),
        Body::Bang => skip(bytes, from, |c| c.is_ascii_alphanumeric() || matches!(c, b'_' | b'.' | b'!')),
        Body::Base64 => base64_end(bytes, from, b"+/_-"),
        Body::Sender => base64_end(bytes, from, b"+/_-:$"),
    };
    end - full_stops(bytes, from, end)
}

/// How many full stops end `from..end`: they belong to the sentence.
fn full_stops(bytes: &[u8], from: usize, end: usize) -> usize {
    end - skip_back(bytes, end, end - from, |c| c == b'.')
}

/// Letters, digits and `extra`, as they are, percent-encoded or escaped, then up to two `=`.
pub(super) fn base64_end(bytes: &[u8], from: usize, extra: &[u8]) -> usize {
    let (mut i, mut padding) = (from, 0);
    loop {
        let (len, c) = decoded(bytes, i);
        if c == b'=' && padding < 2 {
            padding += 1;
        } else if padding > 0 || !(c.is_ascii_alphanumeric() || extra.contains(&c)) {
            return i;
        }
        i += len;
    }
}

/// The byte that stands at `i`, and how long it is written.
fn decoded(bytes: &[u8], i: usize) -> (usize, u8) {
    let c = byte_at(bytes, i);
    match c {
        b'%' => percent(bytes, i).map_or((1, c), |p| (p.0, p.2)),
        b'\\' if byte_at(bytes, i + 1) == b'/' => (2, b'/'),
        b'\\' => unicode(bytes, i).unwrap_or((1, c)),
        _ => (1, c),
    }
}
