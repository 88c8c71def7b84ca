//! Private keys in PEM armour, on lines of their own or escaped in a string.

use super::bytes::{looking_at, slice};
use super::span::Span;

const BEGIN: &str = "-----BEGIN ";
const END: &str = "-----END ";

const DASHES: &str = "-----";

/// The blocks of private keys, armour included; a block that is cut off runs to the end of the text or of the string.
pub(super) fn find(text: &str) -> Vec<Span<'static>> {
    let mut spans = Vec::new();
    let mut reached = 0;
    for (start, _) in text.match_indices(BEGIN) {
        let label = label_end(text, start + BEGIN.len());
        let name = slice(text, start + BEGIN.len(), label);
        if start < reached || !(name.ends_with("PRIVATE KEY") || name.ends_with("PRIVATE KEY BLOCK")) {
            continue;
        }
        reached = block_end(text, label);
        spans.push(Span { start, end: reached, label: "pem" });
    }
    spans
}

/// Where the label that begins at `from` ends.
fn label_end(text: &str, from: usize) -> usize {
    let label = text.as_bytes().iter().skip(from).take(40);
    from + label.take_while(|c| c.is_ascii_uppercase() || c.is_ascii_digit() || **c == b' ').count()
}

/// Past `-----END … KEY-----`, or where the armour stops being armour.
fn block_end(text: &str, from: usize) -> usize {
    let rest = slice(text, from, text.len());
    let in_armour = |c: char| c.is_ascii_alphanumeric() || "+/=- :,\\\r\n\t>|".contains(c);
    let stop = rest.find(|c| !in_armour(c)).unwrap_or(rest.len());
    let armour = slice(rest, 0, stop);
    let Some(end) = armour.find(END) else {
        // Cut off: leave the backslashes that belong to a quote after it.
        return from + armour.trim_end_matches(['\\', ' ', '\n', '\r']).len();
    };
    let label = label_end(text, from + end + END.len());
    label + if looking_at(text.as_bytes(), label, DASHES) { DASHES.len() } else { 0 }
}
