//! Tests of the redactor: every secret in every carrier, clean texts, structure, hostile input.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::string_slice)]

mod carriers;
mod clean;
mod contexts;
mod hostile;
mod matrix;
mod numbering;
mod random;
mod secrets;
mod structure;
mod tables;

use super::{Masked, Redactor};

fn redact(text: &str) -> String {
    Redactor::default().redact(text)
}

fn redact_spans(text: &str) -> Vec<Masked> {
    Redactor::default().spans(text)
}
