//! Links, built from validated parts by the platform's templates and read back by the same templates.
//!
//! A URL found in a text is never opened: [`read_link`] takes its parts, [`build`] makes a new one.

mod build;
mod read;

pub use build::{LinkValues, build, host};
pub use read::{LinkParts, read_link};

#[cfg(test)]
mod tests;
