//! What cargo does not know of: Rust's own library and the sources of tables.

use std::fs;
use std::path::Path;

use super::Piece;

/// Rust's library and the crates that it is made of, on one machine or another.
///
/// Fails where `rust-toolchain.toml` names another version: then `xtask/notices/rust-library.json` must be looked through.
pub fn rust_library(root: &Path) -> Result<Vec<Piece>, String> {
    let pieces = read(&root.join("xtask/notices/rust-library.json"))?;
    let toolchain = fs::read_to_string(root.join("rust-toolchain.toml")).map_err(|error| error.to_string())?;
    let described = pieces.first().and_then(|library| library.version.as_deref()).unwrap_or_default();
    if toolchain.lines().any(|line| line == format!("channel = \"{described}\"")) {
        return Ok(pieces);
    }
    Err(format!("rust-library.json describes Rust {described}, and rust-toolchain.toml names another version"))
}

/// The sources of tables: those of the platforms' catalogs first, by folder.
pub fn data(root: &Path) -> Result<Vec<Piece>, String> {
    let platforms = root.join("crate/platforms");
    let folders = fs::read_dir(&platforms).and_then(Iterator::collect::<Result<Vec<_>, _>>);
    let mut folders = folders.map_err(|error| format!("{}: {error}", platforms.display()))?;
    folders.sort_by_key(fs::DirEntry::file_name);
    let mut pieces = Vec::new();
    for catalog in folders.iter().map(|folder| folder.path().join("catalog")).filter(|catalog| catalog.is_dir()) {
        pieces.extend(read(&catalog.join("sources.json"))?);
    }
    pieces.extend(read(&root.join("xtask/notices/data.json"))?);
    Ok(pieces)
}

fn read(path: &Path) -> Result<Vec<Piece>, String> {
    let text = fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    serde_json::from_str(&text).map_err(|error| format!("{}: {error}", path.display()))
}
