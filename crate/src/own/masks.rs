//! Masks of others: a name, and the pattern of what is masked.

use serde::Deserialize;

use super::fault::Found;
use super::reader::pattern;
use crate::redact::CustomMask;

/// More masks than this would slow every text.
const MOST: usize = 50;

/// A mask as it is written. Group 1 of the pattern is masked where there is one, else the whole match.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct OwnMask {
    /// What stands in the mask: `staff-id` gives `masked-staff-id-1`.
    pub name: String,
    /// A regular expression.
    pub pattern: String,
}

/// The good ones, and what is wrong with the others.
pub(super) fn read(masks: &[OwnMask]) -> (Vec<CustomMask>, Vec<(usize, Found)>) {
    let mut good = Vec::new();
    let mut bad = Vec::new();
    for (i, mask) in masks.iter().enumerate() {
        match if i < MOST { mask_of(mask) } else { Err(Found::whole("too-many", MOST.to_string())) } {
            Ok(mask) => good.push(mask),
            Err(fault) => bad.push((i, fault)),
        }
    }
    (good, bad)
}

fn mask_of(mask: &OwnMask) -> Result<CustomMask, Found> {
    let name = name(&mask.name).ok_or_else(|| Found::whole("mask-name", mask.name.as_str()))?;
    Ok(CustomMask { name, pattern: pattern(&mask.pattern)?.unbounded() })
}

/// Lower case with hyphens, as masks are written: they have to be safe in JSON, in a URL and in a shell.
fn name(given: &str) -> Option<String> {
    let name = given.trim().to_ascii_lowercase().replace([' ', '_'], "-");
    let fits = name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
    (fits && (1..=30).contains(&name.len()) && name.starts_with(|c: char| c.is_ascii_lowercase())).then_some(name)
}
