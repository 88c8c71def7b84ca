//! The platforms that a build carries, as packs: `build.rs` compiles the folders beside it.

/// Packs of all platforms, as bytes, their index first; of a platform its rules come first.
#[must_use]
pub fn packs() -> &'static [&'static [u8]] {
    include!(concat!(env!("OUT_DIR"), "/packs.rs"))
}
