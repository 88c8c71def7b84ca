//! What the engine found in words, in one language: cards, reports, plans, and what is wrong with custom rules.

pub mod about;
pub mod card;
mod fix;
mod link;
pub mod plan;
pub mod report;
pub mod rule_check;
#[cfg(test)]
mod testing;
pub mod words;

pub use fix::{Blank, FixText, Fixes};
pub use link::Link;
