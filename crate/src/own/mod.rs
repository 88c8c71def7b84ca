//! What a person or a company adds: platforms of their own, masks of their own, and which platforms are switched off.
//!
//! It holds for the thread that it was set on. What is wrong is left out and told; it spoils nothing else.

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

use std::cell::RefCell;
use std::ptr;
use std::rc::Rc;

use serde::{Deserialize, Serialize};

use crate::card::Lang;
use crate::platform::{Known, Platform, know};
use crate::redact;
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

/// Sets what the engine knows from now on, on this thread.
pub fn configure(config: &Config, lang: Lang) -> Configured {
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
    redact::set_masks(masks);
    let nothing = own.is_empty() && config.platforms_off.is_empty();
    know((!nothing).then(|| known(&own, &config.platforms_off)));
    Configured { faults }
}

/// A set of platforms, with what it was made of.
struct Made {
    own: Vec<&'static Platform>,
    off: Vec<String>,
    known: &'static Known,
}

/// So many sets are remembered.
const REMEMBERED: usize = 8;

/// The built-in platforms and `own`, without those that are `off`. It is leaked, once for what it is made of.
fn known(own: &[&'static Platform], off: &[String]) -> &'static Known {
    thread_local! {
        static MADE: RefCell<Vec<Rc<Made>>> = const { RefCell::new(Vec::new()) };
    }
    let same = |made: &Rc<Made>| {
        made.off == off && made.own.len() == own.len() && made.own.iter().zip(own).all(|(a, b)| ptr::eq(*a, *b))
    };
    if let Some(made) = MADE.with_borrow(|made| made.iter().find(|made| same(made)).cloned()) {
        return made.known;
    }
    let known: &'static Known = Box::leak(Box::new(Known::new(own, off)));
    MADE.with_borrow_mut(|made| {
        made.truncate(REMEMBERED - 1);
        made.insert(0, Rc::new(Made { own: own.to_vec(), off: off.to_vec(), known }));
    });
    known
}

#[cfg(test)]
mod tests;
