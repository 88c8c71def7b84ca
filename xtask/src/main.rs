//! What of the build is logic. `./build.sh` is the entry; it calls these, from the project's folder or from elsewhere:
//!
//! `xtask bindgen IN.wasm ENGINE_DIR`: turns the engine's raw module into the module and the JavaScript glue
//! (`scopelens.js`, `scopelens_bg.wasm`, `scopelens.d.ts`) that the extension loads.
//! `xtask unpacked ENGINE_DIR DIST`: makes the folders `chrome` and `firefox` in DIST, which browsers load.
//! `xtask release DIST`: packs both for the stores, and writes what they are made of.
//! `xtask packs [OUT_DIR]`: compiles the platforms' folders into the packs that the engine loads (`target/packs`).
//! `xtask sbom`: prints what they are made of.
//! `xtask notices FILE [--check]`: writes the notices that the command line prints, or fails where FILE holds others.
//! `xtask seeds FOLDER`: writes the texts of all proofs, for the fuzz targets.

mod bindgen;
mod files;
mod manifest;
mod notices;
mod pack;
mod packs;
mod release;
mod sbom;
mod seeds;
mod unpacked;

use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

use notices::Notices;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match run(&words) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("xtask: {message}");
            ExitCode::FAILURE
        }
    }
}

fn run(words: &[&str]) -> Result<(), String> {
    match words {
        ["bindgen", input, engine] => bindgen::bindgen(Path::new(input), Path::new(engine)),
        ["unpacked", engine, dist] => unpacked::assemble(root(), Path::new(engine), Path::new(dist)),
        ["release", dist] => release::write_all(root(), Path::new(dist)),
        ["packs"] => packs::packs(root(), Path::new("target/packs")),
        ["packs", out_dir] => packs::packs(root(), Path::new(out_dir)),
        ["sbom"] => print_sbom(),
        ["notices", file] => files::write(Path::new(file), &command_line_notices()?),
        ["notices", file, "--check"] => check_notices(Path::new(file)),
        ["seeds", folder] => seeds::write_all(&root().join("crate/platforms"), Path::new(folder)),
        _ => Err("what it can do stands in xtask/src/main.rs".to_owned()),
    }
}

/// The folder of the whole project.
fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap_or(Path::new("."))
}

fn command_line_notices() -> Result<String, String> {
    Notices::of(root(), &notices::COMMAND_LINE)?.plain()
}

fn check_notices(file: &Path) -> Result<(), String> {
    if files::read(file)? == command_line_notices()? {
        return Ok(());
    }
    Err(format!("{0} is out of date: cargo run -p xtask -- notices {0}", file.display()))
}

fn print_sbom() -> Result<(), String> {
    let text = sbom::sbom(&Notices::of(root(), &notices::PACKAGE)?)?;
    std::io::stdout().write_all(text.as_bytes()).map_err(|error| error.to_string())
}
