//! Masks what a text must not carry outside: tokens, secrets, codes, cookies, and what points at a person.
//!
//! Any text goes in: JSON (escaped any number of times), headers, URLs, forms, print-outs of programs, logs, prose. Its structure comes out unchanged:
//! JSON stays JSON with the same members and types, and every line stays a line. What a reader or a support desk needs stays readable: app ids,
//! organisation ids, scopes, error codes and messages, request ids, API paths, times, links, hosts.
//!
//! A secret is known in one of these ways, tried in this order:
//! 1. by the member that holds it ([`detectors`], found by [`outline`], judged by [`members`]);
//! 2. by its shape, by its place in a URL, or by the words before it ([`words`]);
//! 3. because the same value was found so elsewhere in the text ([`echo`]).
//!
//! A word of 32 or 64 lower-case hex digits without a known name is masked, for that is what a DingTalk token looks like. Under the name of a
//! request id or a checksum it stays; so does a commit's 40 digits, and so does a UUID unless its member says that it is a ticket or a token.
//!
//! Nothing here can fail, and each pass takes time linear in the text.

mod bytes;
mod detectors;
mod echo;
mod emit;
mod escapes;
mod forms;
mod judge;
mod key;
mod loose;
mod marker;
mod members;
mod outline;
mod own;
mod pem;
mod person;
mod quote;
mod runs;
mod shape;
mod span;
mod url;
mod value;
mod words;

#[cfg(test)]
pub(crate) mod tests;

pub(crate) use own::{Mask, has_own, redact_own, set_masks};

/// A stretch of a text that [`redact`] masks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Masked {
    /// Where it begins, in bytes.
    pub start: usize,
    /// Where it ends, in bytes.
    pub end: usize,
    /// What it is, such as `access-token` or `mobile`.
    pub what: &'static str,
}

/// The text with every secret masked: `masked-<what>-<n>`, with the same number for the same secret.
///
/// A number stays a number (`999000<nnnnn>`), masks that the text has already stay as they are, so redacting twice changes nothing more.
#[must_use]
pub fn redact(text: &str) -> String {
    rounds(text, find)
}

/// The same without the masks that a person added.
pub(crate) fn redact_without_own(text: &str) -> String {
    rounds(text, |text| find_beside(text, Vec::new()))
}

fn rounds(text: &str, find: impl Fn(&str) -> Vec<span::Span>) -> String {
    let mut redacted = text.to_owned();
    // A mask beside other text can make a new reading of it: hardly ever more than once, in hostile texts a dozen times.
    for _ in 0..MOST_ROUNDS {
        let spans = find(&redacted);
        if spans.is_empty() {
            break;
        }
        redacted = emit::emit(&redacted, &spans);
    }
    redacted
}

/// How often a text is read.
const MOST_ROUNDS: usize = 32;

/// What [`redact`] masks in `text` at first reading, in order, without overlaps.
#[must_use]
pub fn redact_spans(text: &str) -> Vec<Masked> {
    find(text).into_iter().map(|span| Masked { start: span.start, end: span.end, what: span.what }).collect()
}

fn find(text: &str) -> Vec<span::Span> {
    find_beside(text, own::find(text))
}

/// What is masked where no mask of `own` stands.
fn find_beside(text: &str, own: Vec<span::Span>) -> Vec<span::Span> {
    let mut spans = pem::find(text);
    spans.extend(members::find(text, &outline::read(text)));
    span::settle(&mut spans);
    span::override_with(&mut spans, own);
    let mut more = Vec::new();
    for (from, to) in span::gaps(&spans, text.len()) {
        words::find(text, from, to, &mut more);
    }
    spans.append(&mut more);
    span::settle(&mut spans);
    echo::find(text, &mut spans);
    span::settle(&mut spans);
    spans
}
