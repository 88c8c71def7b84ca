//! Faults of custom rules and masks in words.

use scopelens_engine::custom::LeftOut;
use scopelens_model::Lang;
use scopelens_pack::Fault;
use serde::Serialize;

use crate::words::{Vars, Words};

/// A fault of a text of rules, in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
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

/// Faults of a configuration, in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Configured {
    /// Parts that were left out.
    pub faults: Vec<ConfigFault>,
}

/// A part of a configuration that was left out, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct ConfigFault {
    /// `rules[0]`, `masks[2]`
    pub r#where: String,
    /// The reason, in a sentence.
    pub message: String,
}

impl Configured {
    /// The faults of what was left out, in `lang`.
    #[must_use]
    pub fn new(left_out: &[LeftOut], lang: Lang) -> Self {
        let fault = |LeftOut { list, index, fault }: &LeftOut| {
            let path = if fault.path.is_empty() { String::new() } else { format!("{}: ", fault.path) };
            ConfigFault { r#where: format!("{list}[{index}]"), message: path + &message(fault, lang) }
        };
        Self { faults: left_out.iter().map(fault).collect() }
    }
}

/// The sentence of a fault.
pub(super) fn message(fault: &Fault, lang: Lang) -> String {
    let vars = Vars::default().with("value", fault.value.as_str());
    Words::new(lang, None).say(&format!("fault.{}", fault.code), &vars)
}
