//! Rules and masks tried out, without a change to what is known.

use serde::Serialize;

use super::masks::{self, OwnMask};
use super::{Fault, read};
use crate::Engine;
use crate::card::{self, Answer, Lang};
use crate::platform::Platform;
use crate::redact::Redactor;

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
    pub id: String,
    /// In the language asked for.
    pub name: String,
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

/// Reads a text of rules and tries it on a sample, with the built-in platforms that `engine` has switched on.
#[must_use]
pub fn check_rules(engine: &Engine, text: &str, sample: &str, lang: Lang) -> CheckedRules {
    let rules = read::read(text);
    let off = engine.platforms_off().iter().filter(|platform| !platform.own);
    let off: Vec<String> = off.map(|platform| platform.spec.id.to_owned()).collect();
    let answer = (!sample.trim().is_empty()).then(|| {
        card::diagnose(&Engine::new(&rules.platforms, &off, engine.redactor().masks().to_vec()), sample, lang)
    });
    let summary = |platform: &&'static Platform| OwnPlatform {
        id: platform.spec.id.to_owned(),
        name: platform.name(lang.tag()).to_owned(),
        rules: platform.spec.rules.len(),
    };
    CheckedRules {
        faults: rules.faults.iter().map(|fault| fault.told(text, lang)).collect(),
        platforms: rules.platforms.iter().map(summary).collect(),
        answer,
    }
}

/// Masks a sample with what is built in and with `masks` alone.
#[must_use]
pub fn check_masks(masks: &[OwnMask], sample: &str, lang: Lang) -> CheckedMasks {
    let (good, bad) = masks::read(masks);
    let text = Redactor::new(good).redact(sample);
    let fault =
        |(index, fault): &(usize, super::fault::Found)| MaskFault { index: *index, message: fault.message(lang) };
    CheckedMasks { faults: bad.iter().map(fault).collect(), text }
}
