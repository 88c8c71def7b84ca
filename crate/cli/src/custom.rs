//! Custom rules and masks, from the command line to the engine.

use std::io;
use std::path::Path;

use scopelens_engine::Engine;
use scopelens_engine::custom::{Config, configured};
use scopelens_model::Lang;
use scopelens_render::rule_check::{Configured, RuleFault, check_rules};

use crate::args::{Custom, lang_or_environment};
use crate::{complain, input};

/// The engine that knows them. Who names a file wants it read: one with faults ends the program.
pub fn engine(built_in: &Engine, custom: &Custom, lang: Option<Lang>) -> io::Result<Engine> {
    let lang = lang_or_environment(lang);
    let rules = custom.rules.iter().map(|path| text(built_in, path, lang)).collect::<io::Result<Vec<String>>>()?;
    let config = Config { platforms_off: custom.platforms_off.clone(), masks: custom.masks.clone(), rules };
    let (engine, left_out) = configured(built_in, &config);
    let faults = Configured::new(&left_out, lang).faults;
    faults.iter().for_each(|fault| complain(&io::Error::other(format!("{}: {}", fault.r#where, fault.message))));
    if faults.is_empty() { Ok(engine) } else { Err(io::Error::other("rules and masks must be free of faults")) }
}

/// A file of rules without faults.
fn text(built_in: &Engine, path: &Path, lang: Lang) -> io::Result<String> {
    let text = input::open(path).and_then(input::text)?;
    let faults = check_rules(built_in, &text, "", lang).faults;
    let Some(last) = faults.last() else { return Ok(text) };
    let name = path.display();
    let error_of = |fault: &RuleFault| {
        let place = [fault.line, fault.column].map(|n| n.map_or_else(String::new, |n| format!(":{n}"))).concat();
        let path = if fault.path.is_empty() { String::new() } else { format!(" {}:", fault.path) };
        io::Error::other(format!("{name}{place}:{path} {}", fault.message))
    };
    faults.iter().filter(|fault| *fault != last).for_each(|fault| complain(&error_of(fault)));
    Err(error_of(last))
}
