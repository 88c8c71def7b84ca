//! Collects `platforms/<name>/` into one text that the engine embeds: folders and files in sorted order, proofs left out.
#![allow(clippy::expect_used, clippy::panic, missing_docs)]

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Map, Value, json};

fn main() {
    println!("cargo::rerun-if-changed=platforms");
    let root = PathBuf::from(std::env::var("CARGO_MANIFEST_DIR").expect("cargo sets it")).join("platforms");
    let out = PathBuf::from(std::env::var("OUT_DIR").expect("cargo sets it"));
    let folders = sorted(&root).into_iter().filter(|p| p.is_dir());
    let mut source = String::from("&[\n");
    for folder in folders {
        source.push_str(&platform(&folder, &out));
    }
    source.push_str("]\n");
    fs::write(out.join("platforms.rs"), source).expect("OUT_DIR can be written");
}

/// One `Embedded { … }`, its JSON written beside it.
fn platform(folder: &Path, out: &Path) -> String {
    let name = folder.file_name().and_then(|n| n.to_str()).expect("a plain folder name");
    let mut whole = object(read(&folder.join("platform.json")));
    whole.insert("rules".into(), rules(&folder.join("rules")));
    for part in ["links", "causes"] {
        whole.insert(part.into(), read(&folder.join(format!("{part}.json"))));
    }
    let data = embed(out, &format!("{name}.json"), &Value::Object(whole).to_string());
    let words = |lang: &str| {
        embed(out, &format!("{name}.{lang}.json"), &read(&folder.join(format!("words/{lang}.json"))).to_string())
    };
    let table = |file: &str| {
        let path = folder.join("catalog").join(file);
        embed(out, &format!("{name}.{file}"), &fs::read_to_string(&path).unwrap_or_default())
    };
    format!(
        "Embedded {{ data: {data}, words: [{}, {}], scopes: {}, apis: {}, codes: {} }},\n",
        words("en"),
        words("zh-CN"),
        table("scopes.tsv"),
        table("apis.tsv"),
        table("codes.tsv"),
    )
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
    json!(all)
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
