//! `xtask bindgen IN.wasm OUT_DIR`: turns the engine's raw module into the module and the
//! JavaScript glue (`scopelens.js`, `scopelens_bg.wasm`, `scopelens.d.ts`) that the extension loads.
//! `xtask pack FOLDER OUT.zip`: packs a folder for the stores.

mod pack;

use std::path::Path;
use std::process::ExitCode;

use wasm_bindgen_cli_support::Bindgen;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = match words.as_slice() {
        ["bindgen", input, out_dir] => bindgen(Path::new(input), Path::new(out_dir)),
        ["pack", folder, out] => pack::pack(Path::new(folder), Path::new(out)),
        _ => Err("usage: xtask bindgen IN.wasm OUT_DIR | pack FOLDER OUT.zip".to_owned()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("xtask: {message}");
            ExitCode::FAILURE
        }
    }
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
