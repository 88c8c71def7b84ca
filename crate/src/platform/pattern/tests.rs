use std::fs;
use std::path::Path;

use serde_json::Value;

use super::Pattern;

/// A pattern as the build script writes it.
fn pattern(source: &str) -> Pattern {
    Pattern::trusted(source)
}

/// Every string of a platform's folder: the patterns among them are held against all of them.
fn strings() -> Vec<String> {
    let mut found = Vec::new();
    for platform in fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("platforms")).unwrap() {
        let folder = platform.unwrap().path();
        let rules = fs::read_dir(folder.join("rules")).unwrap().map(|file| file.unwrap().path());
        for file in rules.chain([folder.join("platform.json")]) {
            collect(&serde_json::from_str(&fs::read_to_string(file).unwrap()).unwrap(), &mut found);
        }
    }
    found
}

fn collect(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::String(text) => found.push(text.clone()),
        Value::Array(list) => list.iter().for_each(|v| collect(v, found)),
        Value::Object(map) => map.values().for_each(|v| collect(v, found)),
        _ => {}
    }
}

#[test]
fn a_text_full_of_starts_is_still_read() {
    let text = format!("{}abc1 abc2", "abc ".repeat(5_000));
    let found: Vec<&str> = pattern(r"abc(\d)").find_all(&text).map(|(_, digit)| digit).collect();
    assert_eq!(found, ["1", "2"]);
    let far = pattern("应abc(x*)").find_all(&"应abcx".repeat(1_000)).count();
    assert_eq!(far, 1_000);
}

#[test]
fn no_match_is_left_out() {
    let strings = strings();
    let patterns: Vec<Pattern> = strings.iter().filter(|s| s.contains('\\')).map(|s| pattern(s)).collect();
    let mut matches = 0;
    for pattern in &patterns {
        for text in strings.iter().filter(|text| pattern.free().is_some_and(|r| r.is_match(text))) {
            let plain: Vec<&str> = pattern.free().unwrap().find_iter(text).map(|m| m.as_str()).collect();
            let found: Vec<&str> = pattern.search(text).map(|(_, m)| m.get(0).unwrap().as_str()).collect();
            assert_eq!(found, plain, "{} in {text}", pattern.source);
            matches += 1;
        }
    }
    assert!(patterns.len() > 20 && matches > 100, "{} patterns, {matches} matches", patterns.len());
}
