//! Words as lines: the key, then pairs of cells, conditions with a blank between two and what is said where all hold.

use std::path::Path;

use serde_json::Value;

use crate::conditions::{Conditions, texts};
use crate::{embed, object, read};

/// The tables of both languages, sorted by key.
pub fn tables(folder: &Path, out: &Path, name: &str, known: &Conditions) -> String {
    let table = |lang: &str| {
        let path = folder.join(format!("{lang}.json"));
        let line = |(key, words): (String, Value)| {
            let place = format!("{}: {key}", path.display());
            let cells: Vec<String> = variants(&words, &place, known);
            format!("{key}\t{}\n", cells.join("\t"))
        };
        let mut lines: Vec<String> = object(read(&path)).into_iter().map(line).collect();
        lines.sort();
        format!("Table::new({})", embed(out, &format!("{name}.{lang}.tsv"), &lines.concat()))
    };
    format!("[{}, {}]", table("en"), table("zh-CN"))
}

/// A string is said always; of a list of `{"when", "say"}` the first whose conditions hold.
fn variants(words: &Value, place: &str, known: &Conditions) -> Vec<String> {
    let Some(list) = words.as_array() else { return vec![String::new(), line(words, place)] };
    let pair = |variant: &Value| {
        let when: Vec<String> = texts(variant.get("when")).collect();
        when.iter().for_each(|condition| known.check(condition, place));
        [when.join(" "), line(variant.get("say").unwrap_or(&Value::Null), place)]
    };
    list.iter().flat_map(pair).collect()
}

fn line(words: &Value, place: &str) -> String {
    let words = words.as_str().filter(|words| !words.contains(['\t', '\n']));
    words.unwrap_or_else(|| panic!("{place} is no line of text")).to_owned()
}
