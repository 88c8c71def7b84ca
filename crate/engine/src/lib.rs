//! The engine reads refusals of open platforms ("permission denied") and says what they mean, as data without words.
//!
//! Text or an HTTP exchange in, plain structs out. The engine is pure: no browser, no clock, no I/O, no randomness.
//! It does not fail: hostile input gives an empty answer. See `ARCHITECTURE.md` for the layers.

pub mod custom;
pub mod diagnosis;
mod engine;
pub mod fix;
pub mod links;
pub mod plan;
pub mod reading;
pub mod scan;
pub mod session;
#[cfg(test)]
mod testing;

pub use engine::{Engine, KnownPlatform};
