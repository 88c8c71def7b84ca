//! The JavaScript around the engine's module.

use std::path::Path;

use wasm_bindgen_cli_support::Bindgen;

/// Writes the glue for ES modules. The types are for the type check only and do not ship.
pub fn bindgen(input: &Path, out_dir: &Path) -> Result<(), String> {
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
