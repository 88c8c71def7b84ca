//! The TypeScript types of what crosses the border, as its structs have them: `extension/engine/types.d.ts`.
//!
//! `SCOPELENS_WRITE=1 cargo test -p scopelens-wasm` writes the file.

use std::any::type_name;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use scopelens_engine::{custom, reading};
use scopelens_har as har;
use scopelens_model as model;
use scopelens_render::{about, card, plan, rule_check};
use ts_rs::{Config, TS, TypeVisitor};

use crate::options::Options;
use crate::reply::{Details, Reply};

const FILE: &str = "extension/engine/types.d.ts";

const HEAD: &str = "\
/**
 * What crosses the border of the compiled engine, written from its structs: to change it, change those, then run
 * `SCOPELENS_WRITE=1 cargo test -p scopelens-wasm`.
 */
";

/// Declarations by their names, so that their order is always the same; each with the Rust type that it is of.
struct Declarations {
    config: Config,
    by_name: BTreeMap<String, (&'static str, String)>,
}

impl TypeVisitor for Declarations {
    /// Adds a type, and all that it is made of.
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        if T::output_path().is_none() {
            return;
        }
        // A parameter is not part of a declaration: `Reply<Answer>` and `Reply<Plan>` have one.
        let of = type_name::<T::WithoutGenerics>();
        let declaration = (of, declaration::<T>(&self.config));
        match self.by_name.insert(T::ident(&self.config), declaration) {
            None => T::visit_dependencies(self),
            Some((other, _)) => assert_eq!(of, other, "two types of one name"),
        }
    }
}

/// All types that the functions are given, and all that they give.
fn types() -> String {
    let mut all = Declarations { config: Config::new().with_large_int("number"), by_name: BTreeMap::new() };
    all.visit::<Options>();
    all.visit::<custom::Config>();
    all.visit::<model::GivenExchange>();
    all.visit::<model::Head>();

    all.visit::<Reply<()>>();
    all.visit::<Details>();
    all.visit::<about::About>();
    all.visit::<card::Answer>();
    all.visit::<card::AppLinks>();
    all.visit::<har::Batch>();
    all.visit::<har::Frame>();
    all.visit::<model::Exchange>();
    all.visit::<plan::Comparison>();
    all.visit::<plan::Plan>();
    all.visit::<reading::Decision>();
    all.visit::<reading::Patterns>();
    all.visit::<rule_check::CheckedMasks>();
    all.visit::<rule_check::CheckedRules>();
    all.visit::<rule_check::Configured>();
    let declarations: Vec<String> = all.by_name.into_values().map(|(_, text)| text).collect();
    format!("{HEAD}\n{}", declarations.join("\n"))
}

/// One type with its comments, laid out.
fn declaration<T: TS + ?Sized>(config: &Config) -> String {
    let (docs, declared) = (T::docs().unwrap_or_default(), T::decl(config));
    let object = declared.split_once(" = {").and_then(|(name, rest)| Some((name, members(rest.strip_suffix("};")?)?)));
    let laid_out = object.map_or_else(|| declared.clone(), |(name, members)| format!("{name} = {{\n{members}}};"));
    one_line_comments(&format!("{docs}export {laid_out}\n"))
}

/// The members of an object, each on a line of its own below its comment; none where the text is that of several objects.
fn members(text: &str) -> Option<String> {
    let mut laid_out = String::new();
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        if line.starts_with('/') {
            laid_out += &format!("  {line}\n");
        } else if line.starts_with('*') {
            laid_out += &format!("   {line}\n");
        } else {
            split(line)?.iter().for_each(|member| laid_out += &format!("  {member};\n"));
        }
    }
    Some(laid_out)
}

/// The parts of a line between commas that stand in no brackets; none where a bracket is closed that was not opened.
fn split(line: &str) -> Option<Vec<&str>> {
    let mut depth = 0_u32;
    let mut commas = Vec::new();
    for (at, char) in line.char_indices() {
        match char {
            '{' | '[' | '<' => depth += 1,
            '}' | ']' | '>' => depth = depth.checked_sub(1)?,
            ',' if depth == 0 => commas.push(at),
            _ => {}
        }
    }
    let mut rest = line;
    let mut parts = Vec::new();
    for at in commas.into_iter().rev() {
        let (before, part) = rest.split_at(at);
        parts.push(part.trim_start_matches(',').trim());
        rest = before;
    }
    parts.push(rest.trim());
    Some(parts.into_iter().rev().filter(|part| !part.is_empty()).collect())
}

/// A comment of one line stands on one line.
fn one_line_comments(text: &str) -> String {
    let mut lines = text.lines();
    let mut short = String::new();
    while let Some(line) = lines.next() {
        short += line;
        if line.trim() == "/**" {
            let comment: Vec<&str> = lines.by_ref().take_while(|line| line.trim() != "*/").collect();
            match comment.as_slice() {
                [one] => short += &format!("{} */", one.trim().trim_start_matches('*')),
                several => short += &format!("\n{}\n{}", several.join("\n"), line.replace("/**", " */")),
            }
        }
        short.push('\n');
    }
    short
}

#[test]
fn the_written_types_are_those_of_the_structs() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(FILE);
    let types = types();
    if std::env::var_os("SCOPELENS_WRITE").is_some() {
        fs::write(&path, &types).unwrap();
    }
    let written = fs::read_to_string(&path).unwrap_or_default();
    let differs = types.lines().zip(written.lines()).find(|(given, stands)| given != stands);
    assert!(
        written == types,
        "{FILE} is not what the structs give: SCOPELENS_WRITE=1 cargo test -p scopelens-wasm\n{differs:?}"
    );
}
