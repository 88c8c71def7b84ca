//! Texts that tests read: the proofs of all rules, the golden texts, and those of `SCOPELENS_TEXTS` (files or folders of JSON lines
//! with a `text`, with `:` between them).

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

/// All of them, each with its name.
pub(crate) fn all() -> Vec<(String, String)> {
    let mut texts = texts_of_the_project();
    assert!(texts.len() > 250, "only {} texts were read", texts.len());
    texts.extend(texts_of_the_caller());
    texts
}

fn files(path: &Path) -> Vec<PathBuf> {
    if path.is_file() {
        return vec![path.to_owned()];
    }
    let mut inside: Vec<PathBuf> = fs::read_dir(path).unwrap().map(|entry| entry.unwrap().path()).collect();
    inside.sort();
    inside.iter().flat_map(|path| files(path)).collect()
}

/// Every `text` in the proofs of a rule file.
fn proofs(rules: &Value) -> Vec<String> {
    let lists = rules.as_array().unwrap().iter().flat_map(|rule| [&rule["proofs"]["match"], &rule["proofs"]["miss"]]);
    let each = lists.filter_map(Value::as_array).flatten();
    each.filter_map(|proof| proof["text"].as_str().map(str::to_owned)).collect()
}

/// Name and text of all that the project holds.
fn texts_of_the_project() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut texts = Vec::new();
    for platform in ["dingtalk", "feishu"] {
        for file in files(&root.join("../platforms").join(platform).join("rules")) {
            let rules: Value = serde_json::from_str(&fs::read_to_string(&file).unwrap()).unwrap();
            let name = file.file_name().unwrap().to_string_lossy().into_owned();
            texts.extend(proofs(&rules).into_iter().map(|text| (name.clone(), text)));
        }
    }
    let golden = files(&root.join("tests/golden")).into_iter().filter(|p| p.extension().is_some_and(|e| e == "txt"));
    texts.extend(golden.map(|path| (path.display().to_string(), fs::read_to_string(&path).unwrap())));
    texts
}

/// Name and text of what the caller points at.
fn texts_of_the_caller() -> Vec<(String, String)> {
    let paths = std::env::var("SCOPELENS_TEXTS").unwrap_or_default();
    let files = paths.split(':').filter(|path| !path.is_empty()).flat_map(|path| files(Path::new(path)));
    let mut texts = Vec::new();
    for file in files.filter(|file| file.extension().is_some_and(|e| e == "jsonl")) {
        for line in fs::read_to_string(&file).unwrap().lines() {
            let row: Value = serde_json::from_str(line).unwrap_or_default();
            let name = row["id"].as_str().unwrap_or("?").to_owned();
            texts.extend(row["text"].as_str().map(|text| (name, text.to_owned())));
        }
    }
    texts
}
