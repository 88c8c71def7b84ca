//! Whole cards of real texts, in both languages, against the files beside them.
//!
//! `UPDATE_GOLDEN=1 cargo test -p scopelens-render --test golden` rewrites the files and fails, so that the change is read before it is kept.

// Clippy lets tests unwrap, but not what tests share.
#![allow(clippy::unwrap_used)]

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use scopelens_engine::Engine;
use scopelens_model::Lang;
use scopelens_render::card::diagnose;

/// The engine with the built-in platforms.
static ENGINE: LazyLock<Engine> = LazyLock::new(|| Engine::of_packs(scopelens_platforms::packs()).unwrap());

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden")
}

/// The texts, sorted: every `.txt` file.
fn inputs() -> Vec<PathBuf> {
    let entries = fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().path());
    let mut texts: Vec<PathBuf> = entries.filter(|path| path.extension().is_some_and(|e| e == "txt")).collect();
    texts.sort();
    texts
}

fn cards(text: &str, lang: Lang) -> String {
    let answer = diagnose(&ENGINE, text, lang);
    let mut parts: Vec<String> = answer.cards.iter().map(|card| card.plain.clone()).collect();
    parts.extend(answer.notes);
    parts.join("\n\n----\n\n") + "\n"
}

#[test]
fn cards_are_what_was_reviewed() {
    let update = std::env::var_os("UPDATE_GOLDEN").is_some();
    let mut changed = Vec::new();
    for input in inputs() {
        let text = fs::read_to_string(&input).unwrap();
        for lang in Lang::ALL {
            let file = input.with_extension(format!("{}.card", lang.tag()));
            let got = cards(&text, lang);
            if fs::read_to_string(&file).ok().as_ref() == Some(&got) {
                continue;
            }
            if update {
                fs::write(&file, &got).unwrap();
            }
            changed.push(file.file_name().unwrap().to_owned());
        }
    }
    assert!(changed.is_empty(), "{} cards changed: {changed:?}", changed.len());
}

#[test]
fn every_text_names_its_source() {
    let sources = fs::read_to_string(folder().join("SOURCES.tsv")).unwrap();
    let named: Vec<&str> = sources.lines().filter_map(|line| line.split('\t').next()).collect();
    let texts: Vec<String> = inputs().iter().map(|p| p.file_stem().unwrap().to_str().unwrap().to_owned()).collect();
    assert_eq!(named, texts);
    assert!(texts.len() >= 40);
}
