//! What a person or a company adds: custom platforms and masks, and which platforms are switched off.
//!
//! Whatever is wrong is left out and told; it spoils nothing else.

mod masks;

use scopelens_pack::{Fault, Platform, Reserved, read_custom};
use serde::Deserialize;

use crate::Engine;
pub use masks::{MaskSource, read_masks};

/// Everything that is added.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(default)]
pub struct Config {
    /// Ids of platforms that are never recognised.
    #[cfg_attr(feature = "types", ts(optional, as = "Option<_>"))]
    pub platforms_off: Vec<String>,
    /// Patterns that are masked beside what is masked anyway.
    #[cfg_attr(feature = "types", ts(optional, as = "Option<_>"))]
    pub masks: Vec<MaskSource>,
    /// Texts of rules, each one platform or a list of them as JSON.
    #[cfg_attr(feature = "types", ts(optional, as = "Option<_>"))]
    pub rules: Vec<String>,
}

/// A part of a configuration that was left out, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftOut {
    /// `rules` or `masks`.
    pub list: &'static str,
    /// Place in the list.
    pub index: usize,
    /// What is wrong with it.
    pub fault: Fault,
}

/// The engine of a configuration, which knows the built-in platforms of `engine` beside what the configuration adds; and what was
/// left out.
#[must_use]
pub fn configured(engine: &Engine, config: &Config) -> (Engine, Vec<LeftOut>) {
    let mut left_out = Vec::new();
    let mut platforms: Vec<Platform> = Vec::new();
    for (index, text) in config.rules.iter().enumerate() {
        let custom = read_custom(text, &Reserved::of(engine.built_in()));
        left_out.extend(custom.faults.into_iter().map(|fault| LeftOut { list: "rules", index, fault }));
        for platform in custom.platforms {
            if platforms.iter().any(|known| known.spec.id == platform.spec.id) {
                left_out.push(LeftOut { list: "rules", index, fault: Fault::whole("id-twice", &*platform.spec.id) });
            } else {
                platforms.push(platform);
            }
        }
    }
    let (masks, bad) = read_masks(&config.masks);
    left_out.extend(bad.into_iter().map(|(index, fault)| LeftOut { list: "masks", index, fault }));
    (engine.configured(platforms, &config.platforms_off, masks), left_out)
}

#[cfg(test)]
mod tests;
