//! The command line's own words, which stand with all others (`words/command-line.*.json` of the crate that knows words).

use std::path::Path;

use scopelens_model::Lang;
use scopelens_render::words::{Vars, Words};

/// The words of `key` with their `{values}`, which stay as they are: names of files are among them.
pub fn say(lang: Lang, key: &str, values: &[(&'static str, &str)]) -> String {
    let vars = values.iter().fold(Vars::default(), |vars, (name, value)| vars.with(*name, *value));
    Words::of_command_line(lang).say_as_given(key, &vars)
}

/// A word without values.
pub fn word(lang: Lang, key: &str) -> String {
    Words::of_command_line(lang).word(key)
}

/// The name of an input as it is shown.
pub fn shown(path: &Path, lang: Lang) -> String {
    let name = path.display().to_string();
    if name == "-" { word(lang, "stdin") } else { name }
}
