//! Rules and masks tried out, without a change to what is known.

use serde::Serialize;

use super::masks::{self, OwnMask};
use super::{Fault, known, read};
use crate::card::{self, Answer, Lang};
use crate::platform::{self, Known, know};
use crate::redact;

/// What is to be said of a text of rules.
#[derive(Debug, Clone, Serialize)]
pub struct CheckedRules {
    /// What is wrong; empty where nothing is.
    pub faults: Vec<Fault>,
    /// The platforms with which nothing is wrong.
    pub platforms: Vec<OwnPlatform>,
    /// What the sample means by these rules and the built-in ones; nothing where there is no sample.
    pub answer: Option<Answer>,
}

/// A platform of a text of rules.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct OwnPlatform {
    /// As the text says.
    pub id: &'static str,
    /// In the language asked for.
    pub name: &'static str,
    /// How many.
    pub rules: usize,
}

/// What is to be said of some masks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CheckedMasks {
    /// What is wrong; a faulty mask is left out.
    pub faults: Vec<MaskFault>,
    /// The sample, masked by what is built in and by the masks that are good.
    pub text: String,
}

/// What is wrong with one mask.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MaskFault {
    /// Its place in the list.
    pub index: usize,
    /// In a sentence.
    pub message: String,
}

/// Reads a text of rules and tries it on a sample.
#[must_use]
pub fn check_rules(text: &str, sample: &str, lang: Lang) -> CheckedRules {
    let rules = read::read(text);
    let off: Vec<String> =
        platform::known().all().filter(|(p, on)| !on && !p.own).map(|(p, _)| p.spec.id.to_owned()).collect();
    let answer =
        (!sample.trim().is_empty()).then(|| with(known(&rules.platforms, &off), || card::diagnose(sample, lang)));
    let told = |p: &&'static platform::Platform| OwnPlatform {
        id: p.spec.id,
        name: p.name(lang.tag()),
        rules: p.spec.rules.len(),
    };
    CheckedRules {
        faults: rules.faults.iter().map(|fault| fault.told(text, lang)).collect(),
        platforms: rules.platforms.iter().map(told).collect(),
        answer,
    }
}

/// Runs with another set of platforms.
fn with<T>(other: &'static Known, run: impl FnOnce() -> T) -> T {
    let now = platform::known();
    know(Some(other));
    let result = run();
    know(Some(now));
    result
}

/// Masks a sample with what is built in and with `masks`, those that are set left out.
#[must_use]
pub fn check_masks(given: &[OwnMask], sample: &str, lang: Lang) -> CheckedMasks {
    let (good, bad) = masks::read(given);
    let before = redact::set_masks(good);
    let text = redact::redact(sample);
    redact::set_masks(before);
    let fault =
        |(index, fault): &(usize, super::fault::Found)| MaskFault { index: *index, message: fault.message(lang) };
    CheckedMasks { faults: bad.iter().map(fault).collect(), text }
}
