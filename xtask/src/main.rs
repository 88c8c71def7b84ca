//! `xtask bindgen IN.wasm OUT_DIR`: turns the engine's raw module into the module and the
//! JavaScript glue (`scopelens.js`, `scopelens_bg.wasm`, `scopelens.d.ts`) that the extension loads.
//! `xtask notices package PAGE`: puts the notices of the packages into that page, in place.
//! `xtask notices command-line FILE [--check]`: writes the notices that the command line prints, or fails where FILE holds others.
//! `xtask sbom`: prints what the packages are made of.
//! `xtask pack FOLDER OUT.zip`: packs a folder for the stores.

mod notices;
mod pack;
mod sbom;

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

use notices::Notices;
use wasm_bindgen_cli_support::Bindgen;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = match words.as_slice() {
        ["bindgen", input, out_dir] => bindgen(Path::new(input), Path::new(out_dir)),
        ["notices", "package", page] => fill_page(Path::new(page)),
        ["notices", "command-line", file] => write_notices(Path::new(file)),
        ["notices", "command-line", file, "--check"] => check_notices(Path::new(file)),
        ["sbom"] => print_sbom(),
        ["pack", folder, out] => pack::pack(Path::new(folder), Path::new(out)),
        _ => Err("usage: see xtask/src/main.rs".to_owned()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("xtask: {message}");
            ExitCode::FAILURE
        }
    }
}

/// The folder of the whole project.
fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap_or(Path::new("."))
}

fn fill_page(page: &Path) -> Result<(), String> {
    let notices = Notices::of(root(), &notices::PACKAGE)?;
    write(page, &notices.page(&read(page)?)?)
}

fn write_notices(file: &Path) -> Result<(), String> {
    write(file, &Notices::of(root(), &notices::COMMAND_LINE)?.plain()?)
}

fn check_notices(file: &Path) -> Result<(), String> {
    if read(file)? == Notices::of(root(), &notices::COMMAND_LINE)?.plain()? {
        return Ok(());
    }
    Err(format!("{0} is out of date: cargo run -p xtask -- notices command-line {0}", file.display()))
}

fn print_sbom() -> Result<(), String> {
    let text = sbom::sbom(&Notices::of(root(), &notices::PACKAGE)?)?;
    std::io::stdout().write_all(text.as_bytes()).map_err(|error| error.to_string())
}

fn read(path: &Path) -> Result<String, String> {
    fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
}

fn write(path: &Path, text: &str) -> Result<(), String> {
    fs::write(path, text).map_err(|error| format!("{}: {error}", path.display()))
}

/// Writes the glue for ES modules. The types are for the type check only and do not ship.
fn bindgen(input: &Path, out_dir: &Path) -> Result<(), String> {
    let mut bindgen = Bindgen::new();
    bindgen
        .input_path(input)
        .out_name("scopelens")
        .typescript(true)
        .remove_name_section(true)
        .remove_producers_section(true)
        .reset_state_function(true)
        .omit_default_module_path(true);
    bindgen
        .web(true)
        .and_then(|bindgen| bindgen.generate(out_dir))
        .map_err(|error| format!("{}: {error:#}", input.display()))
}
