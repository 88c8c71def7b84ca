//! Scopelens reads refusals of open platforms ("permission denied") and says what they mean.
//!
//! Text or an HTTP exchange in, plain structs out. The engine is pure: no browser, no clock, no I/O, no randomness.
//! It does not fail: hostile input gives an empty answer. See `ARCHITECTURE.md` for the layers.

pub mod about;
pub mod card;
pub mod custom;
pub mod diagnosis;
mod engine;
pub mod har;
pub mod links;
mod pattern;
pub mod plan;
pub mod reading;
pub mod report;
pub mod scan;
pub mod session;
#[cfg(test)]
mod testing;

pub use engine::Engine;

#[cfg(target_arch = "wasm32")]
mod wasm;
