//! The project's own platforms, for tests.

use std::fs;
use std::path::Path;
use std::sync::OnceLock;

use crate::compile::{CompiledPlatform, FolderFiles, compile};
use crate::platform::Platform;
use crate::write::{PackFile, write_packs};

/// Ids of the built-in platforms, sorted.
pub(crate) fn ids() -> impl Iterator<Item = &'static str> {
    static IDS: OnceLock<Vec<String>> = OnceLock::new();
    let read = || {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../platforms");
        let folders = fs::read_dir(root).unwrap().map(|entry| entry.unwrap().path());
        let folders = folders.filter(|path| path.join("platform.json").is_file());
        let mut ids: Vec<String> = folders.map(|path| path.file_name().unwrap().to_str().unwrap().to_owned()).collect();
        ids.sort();
        ids
    };
    IDS.get_or_init(read).iter().map(String::as_str)
}

/// Conditions that the engine computes, for tests that do not look at conditions.
pub(crate) fn engine_conditions() -> Vec<String> {
    crate::folders::conditions()
}

/// The files of a platform's folder.
pub(crate) fn platform_files(id: &str) -> FolderFiles {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../platforms").join(id);
    let mut files = FolderFiles::new(id);
    for folder in ["", "rules", "words", "catalog"].map(|part| root.join(part)).iter().filter(|part| part.is_dir()) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_file() {
                let name = path.strip_prefix(&root).unwrap().to_str().unwrap().replace('\\', "/");
                files.add(name, fs::read_to_string(&path).unwrap());
            }
        }
    }
    files
}

/// A built-in platform, with everything.
pub(crate) fn platform(id: &str) -> Platform {
    compiled(id).platform.clone()
}

/// The same with what its packs are written from.
pub(crate) fn compiled(id: &str) -> &'static CompiledPlatform {
    all().iter().find(|compiled| &*compiled.platform.spec.id == id).unwrap()
}

/// The packs of all of them, the index first.
pub(crate) fn packs() -> &'static [PackFile] {
    static PACKS: OnceLock<Vec<PackFile>> = OnceLock::new();
    PACKS.get_or_init(|| write_packs(all()))
}

fn all() -> &'static [CompiledPlatform] {
    static COMPILED: OnceLock<Vec<CompiledPlatform>> = OnceLock::new();
    let compile = |id| compile(&platform_files(id), &engine_conditions()).unwrap_or_else(|faults| panic!("{faults:?}"));
    COMPILED.get_or_init(|| ids().map(compile).collect())
}

/// Every string of a platform's JSON files.
pub(crate) fn strings(files: &FolderFiles) -> Vec<String> {
    let mut strings = Vec::new();
    for (name, text) in files.iter().filter(|(name, _)| name.ends_with(".json") && !name.starts_with("words/")) {
        let value = serde_json::from_str(text).unwrap_or_else(|error| panic!("{name}: {error}"));
        collect(&value, &mut strings);
    }
    strings
}

fn collect(value: &serde_json::Value, strings: &mut Vec<String>) {
    match value {
        serde_json::Value::String(text) => strings.push(text.clone()),
        serde_json::Value::Array(list) => list.iter().for_each(|item| collect(item, strings)),
        serde_json::Value::Object(members) => members.values().for_each(|item| collect(item, strings)),
        _ => {}
    }
}
