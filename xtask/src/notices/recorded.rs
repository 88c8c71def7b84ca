//! What cargo does not know of: Rust's own library and the sources of tables.

use std::path::Path;

use super::Component;
use crate::files::{read, read_json, sorted};

/// Rust's library and the crates that it is made of, on one machine or another.
///
/// Fails where `rust-toolchain.toml` names another version: then `xtask/notices/rust-library.json` must be looked through.
pub fn rust_library(root: &Path) -> Result<Vec<Component>, String> {
    let components: Vec<Component> = read_json(&root.join("xtask/notices/rust-library.json"))?;
    is_of_toolchain(&components, &read(&root.join("rust-toolchain.toml"))?)?;
    Ok(components)
}

/// A fault where `toolchain`, the text of `rust-toolchain.toml`, names another version than `library`.
fn is_of_toolchain(library: &[Component], toolchain: &str) -> Result<(), String> {
    let described = library.first().and_then(|component| component.version.as_deref()).unwrap_or_default();
    if toolchain.lines().any(|line| line == format!("channel = \"{described}\"")) {
        return Ok(());
    }
    Err(format!("rust-library.json describes Rust {described}, and rust-toolchain.toml names another version"))
}

/// The sources of tables: those of the platforms' catalogs first, by folder.
pub fn data(root: &Path) -> Result<Vec<Component>, String> {
    let mut components = Vec::new();
    for platform in sorted(&root.join("crate/platforms"))? {
        let catalog = platform.join("catalog");
        if catalog.is_dir() {
            components.extend(read_json::<Vec<Component>>(&catalog.join("sources.json"))?);
        }
    }
    components.extend(read_json::<Vec<Component>>(&root.join("xtask/notices/data.json"))?);
    Ok(components)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use std::path::Path;

    use super::{is_of_toolchain, rust_library};

    #[test]
    fn another_toolchain_asks_for_another_look_at_its_library() {
        let library = rust_library(&Path::new(env!("CARGO_MANIFEST_DIR")).join("..")).unwrap();
        assert!(library.iter().all(|component| component.licence.is_some() && !component.copyright.is_empty()));
        assert!(is_of_toolchain(&library, "[toolchain]\nchannel = \"1.999.0\"\n").is_err());
    }
}
