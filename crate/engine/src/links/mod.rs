//! Links, built from validated parts by the platform's templates and read back by the same templates.
//!
//! A URL found in a text is never opened: [`read_link`] takes its parts, [`build`] and [`rebuild`] make a new one.

mod build;
mod follow;
mod read;
mod rebuild;

pub(crate) use build::encode;
pub use build::{LinkValues, build, host};
pub use read::{LinkParts, read_link};
pub use rebuild::rebuild;

#[cfg(test)]
mod tests;
