//! What a person or a company adds: platforms of their own, masks of their own, and which platforms are switched off.
//!
//! What is wrong is left out and told; it spoils nothing else.

mod check;
mod defaults;
mod fault;
mod json;
mod links;
mod masks;
mod platform;
mod read;
mod reader;
mod rule;
mod said;
mod shapes;

pub use check::{CheckedMasks, CheckedRules, MaskFault, OwnPlatform, check_masks, check_rules};
pub use fault::Fault;
pub use masks::OwnMask;

use serde::{Deserialize, Serialize};

use crate::Engine;
use crate::card::Lang;
use crate::platform::Platform;
use fault::Found;

/// Everything that is added.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct Config {
    /// Ids of platforms that are never recognised.
    pub platforms_off: Vec<String>,
    /// Patterns that are masked beside what is masked anyway.
    pub masks: Vec<OwnMask>,
    /// Texts of rules, each one platform or a list of them as JSON.
    pub rules: Vec<String>,
}

/// What came of it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Configured {
    /// What was left out.
    pub faults: Vec<LeftOut>,
}

/// Something that was left out, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LeftOut {
    /// `rules[0]`, `masks[2]`
    pub r#where: String,
    /// In a sentence.
    pub message: String,
}

/// The engine of a configuration, and what of it was left out.
#[must_use]
pub fn configured(config: &Config, lang: Lang) -> (Engine, Configured) {
    let mut faults = Vec::new();
    let mut left_out = |list: &str, i: usize, fault: &Found| {
        let path = if fault.path.is_empty() { String::new() } else { format!("{}: ", fault.path) };
        faults.push(LeftOut { r#where: format!("{list}[{i}]"), message: path + &fault.message(lang) });
    };
    let mut own: Vec<&'static Platform> = Vec::new();
    for (i, text) in config.rules.iter().enumerate() {
        let rules = read::read(text);
        rules.faults.iter().for_each(|fault| left_out("rules", i, fault));
        for platform in &rules.platforms {
            match own.iter().any(|known| known.spec.id == platform.spec.id) {
                true => left_out("rules", i, &Found::whole("id-twice", platform.spec.id)),
                false => own.push(platform),
            }
        }
    }
    let (masks, bad) = masks::read(&config.masks);
    bad.iter().for_each(|(i, fault)| left_out("masks", *i, fault));
    (Engine::new(&own, &config.platforms_off, masks), Configured { faults })
}

#[cfg(test)]
mod tests;
