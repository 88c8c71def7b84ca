//! Compiles the platforms' folders into packs, which `src/lib.rs` includes.
#![allow(clippy::expect_used, clippy::panic)]

use std::path::PathBuf;
use std::{env, fs};

use scopelens_pack::write_folders;

fn main() {
    // The folders of the platforms, one that is new among them.
    println!("cargo::rerun-if-changed=.");
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR").expect("cargo sets it"));
    let out_dir = PathBuf::from(env::var("OUT_DIR").expect("cargo sets it"));
    let paths = write_folders(&root, &out_dir).unwrap_or_else(|faults| panic!("{faults}"));
    fs::write(out_dir.join("packs.rs"), tables(&paths)).expect("OUT_DIR can be written");
}

/// Rust's source of two tables, one row a pack: its bytes, and the name of its file.
fn tables(paths: &[PathBuf]) -> String {
    let bytes: String = paths.iter().map(|path| format!("include_bytes!({path:?}),\n")).collect();
    let names: String = paths.iter().map(|path| format!("{:?},\n", path.file_name().unwrap_or_default())).collect();
    let count = paths.len();
    format!("static PACKS: [&[u8]; {count}] = [{bytes}];\nstatic FILES: [&str; {count}] = [{names}];\n")
}
