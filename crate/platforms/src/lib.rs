//! The platforms that a build carries, as packs: `build.rs` compiles the folders beside it.

include!(concat!(env!("OUT_DIR"), "/packs.rs"));

/// Packs of all platforms, as bytes, their index first; of a platform its rules come first.
#[must_use]
pub fn packs() -> &'static [&'static [u8]] {
    &PACKS
}

/// The index of all platforms, as a pack.
#[must_use]
pub fn index() -> &'static [u8] {
    PACKS[0]
}

/// The pack in the file of this name, as the index calls it.
#[must_use]
pub fn pack(file: &str) -> Option<&'static [u8]> {
    FILES.iter().zip(PACKS).find_map(|(name, pack)| (*name == file).then_some(pack))
}
