//! Custom masks: a name, and the pattern of what is masked.

use serde::Deserialize;

use scopelens_pack::{Fault, Pattern};
use scopelens_redact::CustomMask;

/// Most masks; more of them would slow every text.
const MAX_MASKS: usize = 50;

/// A mask as it is written. Group 1 of the pattern is masked where there is one, else the whole match.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct MaskSource {
    /// Name that stands in the mask: `staff-id` gives `masked-staff-id-1`.
    pub name: String,
    /// A regular expression.
    pub pattern: String,
}

/// Good masks, and what is wrong with the others, each with its place in the list.
#[must_use]
pub fn read_masks(sources: &[MaskSource]) -> (Vec<CustomMask>, Vec<(usize, Fault)>) {
    let (mut masks, mut faults) = (Vec::new(), Vec::new());
    for (index, source) in sources.iter().enumerate() {
        let too_many = || Fault::whole("too-many", MAX_MASKS.to_string());
        match if index < MAX_MASKS { mask(source) } else { Err(too_many()) } {
            Ok(mask) => masks.push(mask),
            Err(fault) => faults.push((index, fault)),
        }
    }
    (masks, faults)
}

fn mask(source: &MaskSource) -> Result<CustomMask, Fault> {
    let name = name(&source.name).ok_or_else(|| Fault::whole("mask-name", source.name.as_str()))?;
    Ok(CustomMask { name, pattern: Pattern::custom(&source.pattern)?.unbounded() })
}

/// Lower case with hyphens, as masks are written: they have to be safe in JSON, in a URL and in a shell.
fn name(written: &str) -> Option<String> {
    let name = written.trim().to_ascii_lowercase().replace([' ', '_'], "-");
    let fits = name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
    (fits && (1..=30).contains(&name.len()) && name.starts_with(|c: char| c.is_ascii_lowercase())).then_some(name)
}
