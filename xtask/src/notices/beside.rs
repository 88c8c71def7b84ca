//! What cargo does not know of: Rust's own library and the sources of tables.

use std::path::Path;

use super::Piece;
use crate::files::{read, read_json, sorted};

/// Rust's library and the crates that it is made of, on one machine or another.
///
/// Fails where `rust-toolchain.toml` names another version: then `xtask/notices/rust-library.json` must be looked through.
pub fn rust_library(root: &Path) -> Result<Vec<Piece>, String> {
    let pieces: Vec<Piece> = read_json(&root.join("xtask/notices/rust-library.json"))?;
    let toolchain = read(&root.join("rust-toolchain.toml"))?;
    let described = pieces.first().and_then(|library| library.version.as_deref()).unwrap_or_default();
    if toolchain.lines().any(|line| line == format!("channel = \"{described}\"")) {
        return Ok(pieces);
    }
    Err(format!("rust-library.json describes Rust {described}, and rust-toolchain.toml names another version"))
}

/// The sources of tables: those of the platforms' catalogs first, by folder.
pub fn data(root: &Path) -> Result<Vec<Piece>, String> {
    let mut pieces = Vec::new();
    for platform in sorted(&root.join("crate/platforms"))? {
        let catalog = platform.join("catalog");
        if catalog.is_dir() {
            pieces.extend(read_json::<Vec<Piece>>(&catalog.join("sources.json"))?);
        }
    }
    pieces.extend(read_json::<Vec<Piece>>(&root.join("xtask/notices/data.json"))?);
    Ok(pieces)
}
