//! Custom rules and masks tried out, without a change to what is known, and their faults in words.

mod fault;

use scopelens_engine::Engine;
use scopelens_engine::custom::{MaskSource, read_masks};
use scopelens_model::Lang;
use scopelens_pack::{Fault, Platform, Reserved, read_custom};
use serde::Serialize;

use crate::card::{self, Answer};
pub use fault::{ConfigFault, Configured, RuleFault};

/// What is to be said of a text of rules.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct CheckedRules {
    /// What is wrong; empty where nothing is.
    pub faults: Vec<RuleFault>,
    /// The platforms with which nothing is wrong.
    pub platforms: Vec<CheckedPlatform>,
    /// What the sample means by these rules and the built-in ones; nothing where there is no sample.
    pub answer: Option<Answer>,
}

/// A platform of a text of rules.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct CheckedPlatform {
    /// As the text says.
    pub id: String,
    /// In the language asked for.
    pub name: String,
    /// How many.
    pub rules: usize,
}

/// What is to be said of some masks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct CheckedMasks {
    /// What is wrong; a faulty mask is left out.
    pub faults: Vec<MaskFault>,
    /// The sample, masked by what is built in and by the masks that are good.
    pub text: String,
}

/// What is wrong with one mask.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct MaskFault {
    /// Its place in the list.
    pub index: usize,
    /// In a sentence.
    pub message: String,
}

/// Reads a text of rules and tries it on a sample, beside the platforms of `engine` that are not custom and switched on.
#[must_use]
pub fn check_rules(engine: &Engine, text: &str, sample: &str, lang: Lang) -> CheckedRules {
    let custom = read_custom(text, &Reserved::of(engine.built_in()));
    let summary = |platform: &Platform| CheckedPlatform {
        id: platform.spec.id.to_string(),
        name: platform.name(lang.tag()).to_string(),
        rules: platform.spec.rules.len(),
    };
    let platforms = custom.platforms.iter().map(summary).collect();
    let off: Vec<String> =
        engine.known().iter().filter(|known| known.off).map(|known| known.facts.id.to_string()).collect();
    let tried = engine.configured(custom.platforms, &off, engine.redactor().masks().to_vec());
    CheckedRules {
        faults: custom.faults.iter().map(|fault| RuleFault::new(fault, lang)).collect(),
        platforms,
        answer: (!sample.trim().is_empty()).then(|| card::diagnose(&tried, sample, lang)),
    }
}

/// Masks a sample with what is built in, with what the platforms of `engine` know, and of all masks with `masks` alone.
#[must_use]
pub fn check_masks(engine: &Engine, masks: &[MaskSource], sample: &str, lang: Lang) -> CheckedMasks {
    let (good, bad) = read_masks(masks);
    let fault = |(index, fault): &(usize, Fault)| MaskFault { index: *index, message: fault::message(fault, lang) };
    let text = engine.redactor().with_masks(good).redact(sample);
    CheckedMasks { faults: bad.iter().map(fault).collect(), text }
}

#[cfg(test)]
mod tests;
