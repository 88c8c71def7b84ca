//! Faults of custom rules and masks in words.

use serde::Serialize;

use crate::card::{Lang, Vars, Words};
use scopelens_pack::Fault;

/// A fault of a text of rules, in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RuleFault {
    /// What is wrong, in a sentence.
    pub message: String,
    /// The member that it is about, `rules[2].patterns[0]`; empty where it is the whole text.
    pub path: String,
    /// The line, counted from 1, where the fault has a place in the text.
    pub line: Option<usize>,
    /// The column, counted from 1 in UTF-16 units.
    pub column: Option<usize>,
}

impl RuleFault {
    pub(super) fn new(fault: &Fault, lang: Lang) -> Self {
        let (line, column) = fault.position.unzip();
        Self { message: message(fault, lang), path: fault.path.clone(), line, column }
    }
}

/// The sentence of a fault.
pub(super) fn message(fault: &Fault, lang: Lang) -> String {
    let vars = Vars::default().with("value", fault.value.as_str());
    Words::new(lang, None).say(&format!("fault.{}", fault.code), &vars)
}
