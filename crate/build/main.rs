//! Writes `platforms/<name>/` as Rust source: folders and files in sorted order, proofs left out.
#![allow(clippy::expect_used, clippy::panic, missing_docs)]

mod conditions;
mod form;
mod must;
mod source;
mod tables;
mod words;

use std::fs;
use std::path::{Path, PathBuf};

use conditions::Conditions;
use serde_json::{Map, Value};
use source::Writer;

fn main() {
    println!("cargo::rerun-if-changed=platforms");
    println!("cargo::rerun-if-changed=src/card/words");
    println!("cargo::rerun-if-changed=build");
    println!("cargo::rerun-if-changed=src/diagnosis/names.rs");
    let root = PathBuf::from(std::env::var("CARGO_MANIFEST_DIR").expect("cargo sets it"));
    let out = PathBuf::from(std::env::var("OUT_DIR").expect("cargo sets it"));
    let folders: Vec<PathBuf> = sorted(&root.join("platforms")).into_iter().filter(|path| path.is_dir()).collect();
    let writer = Writer::default();
    let all: Vec<String> = folders.iter().map(|folder| platform(&writer, folder, &out)).collect();
    let list = format!(
        "static COMPILED: [Compiled; {0}] = [const {{ Compiled::new() }}; {0}];\nstatic PLATFORMS: [Platform; {1}] = [\n{2}];\n",
        writer.patterns(),
        all.len(),
        all.concat()
    );
    fs::write(out.join("platforms.rs"), list).expect("OUT_DIR can be written");
    fs::write(
        out.join("words.rs"),
        words::tables(&root.join("src/card/words"), &out, "engine", &Conditions::of_engine()),
    )
    .expect("OUT_DIR can be written");
}

/// One `Platform { … }`: a literal, for only that may borrow what it holds for good.
fn platform(writer: &Writer, folder: &Path, out: &Path) -> String {
    let name = folder.file_name().and_then(|n| n.to_str()).expect("a plain folder name");
    let mut whole = object(read(&folder.join("platform.json")));
    whole.insert("rules".into(), rules(&folder.join("rules")));
    for part in ["links", "causes"] {
        whole.insert(part.into(), read(&folder.join(format!("{part}.json"))));
    }
    let file = |file: &str| fs::read_to_string(folder.join("catalog").join(file)).unwrap_or_default();
    let table = |file: &str, text: &str| embed(out, &format!("{name}.{file}"), &tables::columns(text));
    let scopes = file("scopes.tsv");
    let known = Conditions::of_platform(&whole, &file("codes.tsv"));
    let spec = writer.source(&form::SPEC, &spec(whole, &known, name), name);
    format!(
        "Platform {{ spec: {spec}, catalog: Catalog::new({}, {}, {}), words: {}, own: false, lookup: OnceLock::new() }},\n",
        table("scopes.tsv", &scopes),
        table("apis.tsv", &tables::numbered(&file("apis.tsv"), &scopes)),
        table("codes.tsv", &file("codes.tsv")),
        words::tables(&folder.join("words"), out, name, &known),
    )
}

/// The platform as the engine wants it: conditions checked, and without what is for readers of the data alone.
fn spec(mut whole: Map<String, Value>, known: &Conditions, name: &str) -> Value {
    for part in ["causes", "links"] {
        let value = whole.get_mut(part).expect("it was read");
        known.check_all(value, &format!("{name}/{part}.json"));
        without_notes(value);
    }
    if let Some(causes) = whole.get_mut("causes").and_then(Value::as_object_mut) {
        causes.remove("declared");
    }
    Value::Object(whole)
}

/// Takes `about` and `source` out of `value` and all in it.
fn without_notes(value: &mut Value) {
    match value {
        Value::Array(list) => list.iter_mut().for_each(without_notes),
        Value::Object(map) => {
            map.retain(|key, _| key != "about" && key != "source");
            map.values_mut().for_each(without_notes);
        }
        _ => {}
    }
}

/// All rules of a folder, each without its proofs: those are for the tests, not for the browser.
fn rules(folder: &Path) -> Value {
    let mut all = Vec::new();
    for file in sorted(folder) {
        for rule in read(&file).as_array().expect("a rule file is a list").clone() {
            let mut rule = object(rule);
            for part in ["proofs", "about", "source"] {
                rule.remove(part);
            }
            all.push(Value::Object(rule));
        }
    }
    Value::Array(all)
}

fn embed(out: &Path, file: &str, text: &str) -> String {
    fs::write(out.join(file), text).expect("OUT_DIR can be written");
    format!("include_str!(concat!(env!(\"OUT_DIR\"), \"/{file}\"))")
}

fn sorted(folder: &Path) -> Vec<PathBuf> {
    let mut paths: Vec<PathBuf> = fs::read_dir(folder)
        .unwrap_or_else(|e| panic!("{}: {e}", folder.display()))
        .map(|entry| entry.expect("a readable folder").path())
        .collect();
    paths.sort();
    paths
}

fn read(path: &Path) -> Value {
    let text = fs::read_to_string(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    serde_json::from_str(&text).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}

fn object(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(map) => map,
        other => panic!("an object was expected, not {other}"),
    }
}
