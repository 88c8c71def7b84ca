//! Compiles the platforms' folders into packs, which `src/built_in.rs` includes.
#![allow(clippy::expect_used, clippy::panic)]

use std::path::PathBuf;
use std::{env, fs};

use scopelens_pack::{compile_folders, write_packs};

const CONDITIONS: &str = "src/diagnosis/conditions.json";

fn main() {
    println!("cargo::rerun-if-changed=platforms");
    println!("cargo::rerun-if-changed={CONDITIONS}");
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR").expect("cargo sets it"));
    let out_dir = PathBuf::from(env::var("OUT_DIR").expect("cargo sets it"));
    let conditions = fs::read_to_string(root.join(CONDITIONS)).expect("the conditions stand beside the engine");
    let compiled = compile_folders(&root.join("platforms"), &conditions).unwrap_or_else(|faults| panic!("{faults}"));
    let mut list = String::new();
    for pack in write_packs(&compiled) {
        let path = out_dir.join(&pack.name);
        fs::write(&path, &pack.bytes).expect("OUT_DIR can be written");
        list += &format!("include_bytes!({path:?}),\n");
    }
    fs::write(out_dir.join("packs.rs"), format!("&[{list}]")).expect("OUT_DIR can be written");
}
