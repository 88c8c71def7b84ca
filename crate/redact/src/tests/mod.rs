//! Tests of the redactor: every secret in every carrier, clean texts, structure, hostile input.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::string_slice)]

mod carriers;
mod clean;
mod contexts;
mod hostile;
mod marked;
mod matrix;
mod numbering;
mod random;
mod secrets;
mod structure;
mod tables;

use std::sync::LazyLock;

use scopelens_pack::Redaction;

use super::{Masked, Redactor};

/// What the folders of the built-in platforms say.
fn redactions() -> [Redaction; 2] {
    [include_str!("../../../platforms/dingtalk/redact.json"), include_str!("../../../platforms/feishu/redact.json")]
        .map(|text| serde_json::from_str(text).unwrap())
}

/// A redactor that knows the built-in platforms, without custom masks.
static REDACTOR: LazyLock<Redactor> = LazyLock::new(|| Redactor::new(Vec::new(), &redactions()));

fn redact(text: &str) -> String {
    REDACTOR.redact(text)
}

fn redact_spans(text: &str) -> Vec<Masked> {
    REDACTOR.spans(text)
}
