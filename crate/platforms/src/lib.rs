//! The platforms that a build carries, as packs: `build.rs` compiles the folders beside it.

use std::sync::Arc;

use scopelens_pack::{Index, Pack, PackError, Platform};

/// Packs of all platforms, as bytes, their index first.
#[must_use]
pub fn packs() -> &'static [&'static [u8]] {
    include!(concat!(env!("OUT_DIR"), "/packs.rs"))
}

/// Platforms that a build carries, sorted by id, each with its messages and its catalog.
///
/// # Errors
/// A pack is damaged, or not of this build.
pub fn built_in() -> Result<Vec<Arc<Platform>>, PackError> {
    let (index, packs) = packs().split_first().ok_or(PackError::NotAPack)?;
    let index = Index::read(index)?;
    let mut platforms: Vec<Platform> = Vec::new();
    for pack in packs {
        // A platform's rules come before its other packs.
        match (index.open(pack)?, platforms.last_mut()) {
            (Pack::Rules(platform), _) => platforms.push(*platform),
            (Pack::Words { lang, messages, .. }, Some(platform)) => platform.add_words(&lang, messages),
            (Pack::Catalog { catalog, .. }, Some(platform)) => platform.add_catalog(catalog),
            _ => return Err(PackError::Unknown),
        }
    }
    Ok(platforms.into_iter().map(Arc::new).collect())
}
