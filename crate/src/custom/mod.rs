//! What a person or a company adds: custom platforms and masks, and which platforms are switched off.
//!
//! Whatever is wrong is left out and told; it spoils nothing else.

mod check;
mod fault;
mod masks;

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::Engine;
use crate::card::Lang;
pub use check::{CheckedMasks, CheckedPlatform, CheckedRules, MaskFault, check_masks, check_rules};
pub use fault::RuleFault;
pub use masks::MaskSource;
use scopelens_pack::{Fault, Platform, Reserved, read_custom};

/// Everything that is added.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct Config {
    /// Ids of platforms that are never recognised.
    pub platforms_off: Vec<String>,
    /// Patterns that are masked beside what is masked anyway.
    pub masks: Vec<MaskSource>,
    /// Texts of rules, each one platform or a list of them as JSON.
    pub rules: Vec<String>,
}

/// The faults of a configuration.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Configured {
    /// Parts that were left out.
    pub faults: Vec<LeftOut>,
}

/// A part of a configuration that was left out, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LeftOut {
    /// `rules[0]`, `masks[2]`
    pub r#where: String,
    /// The reason, in a sentence.
    pub message: String,
}

/// The engine of a configuration, which knows `built_in` beside what the configuration adds; and what was left out.
#[must_use]
pub fn configured(built_in: &[Arc<Platform>], config: &Config, lang: Lang) -> (Engine, Configured) {
    let mut faults = Vec::new();
    let mut left_out = |list: &str, index: usize, fault: &Fault| {
        let path = if fault.path.is_empty() { String::new() } else { format!("{}: ", fault.path) };
        faults.push(LeftOut { r#where: format!("{list}[{index}]"), message: path + &fault::message(fault, lang) });
    };
    let mut platforms = built_in.to_vec();
    for (index, text) in config.rules.iter().enumerate() {
        let custom = read_custom(text, &reserved(built_in));
        custom.faults.iter().for_each(|fault| left_out("rules", index, fault));
        for platform in custom.platforms {
            match platforms.iter().any(|known| known.spec.id == platform.spec.id) {
                true => left_out("rules", index, &Fault::whole("id-twice", &*platform.spec.id)),
                false => platforms.push(Arc::new(platform)),
            }
        }
    }
    let (masks, bad) = masks::read(&config.masks);
    bad.iter().for_each(|(index, fault)| left_out("masks", *index, fault));
    (Engine::configured(platforms, &config.platforms_off, masks), Configured { faults })
}

/// The ids and hosts of `built_in`, which custom rules may not take.
fn reserved(built_in: &[Arc<Platform>]) -> Reserved {
    let hosts = built_in.iter().flat_map(|platform| &platform.spec.hosts);
    Reserved {
        ids: built_in.iter().map(|platform| platform.spec.id.to_string()).collect(),
        hosts: hosts.map(ToString::to_string).collect(),
    }
}

#[cfg(test)]
mod tests;
