//! Tests of the redactor: every secret in every carrier, clean texts, structure, hostile input.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::string_slice)]

pub(crate) mod carriers;
mod clean;
mod contexts;
mod hostile;
mod matrix;
mod numbering;
mod random;
pub(crate) mod secrets;
mod structure;
mod tables;

use super::{Masked, Redactor};

fn redact(text: &str) -> String {
    Redactor::default().redact(text)
}

fn redact_spans(text: &str) -> Vec<Masked> {
    Redactor::default().spans(text)
}

/// Whether a telling piece of `secret` can still be read in `text`.
pub(crate) fn leaks(text: &str, secret: &str) -> bool {
    let letters: Vec<char> = secret.chars().collect();
    let window = letters.len().min(8);
    letters.windows(window).any(|piece| text.contains(&piece.iter().collect::<String>()))
}
