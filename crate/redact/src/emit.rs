//! Writing the text with masks in place of secrets.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::bytes::{before, byte_at, is_space, skip, skip_back, slice};
use super::custom::CustomMask;
use super::marker;
use super::platforms::Platforms;
use super::quote;
use super::span::Span;

/// The numbers given to secrets so far, and what each was first taken for.
struct Ledger<'a> {
    known: BTreeMap<Cow<'a, str>, (u64, &'a str)>,
    next: u64,
}

impl<'a> Ledger<'a> {
    fn enter(&mut self, secret: &'a str, label: &'a str) -> (u64, &'a str) {
        let next = self.next;
        let entry = *self.known.entry(plain(secret)).or_insert((next, label));
        if entry.0 == next {
            self.next += 1;
        }
        entry
    }
}

/// `text` with `spans` masked; they are settled.
pub(super) fn emit(platforms: &Platforms, masks: &[CustomMask], text: &str, spans: &[Span]) -> String {
    written(text, spans, &mut Ledger { known: BTreeMap::new(), next: marker::highest(platforms, masks, text) + 1 })
}

/// The same for texts that belong together: a secret has one mask in all of them.
pub(super) fn emit_all(platforms: &Platforms, masks: &[CustomMask], texts: &[(&str, Vec<Span>)]) -> Vec<String> {
    let highest = texts.iter().map(|(text, _)| marker::highest(platforms, masks, text)).max().unwrap_or(0);
    let mut ledger = Ledger { known: BTreeMap::new(), next: highest + 1 };
    texts.iter().map(|(text, spans)| written(text, spans, &mut ledger)).collect()
}

fn written<'a>(text: &'a str, spans: &[Span<'a>], ledger: &mut Ledger<'a>) -> String {
    let mut out = String::with_capacity(text.len());
    let mut from = 0;
    for span in spans {
        let secret = slice(text, span.start, span.end);
        let (n, label) = ledger.enter(secret, span.label);
        out.push_str(slice(text, from, span.start));
        out.push_str(&if is_number(text, span) { marker::number(n) } else { marker::word(label, n) });
        out.extend(secret.chars().filter(|c| matches!(c, '\n' | '\r')));
        from = span.end;
    }
    out.push_str(slice(text, from, text.len()));
    out
}

/// The secret without percent escapes and backslashes, so that it is the same in a URL and in JSON.
fn plain(secret: &str) -> Cow<'_, str> {
    if !secret.contains(['%', '\\']) {
        return Cow::Borrowed(secret);
    }
    let bytes = secret.as_bytes();
    let mut out = String::new();
    let mut i = 0;
    while let Some(c) = secret.get(i..).and_then(|rest| rest.chars().next()) {
        let escape =
            super::escapes::percent(bytes, i).map(|p| (p.0, p.2)).or_else(|| super::escapes::unicode(bytes, i));
        let (len, decoded) = escape.map_or((c.len_utf8(), c), |(len, byte)| (len, byte as char));
        if decoded != '\\' {
            out.push(decoded);
        }
        i += len;
    }
    Cow::Owned(out)
}

/// Whether the secret is a number where JSON would have one: a mask there has to be a number.
pub(super) fn is_number(text: &str, span: &Span) -> bool {
    let bytes = text.as_bytes();
    let secret = slice(text, span.start, span.end);
    let digits = secret.strip_prefix('-').unwrap_or(secret);
    if !digits.starts_with(|c: char| c.is_ascii_digit())
        || !digits.bytes().all(|c| c.is_ascii_digit() || matches!(c, b'.' | b'e' | b'E' | b'+' | b'-'))
    {
        return false;
    }
    let ahead = skip_back(bytes, span.start, usize::MAX, is_space);
    let after = byte_at(bytes, skip(bytes, span.end, is_space));
    let opened = match before(bytes, ahead) {
        b':' => quote::back_over(bytes, skip_back(bytes, ahead - 1, usize::MAX, is_space)).is_some(),
        b',' | b'[' => true,
        _ => ahead == 0,
    };
    opened && matches!(after, b',' | b']' | b'}' | 0)
}
